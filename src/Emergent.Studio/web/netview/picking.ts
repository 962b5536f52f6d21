import { add, type Ray, type Vector } from './camera';
import { type Sheet, unitAt } from './sheets';

/** A unit that was met, and how far along the ray. */
export interface Hit {
  sheet: Sheet;
  unit: number;
  distance: number;
}

/** How a unit looks: the share of its cell that it covers, and its height in cells (negative: it hangs), given its index among all units. */
export interface Looks {
  footprintOf(index: number): number;
  heightOf(index: number): number;
  /** The greatest height, up or down, in cells. */
  highest: number;
}

/** The thinnest a box is drawn and met, in cells. */
export const thinnest = 0.02;

/** The size that heights of a layer are in. */
export const cellSize = (sheet: Sheet) => Math.max(sheet.pitchX, sheet.pitchZ);

/** The nearest unit whose cell in its layer's plane the ray crosses. */
export function pickFlat(ray: Ray, sheets: readonly Sheet[]): Hit | null {
  let best: Hit | null = null;
  for (const sheet of sheets) {
    const hit = hitPlane(ray, sheet);
    if (hit && (!best || hit.distance < best.distance)) best = hit;
  }
  return best;
}

function hitPlane({ origin, direction }: Ray, sheet: Sheet): Hit | null {
  if (direction[1] === 0) return null;
  const distance = (sheet.y - origin[1]) / direction[1];
  if (distance <= 0) return null;
  const at = add(origin, direction, distance);
  const unit = unitAt(sheet, Math.floor((at[0] - sheet.x) / sheet.pitchX), Math.floor((sheet.z - at[2]) / sheet.pitchZ));
  return unit < 0 ? null : { sheet, unit, distance };
}

/** The nearest box that the ray meets: it walks the cells of each layer below the ray. */
export function pickBoxes(ray: Ray, sheets: readonly Sheet[], looks: Looks): Hit | null {
  let best: Hit | null = null;
  for (const sheet of sheets) {
    const hit = walk(ray, sheet, looks);
    if (hit && (!best || hit.distance < best.distance)) best = hit;
  }
  return best;
}

/** The corners of a unit's box. */
export function boxOf(sheet: Sheet, column: number, row: number, footprint: number, height: number): [Vector, Vector] {
  const inset = (1 - footprint) / 2;
  const tall = height * cellSize(sheet);
  const thin = thinnest * cellSize(sheet);
  return [
    [sheet.x + (column + inset) * sheet.pitchX, sheet.y + Math.min(tall, 0), sheet.z - (row + 1 - inset) * sheet.pitchZ],
    [sheet.x + (column + 1 - inset) * sheet.pitchX, sheet.y + Math.max(tall, tall < 0 ? 0 : thin), sheet.z - (row + inset) * sheet.pitchZ],
  ];
}

/** How far along a ray a box is met; null if it is not. */
export function meet({ origin, direction }: Ray, [low, high]: [Vector, Vector]): number | null {
  let [enter, leave] = [0, Number.POSITIVE_INFINITY];
  for (let axis = 0; axis < 3; axis++) {
    const [o, d] = [origin[axis]!, direction[axis]!];
    if (d === 0) {
      if (o < low[axis]! || o > high[axis]!) return null;
      continue;
    }
    const [a, b] = [(low[axis]! - o) / d, (high[axis]! - o) / d];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? enter : null;
}

function walk(ray: Ray, sheet: Sheet, looks: Looks): Hit | null {
  const reach = Math.max(looks.highest, thinnest) * cellSize(sheet);
  const enter = meet(ray, [
    [sheet.x, sheet.y - reach, sheet.z - sheet.gridRows * sheet.pitchZ],
    [sheet.x + sheet.gridColumns * sheet.pitchX, sheet.y + reach, sheet.z],
  ]);
  if (enter === null) return null;
  // In cells: u to the right, v to the back.
  const u0 = (ray.origin[0] + ray.direction[0] * enter - sheet.x) / sheet.pitchX;
  const v0 = (sheet.z - ray.origin[2] - ray.direction[2] * enter) / sheet.pitchZ;
  const [du, dv] = [ray.direction[0] / sheet.pitchX, -ray.direction[2] / sheet.pitchZ];
  let column = Math.min(Math.max(Math.floor(u0), 0), sheet.gridColumns - 1);
  let row = Math.min(Math.max(Math.floor(v0), 0), sheet.gridRows - 1);
  let nextU = du === 0 ? Number.POSITIVE_INFINITY : (column + (du > 0 ? 1 : 0) - u0) / du;
  let nextV = dv === 0 ? Number.POSITIVE_INFINITY : (row + (dv > 0 ? 1 : 0) - v0) / dv;
  while (column >= 0 && row >= 0 && column < sheet.gridColumns && row < sheet.gridRows) {
    const unit = unitAt(sheet, column, row);
    if (unit >= 0) {
      const index = sheet.base + unit;
      // Cells are met in the order of the ray and boxes stay within their cells, so that the first box met is the nearest of this layer.
      const distance = meet(ray, boxOf(sheet, column, row, looks.footprintOf(index), looks.heightOf(index)));
      if (distance !== null) return { sheet, unit, distance };
    }
    if (!Number.isFinite(Math.min(nextU, nextV))) return null;
    if (nextU < nextV) {
      column += Math.sign(du);
      nextU += Math.abs(1 / du);
    } else {
      row += Math.sign(dv);
      nextV += Math.abs(1 / dv);
    }
  }
  return null;
}
