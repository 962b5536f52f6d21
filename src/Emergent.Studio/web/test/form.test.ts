import { expect, test } from 'vitest';
import { isCounting } from '../forms/isCounting';
import type { Field } from '../protocol/messages';

const field = (...countsIf: Field['countsIf']) => ({ countsIf }) as Field;
const values = (texts: Record<string, string>) => Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, { text, isDefault: true, pending: false }]));

test('a parameter counts while all that it depends on have values that it needs', () => {
  const on = { path: 'On', values: ['true'] };
  const type = { path: 'Type', values: ['VmNoise', 'GeNoise'] };
  expect(isCounting(field(), {})).toBe(true);
  expect(isCounting(field(on), values({ On: 'true' }))).toBe(true);
  expect(isCounting(field(on), values({ On: 'false' }))).toBe(false);
  expect(isCounting(field(on, type), values({ On: 'true', Type: 'GeNoise' }))).toBe(true);
  expect(isCounting(field(on, type), values({ On: 'true', Type: 'NoNoise' }))).toBe(false);
  expect(isCounting(field(on), {})).toBe(true); // of what is not known nothing is hidden
});
