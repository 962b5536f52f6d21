import { svg } from '../dom/h';
import type { PlotSettings } from './settings';
import type { Trace } from './traces';

/** How long a key must be for each pattern of dashes to be told from the others. */
export const keyLength = 36;
const barKey = 10;

/** The stroke of a line. */
export const strokeOf = ({ color, dash }: Trace, { lineWidth }: PlotSettings) => ({
  stroke: color,
  'stroke-width': lineWidth,
  'stroke-dasharray': dash.length > 0 ? dash.join(' ') : null,
});

/** What stands for a line in a legend, around y, for the page and for a file. */
export function keyOf(line: Trace, settings: PlotSettings, x: number, y: number, length = keyLength): SVGElement[] {
  const { color, style } = line;
  if (style === 'bars') return [svg('rect', { x: x + length - barKey, y: y - barKey / 2, width: barKey, height: barKey, fill: color })];
  const parts: SVGElement[] = [];
  if (style !== 'points') parts.push(svg('path', { d: `M${x} ${y}h${length}`, fill: 'none', ...strokeOf(line, settings) }));
  if (style !== 'lines') parts.push(svg('circle', { cx: x + length / 2, cy: y, r: Math.min(settings.pointSize, 6), fill: color }));
  return parts;
}

/** The same as a picture of its own. */
export const keyPicture = (line: Trace, settings: PlotSettings, length = keyLength) =>
  svg('svg', { class: 'line-key', width: length, height: 12, 'aria-hidden': 'true' }, keyOf(line, settings, 0, 6, length));
