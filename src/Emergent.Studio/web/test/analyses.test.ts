import { expect, test } from 'vitest';
import { analysisCsv, coloredRange, groupsOf } from '../tables/analyses';

test('rows of one label lie together, with a gap to those of the next', () => {
  const { starts, size, groups } = groupsOf(['happy', 'happy', 'sad', 'happy']);
  expect(groups).toEqual([
    { label: 'happy', from: 0, to: 2 },
    { label: 'sad', from: 2, to: 3 },
    { label: 'happy', from: 3, to: 4 },
  ]);
  expect(starts).toEqual([0, 1, 2.4, 3.8]);
  expect(size).toBeCloseTo(4.8);
});

test('rows that all have labels of their own are no groups', () => {
  expect(groupsOf(['a', 'b', 'c'])).toMatchObject({ starts: [0, 1, 2], size: 3 });
});

test('zero is in the middle of the colours of what has a sign', () => {
  expect(coloredRange([-0.3, 1])).toEqual([-1, 1]);
  expect(coloredRange([-2, -1])).toEqual([-2, 2]);
  expect(coloredRange([0, 3])).toEqual([0, 3]);
});

test('an analysis is written as comma-separated values', () => {
  const result = { column: 'Act', labelColumn: 'Name', labels: ['a', 'b,c'], values: [0, 1, 1, null], x: [1, 2], y: [3, 4], shares: [] };
  expect(analysisCsv('similarity', result)).toBe('Label,a,"b,c"\na,0,1\n"b,c",1,\n');
  expect(analysisCsv('components', result)).toBe('Label,X,Y\na,1,3\n"b,c",2,4\n');
});
