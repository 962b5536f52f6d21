import { expect, test } from 'vitest';
import { cellSize, type GridOptions, gridOptionsOf, usualGrid } from '../tables/tensor';

const emergent = {
  'top-zero': '+',
  'odd-row': 'true',
  image: '+',
  min: '-2',
  'fix-min': '+',
  max: '3',
  'fix-max': '+',
  background: '#102030',
  colormap: 'Jet',
  'grid-fill': '0.5',
  'grid-min': '7',
  'grid-max': '3',
  'dim-extra': '0.1',
  'total-size': '12',
  'font-size': '18',
};

test('every key of emergent sets its option', () => {
  const options: GridOptions = {
    map: 'Jet',
    min: -2,
    max: 3,
    topZero: true,
    oddInRows: true,
    isImage: true,
    fill: 0.5,
    gap: 0.1,
    background: '#102030',
    least: 7,
    greatest: 3,
    total: 12,
    fontSize: 18,
  };
  expect(gridOptionsOf(emergent)).toEqual(options);
  expect(gridOptionsOf({})).toEqual(usualGrid);
});

test.each(Object.keys(emergent).filter(key => !['min', 'max'].includes(key)))('%s alone changes one option', key => {
  const options = gridOptionsOf({ [key]: emergent[key as keyof typeof emergent] });
  const changed = Object.entries(options).filter(([name, value]) => value !== usualGrid[name as keyof GridOptions]);
  expect(changed).toHaveLength(1);
});

test.each([
  ['min', '3'],
  ['grid-fill', 'much'],
  ['grid-min', ''],
  ['font-size', 'x'],
  ['top-zero', '-'],
])('%s=%s says nothing', (key, value) => {
  expect(gridOptionsOf({ [key]: value })).toEqual(usualGrid);
});

test('cells are as large as the whole allows, none too small, and above all none too large', () => {
  const size = (columns: number, rows: number, options: Partial<GridOptions> = {}) => cellSize({ columns, rows }, { ...usualGrid, ...options });
  expect(size(5, 5)).toBe(26); // two lines of 13 px
  expect(size(20, 10)).toBe(13); // 20 lines for 20 cells
  expect(size(10, 130)).toBe(4);
  expect(size(20, 10, { total: 40 })).toBe(26);
  expect(size(20, 10, { greatest: 0.5 })).toBe(6.5);
  expect(size(20, 10, { least: 20 })).toBe(20);
  expect(size(20, 10, { least: 20, greatest: 1 })).toBe(13);
});
