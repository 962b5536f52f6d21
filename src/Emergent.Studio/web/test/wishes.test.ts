import { expect, test } from 'vitest';
import { wishOf, withWish } from '../layout/wishes';

const usual = { x: 'Epoch', joins: false, width: 1, min: null as number | null, name: null as string | null, columns: { SSE: { isOn: false, max: 2 as number | null }, Err: { isOn: true, max: null as number | null } } };

test('a wish is what differs, and comes back', () => {
  const settings = structuredClone(usual);
  Object.assign(settings, { x: 'Trial', min: -1 });
  settings.columns.SSE = { isOn: true, max: null };
  const wish = wishOf(settings, usual);
  expect(wish).toEqual({ x: 'Trial', min: -1, columns: { SSE: { isOn: true, max: null } } });
  expect(withWish(usual, wish)).toEqual(settings);
  expect(wishOf(usual, usual)).toEqual({});
});

test('whole settings are a wish, too', () => {
  expect(withWish({ ...usual, width: 3 }, usual)).toEqual(usual);
});

test.each([
  null,
  3,
  'x',
  [],
  { y: 1 },
  { x: 3 },
  { x: null },
  { joins: 'yes' },
  { joins: null },
  { width: {} },
  { min: {} },
  { min: true },
  { columns: 3 },
  { columns: { Other: { isOn: true } } },
  { columns: { SSE: true } },
  JSON.parse('{"__proto__": {"x": "Trial"}}'),
])('what is no setting, or of another kind, is passed over: %j', wish => {
  expect(withWish(usual, wish)).toEqual(usual);
});
