/** From which value to which a variable is shown. */
export interface Range {
  min: number;
  max: number;
  isZeroCentred: boolean;
  /** Whether the lower end stays, or follows the values. */
  isMinFixed: boolean;
  isMaxFixed: boolean;
}

/** How opaque a unit at zero is. */
const zeroAlpha = 0.5;

/** The smallest of 1, 2, 5 × 10^k that is not below a size; 0 stays 0. */
export function niceAbove(size: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return 0;
  const power = 10 ** Math.floor(Math.log10(size));
  // A little slack, so that 0.3 / 0.1 = 2.9999999999999996 and the like fall on the right side.
  const step = [1, 2, 5, 10].find(each => each * power >= size * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** Bounds widened to nice numbers: each outward to a multiple of a nice fraction of the span. */
export function niceBounds(min: number, max: number): [number, number] {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return [-1, 1];
  if (min === max) return min === 0 ? [-1, 1] : min > 0 ? [0, niceAbove(min)] : [-niceAbove(-min), 0];
  const step = niceAbove((max - min) / 10);
  const outward = (value: number, round: (x: number) => number) => Number((round(Number((value / step).toPrecision(12))) * step).toPrecision(12));
  return [outward(min, Math.floor), outward(max, Math.ceil)];
}

/** The range that fits values between two bounds. */
export function fittedRange(min: number, max: number, isZeroCentred: boolean): [number, number] {
  if (!(min <= max)) return isZeroCentred ? [-1, 1] : [0, 1];
  if (!isZeroCentred) return niceBounds(min, max);
  const size = niceAbove(Math.max(Math.abs(min), Math.abs(max))) || 1;
  return [-size, size];
}

/** The range with its ends where they are now: those that are not fixed fit values between two bounds; with zero in the centre, the one that is fixed has its mirror. */
export function resolved(range: Range, bounds: readonly [number, number] | undefined): Range {
  const { min, max, isZeroCentred, isMinFixed, isMaxFixed } = range;
  if (isMinFixed && isMaxFixed) return range;
  if (isZeroCentred && (isMinFixed || isMaxFixed)) {
    const size = Math.abs(isMinFixed ? min : max) || 1;
    return { ...range, min: -size, max: size };
  }
  if (!bounds) return range;
  const [low, high] = bounds;
  if (!isMinFixed && !isMaxFixed) {
    const [min, max] = fittedRange(low, high, isZeroCentred);
    return { ...range, min, max };
  }
  // Where all values lie beyond the fixed end, the range is as wide as that end is high: nothing is right, but it is a range.
  const width = Math.abs(isMinFixed ? min : max) || 1;
  return isMinFixed
    ? { ...range, max: high > min ? niceBounds(min, high)[1] : min + width }
    : { ...range, min: low < max ? niceBounds(low, max)[0] : max - width };
}

/** The range after somebody has given one end: it is fixed there, and with zero in the centre the other is its mirror; null where that would be no range. */
export function withEnd(range: Range, which: 'min' | 'max', value: number): Range | null {
  const isMin = which === 'min';
  const size = Math.abs(value);
  const next = range.isZeroCentred
    ? { ...range, min: -size, max: size }
    : { ...range, [which]: value };
  const given = { ...next, isMinFixed: isMin || range.isMinFixed, isMaxFixed: !isMin || range.isMaxFixed };
  return given.min < given.max || (!range.isZeroCentred && !(given.isMinFixed && given.isMaxFixed)) ? given : null;
}

/** A value as 0…1 of its range, clamped; NaN stays NaN. */
export function normOf(value: number, { min, max }: Range): number {
  if (Number.isNaN(value)) return value;
  return max > min ? (Math.min(Math.max(value, min), max) - min) / (max - min) : 0;
}

/** What height shows: −1…1 if zero is in the centre, else 0…1. */
export const scaledOf = (norm: number, range: Range) => (range.isZeroCentred ? 2 * norm - 1 : norm);

/** How opaque a unit of a norm is. */
export function opacityOf(norm: number, range: Range): number {
  return zeroAlpha + (1 - zeroAlpha) * (range.isZeroCentred ? Math.abs(scaledOf(norm, range)) : 0.8);
}

/** A number in few characters: four significant digits. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return 'n/a';
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e6 || size < 1e-4 ? value.toExponential(3).replace(/\.?0+e/, 'e') : String(Number(value.toPrecision(4)));
}
