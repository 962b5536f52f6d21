import { namedPoints } from './labels';
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

/** The width of a bar's slot in x. */
export const barShare = 0.8;

/** Draws lines, points, bars, error bars and the names of points on a canvas. */
export function drawTraces(context: CanvasRenderingContext2D, lines: readonly Trace[], scales: Scales, ink: string): void {
  context.save();
  context.beginPath();
  context.rect(scales.left, scales.top, scales.width, scales.height);
  context.clip();
  const bars = lines.filter(({ style }) => style === 'bars');
  for (const line of lines) {
    const slot = { index: bars.indexOf(line), count: bars.length };
    context.strokeStyle = line.color;
    context.fillStyle = line.color;
    if (line.style === 'bars') drawBars(context, line, slot, scales);
    else {
      if (line.style !== 'points') drawLine(context, line, scales);
      // A point alone would not show as a line.
      if (line.style !== 'lines' || line.x.length === 1) drawPoints(context, line, scales);
    }
    if (line.errors) drawErrors(context, line, slot, scales);
  }
  drawNames(context, lines, scales, ink);
  context.restore();
}

function drawLine(context: CanvasRenderingContext2D, { x, y, side, dash }: Trace, scales: Scales) {
  context.beginPath();
  context.lineWidth = 1.5 * scales.ratio;
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

function drawPoints(context: CanvasRenderingContext2D, { x, y, side }: Trace, scales: Scales) {
  context.beginPath();
  const radius = 3 * scales.ratio;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(y[i]!)) continue;
    const [px, py] = [scales.x(x[i]!), scales.y(y[i]!, side)];
    context.moveTo(px + radius, py);
    context.arc(px, py, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

function drawNames(context: CanvasRenderingContext2D, lines: readonly Trace[], { x, y, left, top, width, height, ratio }: Scales, ink: string) {
  const area = { left: left / ratio, top: top / ratio, right: (left + width) / ratio, bottom: (top + height) / ratio };
  context.fillStyle = ink;
  context.font = `${12 * ratio}px system-ui, sans-serif`;
  for (const name of namedPoints(lines, value => x(value) / ratio, (value, side) => y(value, side) / ratio, area)) {
    context.textAlign = name.anchor === 'middle' ? 'center' : name.anchor;
    context.fillText(name.text, name.x * ratio, name.y * ratio);
  }
}

/** Which of how many bars beside each other. */
export interface Slot {
  index: number;
  count: number;
}

/** Where a line's bar begins and ends around x. */
export function barSlot(x: number, { index, count }: Slot): [number, number] {
  const width = barShare / count;
  return [x - barShare / 2 + index * width, x - barShare / 2 + (index + 1) * width];
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
