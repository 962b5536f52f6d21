export type Range = [number, number];

/** What of a plot is seen: along x and, where they are there, its left and right axis. */
export interface Window {
  x: Range;
  left: Range | null;
  right: Range | null;
}

/** A range grown by a factor, or shrunk, about a place of it from 0 to 1. */
export function scaledRange([min, max]: Range, factor: number, at = 0.5): Range {
  const still = min + at * (max - min);
  const [low, high] = [still + (min - still) * factor, still + (max - still) * factor];
  // Beyond what numbers can tell apart nothing would be seen.
  const least = 1e-12 * Math.max(Math.abs(low), Math.abs(high), 1e-280);
  return high - low > least && Number.isFinite(high - low) ? [low, high] : [min, max];
}

/** A range moved by a share of itself. */
export function movedRange([min, max]: Range, share: number): Range {
  const by = share * (max - min);
  return [min + by, max + by];
}

/** The same of both axes; places and shares go right and up. */
export function scaledWindow({ x, left, right }: Window, factor: number, [atX, atY]: [number, number] = [0.5, 0.5]): Window {
  return { x: scaledRange(x, factor, atX), left: left && scaledRange(left, factor, atY), right: right && scaledRange(right, factor, atY) };
}

export function movedWindow({ x, left, right }: Window, shareX: number, shareY: number): Window {
  return { x: movedRange(x, shareX), left: left && movedRange(left, shareY), right: right && movedRange(right, shareY) };
}
