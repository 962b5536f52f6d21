import { type Camera, fieldOfView, type Vector } from './camera';
import { mixColors, type Rgb } from './colormaps';
import type { Sheet } from './sheets';

/** A picture as a canvas keeps it: a word a pixel, whose bytes are red, green, blue and opacity. */
export interface Pixels {
  words: Uint32Array;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A part of a picture; right and bottom lie outside. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The code of a unit without a value; those below go evenly from the lower to the upper end of the range, so many that no step shows. */
export const missingCode = 1023;

/** How far a sheet reaches beyond its cells, in cells. */
export const margin = 0.5;

const stepBits = 4;
const lastStep = (1 << stepBits) - 1; // from the colour of the sheet to that of a unit
const whole = 62; // a side of a cell that is covered from end to end; the product of two goes to a step by a shift
const shift = 8;
const half = 1 << (shift - 1);
const binBits = 8;
const bins = 1 << binBits; // in which a place between two sides of a cell is looked up

export const wordOf = ([r, g, b]: Rgb) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** What the units of a picture look like: a code each, and the colours of the codes. */
export interface Paint {
  codes: Uint16Array;
  ground: Rgb;
  /** What a sheet is made of, and how much of what lies behind it hides. */
  sheet: Rgb;
  sheetOpacity: number;
  /** Sixteen words a code: from a sheet on the ground to the colour of the unit, so that a pixel that a unit covers in part looks its colour up. */
  colors: Uint32Array;
  /** The shares of their cells that units cover, and those without a value. */
  unitSize: number;
  missingSize: number;
}

/** The colours of a paint, given those of the codes and that of a sheet on the ground. */
export function mix(colors: readonly Rgb[], sheet: Rgb): Uint32Array {
  return Uint32Array.from({ length: colors.length << stepBits }, (_, i) => wordOf(mixColors(sheet, colors[i >> stepBits]!, (i & lastStep) / lastStep)));
}

/** How much of a pixel lies on a unit, by the pixel's place in the cell, across and along. */
class Cover {
  readonly across = new Uint8Array(bins);
  readonly along = new Uint8Array(bins);

  /** The size of the unit, and the size of a pixel across and along; all in cells. */
  fit(unit: number, pixelAcross: number, pixelAlong: number): void {
    // Cells of a pixel or less: gaps become a tint instead of a moiré.
    const tint = Math.min(Math.max((Math.max(pixelAcross, pixelAlong) - 0.35) / 0.55, 0), 1);
    fill(this.across, unit, pixelAcross, tint);
    fill(this.along, unit, pixelAlong, tint);
  }
}

function fill(shares: Uint8Array, unit: number, pixel: number, tint: number) {
  for (let bin = 0; bin < bins; bin++) {
    const off = Math.abs((bin + 0.5) / bins - 0.5);
    shares[bin] = whole * (tint * unit + (1 - tint) * Math.min(Math.max(0.5 + (unit / 2 - off) / pixel, 0), 1)) + 0.5;
  }
}

const ofUnits = new Cover();
const ofMissing = new Cover();

/**
 * Draws a sheet line by line. The camera does not lean, so that all of a level sheet that one line of the picture shows is equally far away, and from pixel to
 * pixel the place on the sheet moves on by the same step: two additions and four looks into lists a pixel.
 * Where it lies over another, that shows through it.
 */
export function paintSheet({ words, width, height }: Pixels, camera: Camera, sheet: Sheet, { top, bottom }: Area, isOver: boolean, paint: Paint): void {
  const { rows, columns } = sheet;
  const [right, up, forward] = camera.axes;
  const eye = camera.position;
  const [eyeU, eyeV] = [(eye[0] - sheet.x) / sheet.pitchX, (sheet.z - eye[2]) / sheet.pitchZ];
  const scale = (2 * Math.tan(fieldOfView / 2)) / height;
  const [ground, plate, glass] = [wordOf(paint.ground), wordOf(mixColors(paint.ground, paint.sheet, paint.sheetOpacity)), wordOf(paint.sheet)];
  // As many bits for the place within a cell as the number of cells leaves.
  const pointBits = 30 - Math.ceil(Math.log2(Math.max(rows, columns) + 1));
  let fitted = 0;
  for (let y = top; y < bottom; y++) {
    const rise = (height / 2 - y - 0.5) * scale;
    const away = (sheet.y - eye[1]) / (forward[1] + up[1] * rise);
    if (!(away > 0)) continue;
    // Cells across (u) and along (v), at the middle of the line's first pixel, and from pixel to pixel.
    const du = (away * right[0] * scale) / sheet.pitchX;
    const dv = (-away * right[2] * scale) / sheet.pitchZ;
    const u = eyeU + (away * (forward[0] + up[0] * rise)) / sheet.pitchX + (0.5 - width / 2) * du;
    const v = eyeV - (away * (forward[2] + up[2] * rise)) / sheet.pitchZ + (0.5 - width / 2) * dv;
    const line = y * width;
    const plateStart = Math.max(enters(u, du, -margin, sheet.gridColumns + margin), enters(v, dv, -margin, sheet.gridRows + margin), 0);
    const plateEnd = Math.min(leaves(u, du, -margin, sheet.gridColumns + margin), leaves(v, dv, -margin, sheet.gridRows + margin), width);
    if (plateStart >= plateEnd) continue;
    if (!isOver) words.fill(plate, line + plateStart, line + plateEnd);
    else {
      for (let at = line + plateStart; at < line + plateEnd; at++) {
        const under = words[at]!;
        words[at] = under === ground ? plate : mixWords(under, glass, paint.sheetOpacity);
      }
    }

    const middle = (plateStart + plateEnd) / 2;
    // The next line lies further away by this share, along the ray.
    const further = Math.abs((forward[1] + up[1] * rise) / (forward[1] + up[1] * (rise - scale)) - 1);
    const pixelAcross = Math.abs(du) + further * Math.abs(u + middle * du - eyeU);
    const pixelAlong = Math.abs(dv) + further * Math.abs(v + middle * dv - eyeV);
    if (!(Math.abs(pixelAlong - fitted) < 0.2 * fitted)) {
      fitted = pixelAlong;
      ofUnits.fit(paint.unitSize, pixelAcross, pixelAlong);
      ofMissing.fit(paint.missingSize, pixelAcross, pixelAlong);
    }

    let first = sheet.base;
    for (let poolRow = 0; poolRow < sheet.poolRows; poolRow++) {
      const front = poolRow * (rows + 1);
      const [inRow, outOfRow] = [enters(v, dv, front, front + rows), leaves(v, dv, front, front + rows)];
      for (let poolColumn = 0; poolColumn < sheet.poolColumns; poolColumn++, first += rows * columns) {
        const left = poolColumn * (columns + 1);
        const start = Math.max(inRow, enters(u, du, left, left + columns), 0);
        const end = Math.min(outOfRow, leaves(u, du, left, left + columns), width);
        if (start < end) paintUnits(words, line + start, line + end, u + start * du - left, v + start * dv - front, du, dv, paint, first, columns, pointBits);
      }
    }
  }
}

/** Draws the units of a pool that are on a line, in fixed point: additions and shifts of whole numbers take half the time that rounding does. */
function paintUnits(
  words: Uint32Array,
  start: number,
  end: number,
  u: number,
  v: number,
  du: number,
  dv: number,
  { codes, colors }: Paint,
  first: number,
  columns: number,
  pointBits: number,
): void {
  const toBin = pointBits - binBits;
  const one = 2 ** pointBits;
  const [stepU, stepV] = [Math.round(du * one), Math.round(dv * one)];
  let [atU, atV] = [Math.floor(u * one), Math.floor(v * one)];
  const { across, along } = ofUnits;
  for (let at = start; at < end; at++, atU += stepU, atV += stepV) {
    const code = codes[first + Math.imul(atV >> pointBits, columns) + (atU >> pointBits)]!;
    const i = (atU >> toBin) & (bins - 1);
    const j = (atV >> toBin) & (bins - 1);
    const cover = code === missingCode ? ofMissing.across[i]! * ofMissing.along[j]! : across[i]! * along[j]!;
    const step = (cover + half) >> shift;
    if (step > 0) words[at] = colors[(code << stepBits) | step]!;
  }
}

// In pixels: less than is seen, and more than sums of rounded steps can be wrong by.
const slack = 0.01;

/** The first pixel of a line within bounds that a place enters in steps. */
function enters(at: number, step: number, low: number, high: number): number {
  if (Math.abs(step) < 1e-12) return at >= low && at < high ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Math.ceil(((step > 0 ? low : high) - at) / step + slack);
}

/** The first pixel after those within the bounds. */
function leaves(at: number, step: number, low: number, high: number): number {
  if (Math.abs(step) < 1e-12) return Number.POSITIVE_INFINITY;
  return Math.ceil(((step > 0 ? high : low) - at) / step - slack);
}

/** The pixels of a picture that may show a sheet. */
export function areaOf(sheet: Sheet, camera: Camera, width: number, height: number): Area {
  const corners = cornersOf(sheet, -margin, -margin, sheet.gridColumns + margin, sheet.gridRows + margin).map(each => camera.project(each));
  if (corners.includes(null)) return { left: 0, top: 0, right: width, bottom: height };
  const ratio = height / camera.height;
  // With a pixel more for the line around it.
  const low = (of: (point: Point) => number) => Math.max(Math.floor(Math.min(...corners.map(each => of(each!))) * ratio) - 2, 0);
  const high = (of: (point: Point) => number, most: number) => Math.min(Math.ceil(Math.max(...corners.map(each => of(each!))) * ratio) + 2, most);
  return { left: low(p => p.x), top: low(p => p.y), right: high(p => p.x, width), bottom: high(p => p.y, height) };
}

/** The corners of a rectangle of cells on a sheet, around it. */
export function cornersOf(sheet: Sheet, left: number, front: number, right: number, back: number): Vector[] {
  const corner = (column: number, row: number): Vector => [sheet.x + column * sheet.pitchX, sheet.y, sheet.z - row * sheet.pitchZ];
  return [corner(left, front), corner(right, front), corner(right, back), corner(left, back)];
}

/** Draws a smooth line between two points; its width in pixels. */
export function paintLine(pixels: Pixels, from: Point, to: Point, color: Rgb, opacity: number, width: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const isSteep = Math.abs(dy) > Math.abs(dx);
  const slope = isSteep ? dx / dy : dx === 0 ? 0 : dy / dx;
  // It goes along one axis, a pixel a step, and is as wide across the other as its slope makes it.
  const [start, end] = isSteep ? [Math.min(from.y, to.y), Math.max(from.y, to.y)] : [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const reach = (width * Math.hypot(1, slope)) / 2 + 0.5;
  const { words } = pixels;
  const over = wordOf(color);
  const [length, breadth] = isSteep ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  for (let i = Math.max(Math.round(start), 0); i < Math.min(Math.round(end), length); i++) {
    const middle = (isSteep ? from.x + (i + 0.5 - from.y) * slope : from.y + (i + 0.5 - from.x) * slope) - 0.5;
    for (let j = Math.max(Math.ceil(middle - reach), 0); j <= Math.min(Math.floor(middle + reach), breadth - 1); j++) {
      const at = isSteep ? i * pixels.width + j : j * pixels.width + i;
      words[at] = mixWords(words[at]!, over, opacity * Math.min(reach - Math.abs(j - middle), 1));
    }
  }
}

function mixWords(under: number, over: number, share: number): number {
  const part = Math.round(256 * share);
  const mixed = (shift: number) => ((((under >> shift) & 255) * (256 - part) + ((over >> shift) & 255) * part) >> 8) << shift;
  return (0xff000000 | mixed(16) | mixed(8) | mixed(0)) >>> 0;
}
