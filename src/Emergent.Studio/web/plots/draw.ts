import { namedPoints } from './labels';
import type { PlotSettings } from './settings';
import type { Trace } from './traces';

/** From values to pixels. */
export interface Scales {
  x(value: number): number;
  y(value: number, side: Trace['side']): number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Pixels of the canvas for one of the page. */
  ratio: number;
}

/** Draws lines, points, bars, error bars and the names of points on a canvas. */
export function drawTraces(context: CanvasRenderingContext2D, lines: readonly Trace[], scales: Scales, settings: PlotSettings, ink: string): void {
  context.save();
  context.beginPath();
  context.rect(scales.left, scales.top, scales.width, scales.height);
  context.clip();
  const bars = lines.filter(({ style }) => style === 'bars');
  for (const line of lines) {
    const slot = { index: bars.indexOf(line), count: bars.length, share: settings.barWidth };
    context.strokeStyle = line.color;
    context.fillStyle = line.color;
    if (line.style === 'bars') drawBars(context, line, slot, scales);
    else {
      if (line.style !== 'points') drawLine(context, line, scales, settings);
      // A point alone would not show as a line.
      if (line.style !== 'lines' || line.x.length === 1) drawPoints(context, line, scales, settings);
    }
    if (line.errors) drawErrors(context, line, slot, scales);
  }
  drawNames(context, lines, scales, settings, ink);
  context.restore();
}

function drawLine(context: CanvasRenderingContext2D, { x, y, side, dash }: Trace, scales: Scales, { lineWidth }: PlotSettings) {
  context.beginPath();
  context.lineWidth = lineWidth * scales.ratio;
  context.lineJoin = 'round';
  context.setLineDash(dash.map(length => length * scales.ratio));
  let isDown = false;
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(y[i]!)) {
      isDown = false;
      continue;
    }
    const [px, py] = [scales.x(x[i]!), scales.y(y[i]!, side)];
    // Points that fall on a pixel that is drawn change nothing.
    if (isDown && Math.abs(px - lastX) < 0.5 && Math.abs(py - lastY) < 0.5) continue;
    if (isDown) context.lineTo(px, py);
    else context.moveTo(px, py);
    isDown = true;
    [lastX, lastY] = [px, py];
  }
  context.stroke();
  context.setLineDash([]);
}

function drawPoints(context: CanvasRenderingContext2D, { x, y, side }: Trace, scales: Scales, { pointSize }: PlotSettings) {
  context.beginPath();
  const radius = pointSize * scales.ratio;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(y[i]!)) continue;
    const [px, py] = [scales.x(x[i]!), scales.y(y[i]!, side)];
    context.moveTo(px + radius, py);
    context.arc(px, py, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

function drawNames(context: CanvasRenderingContext2D, lines: readonly Trace[], scales: Scales, { textSize }: PlotSettings, ink: string) {
  const { x, y, left, top, width, height, ratio } = scales;
  const area = { left: left / ratio, top: top / ratio, right: (left + width) / ratio, bottom: (top + height) / ratio };
  context.fillStyle = ink;
  context.font = `${textSize * ratio}px system-ui, sans-serif`;
  for (const name of namedPoints(lines, value => x(value) / ratio, (value, side) => y(value, side) / ratio, area, textSize)) {
    context.textAlign = name.anchor === 'middle' ? 'center' : name.anchor;
    context.fillText(name.text, name.x * ratio, name.y * ratio);
  }
}

/** Which of how many bars beside each other. */
export interface Slot {
  index: number;
  count: number;
  /** The share of the room that they cover together. */
  share: number;
}

/** Where a line's bar begins and ends around x. */
export function barSlot(x: number, { index, count, share }: Slot): [number, number] {
  const width = share / count;
  return [x - share / 2 + index * width, x - share / 2 + (index + 1) * width];
}

function drawBars(context: CanvasRenderingContext2D, { x, y, side }: Trace, slot: Slot, scales: Scales) {
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(y[i]!)) continue;
    const [left, right] = barSlot(x[i]!, slot).map(scales.x) as [number, number];
    const [zero, top] = [scales.y(0, side), scales.y(y[i]!, side)];
    context.fillRect(left, Math.min(zero, top), Math.max(right - left - scales.ratio, scales.ratio), Math.max(Math.abs(zero - top), scales.ratio));
  }
}

function drawErrors(context: CanvasRenderingContext2D, line: Trace, slot: Slot, scales: Scales) {
  context.beginPath();
  context.lineWidth = scales.ratio;
  const cap = 3 * scales.ratio;
  for (let i = 0; i < line.x.length; i++) {
    const error = line.errors![i]!;
    if (Number.isNaN(line.y[i]!) || Number.isNaN(error)) continue;
    const [from, to] = barSlot(line.x[i]!, slot);
    const px = scales.x(line.style === 'bars' ? (from + to) / 2 : line.x[i]!);
    const [high, low] = [scales.y(line.y[i]! + error, line.side), scales.y(line.y[i]! - error, line.side)];
    context.moveTo(px, high);
    context.lineTo(px, low);
    for (const end of [high, low]) {
      context.moveTo(px - cap, end);
      context.lineTo(px + cap, end);
    }
  }
  context.stroke();
}
