import { type ColorMap, colorAt, colorMap, cssColor, noColor } from '../netview/colormaps';
import { fittedRange } from '../netview/ranges';

/** How tensors are drawn. */
export interface GridOptions {
  map: string;
  /** Fixed bounds; null for those that fit. */
  min: number | null;
  max: number | null;
  /** Whether row 0 is at the top, else at the bottom as in the network. */
  topZero: boolean;
  /** Whether the outermost of an odd number of dimensions goes to rows, else to columns. */
  oddInRows: boolean;
  /** As a picture: greys, or red, green and blue where three or four channels come first or last. */
  isImage: boolean;
  /** The share of its cell that an element covers. */
  fill: number;
  /** The room between blocks of outer dimensions, in cells. */
  gap: number;
  background: string;
  /** The least size of a cell, in pixels; then the greatest, in heights of a line. */
  least: number;
  greatest: number;
  /** How large the longer side is, in heights of a line, as far as cells may be so small or large. */
  total: number;
  /** The size of labels, in pixels. */
  fontSize: number;
}

export const usualGrid: GridOptions = {
  map: 'ColdHot',
  min: null,
  max: null,
  topZero: false,
  oddInRows: false,
  isImage: false,
  fill: 0.9,
  gap: 0.3,
  background: '',
  least: 4,
  greatest: 2,
  total: 20,
  fontSize: 11,
};

const lineHeight = 13; // px: the size of the page's text

/** What a simulation says of how a column is drawn: emergent's keys. A bound that is given stays, unless it is said not to be fixed. */
export function gridOptionsOf(settings: Readonly<Record<string, string>>): GridOptions {
  const isOn = (key: string) => settings[key] === '+' || settings[key] === 'true';
  const isFixed = (end: 'min' | 'max') => (settings[`fix-${end}`] === undefined ? !Number.isNaN(number(end, Number.NaN)) : isOn(`fix-${end}`));
  const number = (key: string, usual: number) => (settings[key]?.trim() && Number.isFinite(Number(settings[key])) ? Number(settings[key]) : usual);
  return {
    map: settings.colormap ?? usualGrid.map,
    min: isFixed('min') ? number('min', -1) : null,
    max: isFixed('max') ? number('max', 1) : null,
    topZero: isOn('top-zero'),
    oddInRows: isOn('odd-row'),
    isImage: isOn('image'),
    fill: Math.min(Math.max(number('grid-fill', usualGrid.fill), 0.1), 1),
    gap: Math.max(number('dim-extra', usualGrid.gap), 0),
    background: settings.background ?? '',
    least: Math.max(number('grid-min', usualGrid.least), 1),
    greatest: Math.max(number('grid-max', usualGrid.greatest), 0.1),
    total: Math.max(number('total-size', usualGrid.total), 1),
    fontSize: Math.min(Math.max(number('font-size', usualGrid.fontSize), 6), 60),
  };
}

/** How many pixels a cell is: the whole as large as wished, but no cell too small, and above all none too large. */
export function cellSize({ columns, rows }: Pick<TensorLayout, 'columns' | 'rows'>, { least, greatest, total }: GridOptions): number {
  return Math.min(Math.max((total * lineHeight) / Math.max(columns, rows), least), greatest * lineHeight);
}

/** The cells of a tensor as a picture: where each element lies, with a gap between blocks of outer dimensions. */
export interface TensorLayout {
  columns: number;
  rows: number;
  /** Column and row from the top left, of each element; in cells. */
  placeOf(element: number): [number, number];
  elementAt(column: number, row: number): number;
}

/** From the innermost on, dimensions go in turn to columns and rows, the outer ones around the inner, as `TensorGrid` has it. */
export function layoutOf(shape: readonly number[], { topZero, oddInRows, gap }: GridOptions = usualGrid): TensorLayout {
  const rank = shape.length;
  const isRow = (dimension: number) => (rank % 2 === 1 && dimension === 0 ? oddInRows : (rank - dimension) % 2 === 0);
  const strides = shape.map((_, dimension) => shape.slice(dimension + 1).reduce((product, extent) => product * extent, 1));
  const along = (wanted: boolean) => {
    // Outermost last: how many cells one step is, and how much room a dimension takes.
    let step = 1;
    const dimensions: { dimension: number; step: number }[] = [];
    for (let dimension = rank - 1; dimension >= 0; dimension--) {
      if (isRow(dimension) !== wanted) continue;
      if (dimensions.length > 0) step += gap;
      dimensions.push({ dimension, step });
      step = step * (shape[dimension]! - 1) + (dimensions.length > 1 ? step - gap : step);
    }
    return { dimensions, size: step };
  };
  const [rows, columns] = [along(true), along(false)];
  const at = (element: number, { dimensions }: typeof rows) =>
    dimensions.reduce((sum, { dimension, step }) => sum + (Math.floor(element / strides[dimension]!) % shape[dimension]!) * step, 0);
  const placeOf = (element: number): [number, number] => {
    const row = at(element, rows);
    return [at(element, columns), topZero ? row : rows.size - 1 - row];
  };
  const count = shape.reduce((product, extent) => product * extent, 1);
  return {
    columns: columns.size,
    rows: rows.size,
    placeOf,
    elementAt(column, row) {
      for (let element = 0; element < count; element++) {
        const [x, y] = placeOf(element);
        if (column >= x && column < x + 1 && row >= y && row < y + 1) return element;
      }
      return -1;
    },
  };
}

/** The shape that an image is drawn in, and where its channels are; null for a tensor that is no image of three or four channels. */
function channelsOf(shape: readonly number[]): { shape: number[]; isFirst: boolean; count: number } | null {
  if (shape.length !== 3) return null;
  const [first, last] = [shape[0]!, shape[2]!];
  if (last === 3 || last === 4) return { shape: shape.slice(0, 2), isFirst: false, count: last };
  return first === 3 || first === 4 ? { shape: shape.slice(1), isFirst: true, count: first } : null;
}

/** The shape of a tensor's picture. */
export const pictureShape = (shape: readonly number[], { isImage }: GridOptions) => (isImage && channelsOf(shape)?.shape) || shape;

/** The colour of each element of a tensor's picture; where a number is missing, that of what has no value. */
export function colorsOf(values: readonly number[], shape: readonly number[], options: GridOptions, [min, max]: [number, number]): string[] {
  const norm = (value: number) => (max > min ? Math.min(Math.max((value - min) / (max - min), 0), 1) : 0.5);
  const channels = options.isImage ? channelsOf(shape) : null;
  if (channels) {
    const size = channels.shape[0]! * channels.shape[1]!;
    const channel = (pixel: number, of: number) => norm(values[channels.isFirst ? of * size + pixel : pixel * channels.count + of]!);
    return Array.from({ length: size }, (_, pixel) => {
      const [red, green, blue] = [0, 1, 2].map(of => Math.round(255 * channel(pixel, of)));
      const alpha = channels.count === 4 ? channel(pixel, 3) : 1;
      if ([red, green, blue, alpha].some(Number.isNaN)) return cssColor(noColor);
      return `rgb(${red} ${green} ${blue}${channels.count === 4 ? ` / ${alpha}` : ''})`;
    });
  }
  const map: ColorMap = options.isImage ? { name: 'Grey', stops: greys } : colorMap(options.map);
  return values.map(value => cssColor(Number.isNaN(value) ? noColor : colorAt(map, norm(value))));
}

const greys = [
  [0, 0, 0],
  [255, 255, 255],
] as const;

/** Draws a tensor into a canvas with cells of so many pixels, and a frame around one that is marked. */
export function drawTensor(
  canvas: HTMLCanvasElement,
  values: readonly number[],
  shape: readonly number[],
  cell: number,
  options: GridOptions,
  bounds: [number, number],
  marked = -1,
): void {
  const layout = layoutOf(pictureShape(shape, options), options);
  const ratio = Math.min(devicePixelRatio, 2);
  const [width, height] = [Math.ceil(layout.columns * cell), Math.ceil(layout.rows * cell)];
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.style.background = options.background;
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  const inset = cell >= 5 && !options.isImage ? ((1 - options.fill) * cell) / 2 : 0;
  colorsOf(values, shape, options, bounds).forEach((color, element) => {
    const [x, y] = layout.placeOf(element);
    context.fillStyle = color;
    context.fillRect(x * cell + inset, y * cell + inset, cell - 2 * inset, cell - 2 * inset);
  });
  if (marked < 0) return;
  const [x, y] = layout.placeOf(marked);
  context.lineWidth = 2;
  context.strokeStyle = getComputedStyle(canvas).color;
  context.strokeRect(x * cell + 1, y * cell + 1, cell - 2, cell - 2);
}

/** The bounds in which numbers are drawn: fixed ones, else nice numbers around zero; of an image from zero. */
export function boundsOf(values: Iterable<number>, { min, max, isImage }: GridOptions): [number, number] {
  let [least, greatest] = [0, 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const [low, high] = isImage ? fittedRange(least, greatest, false) : fittedRange(least, greatest, true);
  return [min ?? (max !== null && !isImage ? -Math.abs(max) : low), max ?? (min !== null && !isImage ? Math.max(Math.abs(min), high) : high)];
}
