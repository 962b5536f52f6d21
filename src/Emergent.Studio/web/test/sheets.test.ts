import { expect, test } from 'vitest';
import { arrange, cellOf, placeOf, unitAt } from '../netview/sheets';
import { layer, network } from './networks';

test('a cell between pools has no unit', () => {
  const [sheet] = arrange(network(layer('V1', [2, 3, 2, 4]))).sheets;
  expect([sheet!.gridColumns, sheet!.gridRows]).toEqual([3 * 4 + 2, 2 * 2 + 1]);
  // The row of the front pools, column by column.
  expect(Array.from({ length: 14 }, (_, column) => unitAt(sheet!, column, 0))).toEqual([0, 1, 2, 3, -1, 8, 9, 10, 11, -1, 16, 17, 18, 19]);
  expect(unitAt(sheet!, 0, 2)).toBe(-1);
  expect(unitAt(sheet!, 0, 3)).toBe(24);
  expect([unitAt(sheet!, -1, 0), unitAt(sheet!, 14, 0), unitAt(sheet!, 0, 5)]).toEqual([-1, -1, -1]);
});

test.each([[[5, 7]], [[2, 3, 4, 5]], [[9]], [[2, 2, 2]]])('shape %j: each unit has a cell of its own, and the cell the unit', shape => {
  const [sheet] = arrange(network(layer('A', shape))).sheets;
  const cells = Array.from({ length: sheet!.count }, (_, unit) => cellOf(sheet!, unit));
  expect(cells.map(({ column, row }) => unitAt(sheet!, column, row))).toEqual(Array.from({ length: sheet!.count }, (_, unit) => unit));
});

test('row 0 lies in front, units are square, the widest extent is 1', () => {
  const { sheets, unitCount } = arrange(network(layer('A', [4, 6]), layer('B', [4, 6], 14), layer('C', [2, 2, 3, 3], 0, 0, 1)));
  const [a, b, c] = sheets;
  expect(unitCount).toBe(24 + 24 + 36);
  expect([a!.base, b!.base, c!.base]).toEqual([0, 24, 48]);
  expect(a!.pitchX).toBeCloseTo(a!.pitchZ);
  expect(a!.x).toBeCloseTo(-0.5);
  expect(b!.x + b!.gridColumns * b!.pitchX).toBeCloseTo(0.5);
  expect(c!.pitchX).toBeCloseTo(a!.pitchX);
  expect(c!.y).toBeGreaterThan(a!.y);
});

test('a network without layers is an empty scene', () => {
  expect(arrange(network()).sheets).toEqual([]);
});

test('places are named by the shape', () => {
  const { sheets } = arrange(network(layer('A', [3, 4]), layer('B', [2, 2, 3, 4]), layer('C', [5])));
  expect(placeOf(sheets[0]!, 6)).toBe('[1, 2]');
  expect(placeOf(sheets[1]!, 12 + 6)).toBe('[0, 1] [1, 2]');
  expect(placeOf(sheets[2]!, 3)).toBe('[3]');
});
