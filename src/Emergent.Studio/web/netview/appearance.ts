import { type ColorMap, colorAt, missingAlpha, missingColor, mixColors, type Rgb } from './colormaps';
import { normOf, opacityOf, type Range, scaledOf } from './ranges';

/** Everything that decides how a value looks. */
export interface Appearance {
  map: ColorMap;
  range: Range;
  /** The share of its cell that a unit covers. */
  unitSize: number;
  /** The height of the greatest value, in cells. */
  height: number;
  background: Rgb;
  sheet: Rgb;
  accent: Rgb;
}

/** The share of its cell that a unit without a value covers. */
export const missingSize = 0.4;

/** How opaque the sheets are that units stand on, and their rims. */
export const sheetOpacity = 0.07;
export const rimOpacity = 0.22;

/** The colour of a value: faded to the background by its opacity, which looks as transparency over plain ground does and needs no order. */
export function colorOf(value: number, { map, range, background }: Appearance): Rgb {
  if (Number.isNaN(value)) return mixColors(background, missingColor, missingAlpha);
  const norm = normOf(value, range);
  return mixColors(background, colorAt(map, norm), opacityOf(norm, range));
}

/** The height of a value's box in cells; negative: it hangs. */
export function heightOf(value: number, { range, height }: Appearance): number {
  return Number.isNaN(value) ? 0 : height * scaledOf(normOf(value, range), range);
}

/** The colours of a range in even steps from its lower to its upper end. */
export function colorsOf(appearance: Appearance, count: number): Rgb[] {
  const { min, max } = appearance.range;
  return Array.from({ length: count }, (_, i) => colorOf(min + ((max - min) * i) / (count - 1), appearance));
}

/** What the colours of units and sheets depend on, as a text to compare. */
export const lookOf = ({ map, range, background, sheet }: Appearance) => [map.name, range.min, range.max, range.isZeroCentred, background, sheet].join(' ');
