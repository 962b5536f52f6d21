import { expect, test } from 'vitest';
import { ambiguous } from '../netview/chooser';
import { network } from './networks';

const projection = (sender: string, receiver: string, type: string, ...classes: string[]) => ({ name: `${sender}To${receiver}`, sender, receiver, type, classes });

test('projections between the same two layers are told apart by what they have not in common', () => {
  const one = { ...network(), projections: [projection('A', 'B', 'Prjn', 'Forward'), projection('B', 'A', 'Prjn', 'Back')] };
  expect(ambiguous(one)).toEqual([]);
  const two = { ...one, projections: [...one.projections, projection('A', 'B', 'CTCtxt', 'Forward', 'Context')] };
  expect(ambiguous(two)).toEqual(['CTCtxt', 'Context', 'Prjn']);
});
