import type { LayerInfo, NetworkInfo } from '../protocol/messages';

/** A layer as it lies in the scene: a grid of cells, some of which are the gaps between pools. */
export interface Sheet {
  layer: LayerInfo;
  /** Where its values begin among those of the network. */
  base: number;
  count: number;
  poolRows: number;
  poolColumns: number;
  /** Rows and columns of units, in a pool if there are pools. */
  rows: number;
  columns: number;
  /** Cells from left to right and from front to back, gaps between pools among them. */
  gridColumns: number;
  gridRows: number;
  /** The left front corner; y is the height. */
  x: number;
  y: number;
  z: number;
  /** The size of a cell; cells go right (+x) and back (−z). */
  pitchX: number;
  pitchZ: number;
}

export interface Scene {
  sheets: Sheet[];
  unitCount: number;
}

export const emptyScene: Scene = { sheets: [], unitCount: 0 };

/** Rows and columns of units and pools of a shape; another rank than 2 or 4 is a row of units. */
export function gridOf(shape: readonly number[]): { poolRows: number; poolColumns: number; rows: number; columns: number } {
  const [a = 1, b = 1, c = 1, d = 1] = shape;
  if (shape.length === 2) return { poolRows: 1, poolColumns: 1, rows: a, columns: b };
  if (shape.length === 4) return { poolRows: a, poolColumns: b, rows: c, columns: d };
  return { poolRows: 1, poolColumns: 1, rows: 1, columns: shape.reduce((product, extent) => product * extent, 1) };
}

/**
 * Places the layers of a network in a scene around the origin, its widest extent 1.
 * Units are square, other than in emergent, where each axis is stretched by itself; planes lie so far apart that one does not hide the next.
 */
export function arrange(network: NetworkInfo): Scene {
  const { layers } = network;
  if (layers.length === 0) return emptyScene;
  const least = (of: (layer: LayerInfo) => number) => Math.min(...layers.map(of));
  const greatest = (of: (layer: LayerInfo) => number) => Math.max(...layers.map(of));
  const [left, right] = [least(l => l.box.x), greatest(l => l.box.x + l.box.width)];
  const [front, back] = [least(l => l.box.y), greatest(l => l.box.y + l.box.depth)];
  const [bottom, top] = [least(l => l.box.z), greatest(l => l.box.z)];
  const scale = 1 / Math.max(right - left, back - front, 1e-6);
  // With the margin of a sheet, which is a cell in all.
  const spacing = Math.min(Math.max(0.55 * (back - front + 1) * scale, 0.18), 0.6);
  let base = 0;
  const sheets = layers.map(layer => {
    const grid = gridOf(layer.shape);
    const gridColumns = grid.poolColumns * grid.columns + grid.poolColumns - 1;
    const gridRows = grid.poolRows * grid.rows + grid.poolRows - 1;
    const count = layer.shape.reduce((product, extent) => product * extent, 1);
    const sheet: Sheet = {
      layer,
      base,
      count,
      ...grid,
      gridColumns,
      gridRows,
      x: (layer.box.x - (left + right) / 2) * scale,
      y: (layer.box.z - (bottom + top) / 2) * spacing,
      z: -(layer.box.y - (front + back) / 2) * scale,
      pitchX: (layer.box.width * scale) / gridColumns,
      pitchZ: (layer.box.depth * scale) / gridRows,
    };
    base += count;
    return sheet;
  });
  return { sheets, unitCount: base };
}

/** The sheets from the furthest in height, which lies behind the others, to the nearest. */
export const farToNear = ({ sheets }: Scene, eye: number) => [...sheets].sort((p, q) => Math.abs(q.y - eye) - Math.abs(p.y - eye));

/** The unit of a cell, counted from the left and from the front; −1 in a gap between pools and outside. */
export function unitAt(sheet: Sheet, column: number, row: number): number {
  if (column < 0 || row < 0 || column >= sheet.gridColumns || row >= sheet.gridRows) return -1;
  const poolColumn = Math.floor(column / (sheet.columns + 1));
  const poolRow = Math.floor(row / (sheet.rows + 1));
  const unitColumn = column - poolColumn * (sheet.columns + 1);
  const unitRow = row - poolRow * (sheet.rows + 1);
  if (unitColumn === sheet.columns || unitRow === sheet.rows) return -1;
  return ((poolRow * sheet.poolColumns + poolColumn) * sheet.rows + unitRow) * sheet.columns + unitColumn;
}

/** The cell of a unit: the inverse of `unitAt`. */
export function cellOf(sheet: Sheet, unit: number): { column: number; row: number } {
  const unitColumn = unit % sheet.columns;
  const unitRow = Math.floor(unit / sheet.columns) % sheet.rows;
  const pool = Math.floor(unit / (sheet.columns * sheet.rows));
  return {
    column: (pool % sheet.poolColumns) * (sheet.columns + 1) + unitColumn,
    row: Math.floor(pool / sheet.poolColumns) * (sheet.rows + 1) + unitRow,
  };
}

/** Where a unit is, in words, and what it is called. */
export function placeOf(sheet: Sheet, unit: number): string {
  const name = sheet.layer.unitNames[unit];
  return name ? `${indexOf(sheet, unit)} ${name}` : indexOf(sheet, unit);
}

function indexOf(sheet: Sheet, unit: number): string {
  const unitColumn = unit % sheet.columns;
  const unitRow = Math.floor(unit / sheet.columns) % sheet.rows;
  if (sheet.layer.shape.length === 4) {
    const pool = Math.floor(unit / (sheet.columns * sheet.rows));
    return `[${Math.floor(pool / sheet.poolColumns)}, ${pool % sheet.poolColumns}] [${unitRow}, ${unitColumn}]`;
  }
  return sheet.layer.shape.length === 2 ? `[${unitRow}, ${unitColumn}]` : `[${unit}]`;
}
