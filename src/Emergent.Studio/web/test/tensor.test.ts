import { afterEach, expect, test, vi } from 'vitest';
import { boundsOf, cellSize, colorsOf, drawTensor, type GridOptions, gridOptionsOf, usualGrid } from '../tables/tensor';

afterEach(() => vi.unstubAllGlobals());

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
  ['min', 'low'],
  ['grid-fill', 'much'],
  ['grid-min', ''],
  ['font-size', 'x'],
  ['top-zero', '-'],
])('%s=%s says nothing', (key, value) => {
  expect(gridOptionsOf({ [key]: value })).toEqual(usualGrid);
});

test('a bound that is given stays, unless it is said to follow the values', () => {
  expect(gridOptionsOf({ min: '3' })).toMatchObject({ min: 3, max: null });
  expect(gridOptionsOf({ max: '0', 'fix-max': '-' })).toMatchObject({ min: null, max: null });
  expect(gridOptionsOf({ 'fix-min': '+' })).toMatchObject({ min: -1, max: null });
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

test('each element is drawn in its place: by the share of its cell that it fills, with gaps between pools, on its ground, also without a value', () => {
  const pixels = { ...usualGrid, map: 'DarkLight', fill: 0.8, gap: 0.5, background: 'white' };
  const { canvas, drawn } = draw([0, 1, Number.NaN, 0], [1, 2, 1, 2], pixels); // two pools of two beside each other
  expect(drawn).toEqual([
    { color: 'rgb(0 0 0)', at: [1, 1, 8, 8] },
    { color: 'rgb(250 250 250)', at: [11, 1, 8, 8] },
    { color: 'rgb(200 200 200)', at: [26, 1, 8, 8] },
    { color: 'rgb(0 0 0)', at: [36, 1, 8, 8] },
  ]);
  expect([canvas.width, canvas.height, canvas.style.width, canvas.style.background]).toEqual([45, 10, '45px', 'white']);
});

test('row 0 is drawn at the bottom, else at the top', () => {
  const rows = (options: Partial<GridOptions>) => draw([0, 1], [2, 1], { ...usualGrid, fill: 1, ...options }).drawn.map(({ at }) => at[1]);
  expect(rows({})).toEqual([10, 0]);
  expect(rows({ topZero: true })).toEqual([0, 10]);
});

test('elements of images and small cells leave no room between them', () => {
  expect(draw([1], [1, 1], { ...usualGrid, fill: 0.5, isImage: true }).drawn[0]!.at).toEqual([0, 0, 10, 10]);
  expect(draw([1], [1, 1], { ...usualGrid, fill: 0.5 }, 4).drawn[0]!.at).toEqual([0, 0, 4, 4]);
  expect(draw([1], [1, 1], { ...usualGrid, fill: 0.5 }).drawn[0]!.at).toEqual([2.5, 2.5, 5, 5]);
});

test('a pixel of which a channel has no value has no colour', () => {
  const image = { ...usualGrid, isImage: true };
  expect(colorsOf([Number.NaN, 0, 0, 1, 1, 1], [1, 2, 3], image, [0, 1])).toEqual(['rgb(200 200 200)', 'rgb(255 255 255)']);
  expect(colorsOf([1, 0, 0, Number.NaN, 1, 1, 1, 0.5], [1, 2, 4], image, [0, 1])).toEqual(['rgb(200 200 200)', 'rgb(255 255 255 / 0.5)']);
});

test('what has no value does not count for the range', () => {
  expect(boundsOf([Number.NaN, 0.2, 7], usualGrid)).toEqual([-10, 10]);
});

/** What is drawn of a tensor with cells of so many pixels, as a canvas is told it. */
function draw(values: number[], shape: number[], options: GridOptions, cell = 10) {
  vi.stubGlobal('devicePixelRatio', 1);
  const drawn: { color: string; at: number[] }[] = [];
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const context = { fillStyle: '', scale() {}, fillRect: (...at: number[]) => drawn.push({ color: context.fillStyle, at: at.map(round) }) };
  const canvas = { width: 0, height: 0, style: { width: '', height: '', background: '' }, getContext: () => context };
  drawTensor(canvas as unknown as HTMLCanvasElement, values, shape, cell, options, [0, 1]);
  return { canvas, drawn };
}
