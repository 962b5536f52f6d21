import { type ColorMap, colorAt, cssColor } from '../netview/colormaps';
import { gridOf } from '../netview/sheets';

/** The cells of a tensor as a picture: where each element lies, row 0 at the bottom as in the network, a gap between pools. */
export interface TensorLayout {
  columns: number;
  rows: number;
  /** Column and row from the top left, of each element; in cells. */
  placeOf(element: number): [number, number];
  elementAt(column: number, row: number): number;
}

const poolGap = 0.5;

export function layoutOf(shape: readonly number[]): TensorLayout {
  const { poolRows, poolColumns, rows, columns } = gridOf(shape);
  const size = rows * columns;
  const totalRows = poolRows * rows + (poolRows - 1) * poolGap;
  const placeOf = (element: number): [number, number] => {
    const pool = Math.floor(element / size);
    const column = (pool % poolColumns) * (columns + poolGap) + (element % columns);
    const row = Math.floor(pool / poolColumns) * (rows + poolGap) + (Math.floor(element / columns) % rows);
    return [column, totalRows - 1 - row];
  };
  return {
    columns: poolColumns * columns + (poolColumns - 1) * poolGap,
    rows: totalRows,
    placeOf,
    elementAt(column, row) {
      for (let element = 0; element < poolRows * poolColumns * size; element++) {
        const [x, y] = placeOf(element);
        if (column >= x && column < x + 1 && row >= y && row < y + 1) return element;
      }
      return -1;
    },
  };
}

/** Draws a tensor into a canvas with cells of whole pixels, and a frame around one that is marked. */
export function drawTensor(
  canvas: HTMLCanvasElement,
  values: readonly number[],
  shape: readonly number[],
  cell: number,
  map: ColorMap,
  bounds: [number, number],
  marked = -1,
): void {
  const layout = layoutOf(shape);
  const ratio = Math.min(devicePixelRatio, 2);
  const [width, height] = [Math.ceil(layout.columns * cell), Math.ceil(layout.rows * cell)];
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  const inset = cell >= 5 ? 0.5 : 0;
  const [min, max] = bounds;
  values.forEach((value, element) => {
    if (Number.isNaN(value)) return;
    const [x, y] = layout.placeOf(element);
    context.fillStyle = cssColor(colorAt(map, max > min ? (value - min) / (max - min) : 0.5));
    context.fillRect(x * cell + inset, y * cell + inset, cell - 2 * inset, cell - 2 * inset);
  });
  if (marked < 0) return;
  const [x, y] = layout.placeOf(marked);
  context.lineWidth = 2;
  context.strokeStyle = getComputedStyle(canvas).color;
  context.strokeRect(x * cell + 1, y * cell + 1, cell - 2, cell - 2);
}

/** Bounds around zero that all numbers of a list are within. */
export function boundsAround(values: Iterable<number>): [number, number] {
  let size = 0;
  for (const value of values) size = Math.max(size, Math.abs(value) || 0);
  return size === 0 ? [-1, 1] : [-size, size];
}
