import { expect, test } from 'vitest';
import { colorOf, heightOf } from '../netview/appearance';
import { colorMap } from '../netview/colormaps';
import { fittedRange, niceAbove, niceBounds, normOf, opacityOf, type Range, resolved, scaledOf, shortNumber, withEnd } from '../netview/ranges';

test.each([
  [0, 0],
  [0.07, 0.1],
  [0.1, 0.1],
  [0.3 / 0.1 / 10, 0.5],
  [1, 1],
  [1.01, 2],
  [3, 5],
  [7, 10],
  [4321, 5000],
  [2e-9, 2e-9],
])('the nice number above %d is %d', (size, nice) => {
  expect(niceAbove(size)).toBe(nice);
});

test.each([
  [0.03, 0.97, 0, 1],
  [-0.42, 1.31, -0.6, 1.4],
  [2, 2, 0, 2],
  [0, 0, -1, 1],
  [Number.NaN, 1, -1, 1],
])('bounds %d … %d become %d … %d', (min, max, low, high) => {
  expect(niceBounds(min, max)).toEqual([low, high]);
});

test('a range around zero is as wide on both sides', () => {
  expect(fittedRange(-0.03, 0.4, true)).toEqual([-0.5, 0.5]);
  expect(fittedRange(0, 0, true)).toEqual([-1, 1]);
});

const centred: Range = { min: -1, max: 1, isZeroCentred: true, isMinFixed: true, isMaxFixed: true };
const plain: Range = { min: 0, max: 2, isZeroCentred: false, isMinFixed: true, isMaxFixed: true };

const ends = (range: Range, bounds?: [number, number]) => {
  const { min, max } = resolved(range, bounds);
  return [min, max];
};

test('an end that is not fixed follows the values, whatever the other does', () => {
  expect(ends(plain, [-3, 7])).toEqual([0, 2]);
  expect(ends({ ...plain, isMinFixed: false }, [-0.42, 7])).toEqual([-0.5, 2]);
  expect(ends({ ...plain, isMaxFixed: false }, [-3, 0.97])).toEqual([0, 1]);
  expect(ends({ ...plain, isMinFixed: false, isMaxFixed: false }, [0.03, 0.97])).toEqual([0, 1]);
  expect(ends({ ...plain, isMinFixed: false, isMaxFixed: false })).toEqual([0, 2]); // nothing has been seen yet
});

test('values beyond the fixed end leave a range', () => {
  expect(ends({ ...plain, isMinFixed: false }, [3, 7])).toEqual([0, 2]);
  expect(ends({ ...plain, min: 5, isMaxFixed: false }, [-3, -1])).toEqual([5, 10]);
});

test('with zero in the centre a fixed end has its mirror', () => {
  expect(ends({ ...centred, min: -0.3, isMaxFixed: false }, [0, 7])).toEqual([-0.3, 0.3]);
  expect(ends({ ...centred, max: 4, isMinFixed: false }, [0, 7])).toEqual([-4, 4]);
  expect(ends({ ...centred, isMinFixed: false, isMaxFixed: false }, [-0.03, 0.4])).toEqual([-0.5, 0.5]);
});

test('an end that is typed is fixed there, and none leaves an empty range', () => {
  const free = { ...plain, isMinFixed: false, isMaxFixed: false };
  expect(withEnd(free, 'max', 0.7)).toEqual({ ...free, max: 0.7, isMaxFixed: true });
  expect(withEnd(free, 'min', 9)).toEqual({ ...free, min: 9, isMinFixed: true });
  expect(withEnd(plain, 'min', 9)).toBeNull();
  expect(withEnd(centred, 'max', 0.2)).toEqual({ ...centred, min: -0.2, max: 0.2 });
  expect(withEnd(centred, 'min', 0)).toBeNull();
});

test('values become height and opacity as in emergent', () => {
  expect([-2, -1, -0.5, 0, 1, 5].map(value => scaledOf(normOf(value, centred), centred))).toEqual([-1, -1, -0.5, 0, 1, 1]);
  expect([0, 1, 2].map(value => scaledOf(normOf(value, plain), plain))).toEqual([0, 0.5, 1]);
  expect([-1, 0, 0.5].map(value => opacityOf(normOf(value, centred), centred))).toEqual([1, 0.5, 0.75]);
  expect(opacityOf(normOf(0, plain), plain)).toBeCloseTo(0.9);
});

test('a value that is missing is grey, flat and not clamped to an end', () => {
  const appearance = {
    map: colorMap('ColdHot'),
    range: centred,
    unitSize: 0.9,
    height: 0.5,
    background: [255, 255, 255],
    sheet: [0, 0, 0],
    accent: [0, 0, 0],
  } as const;
  expect(colorOf(Number.NaN, appearance)).toEqual([199, 199, 199]);
  expect(heightOf(Number.NaN, appearance)).toBe(0);
  expect(colorOf(0, appearance)).toEqual([191, 191, 191]);
  expect(heightOf(-1, appearance)).toBe(-0.5);
});

test.each([
  [0, '0'],
  [0.123456, '0.1235'],
  [-12, '-12'],
  [1234567, '1.235e+6'],
  [0.00002, '2e-5'],
  [Number.NaN, 'n/a'],
])('%d is written %s', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});
