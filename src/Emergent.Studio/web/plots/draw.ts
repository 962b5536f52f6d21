import type { Style, Trace } from './traces';

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

/** Draws lines, points, bars and error bars on a canvas. */
export function drawTraces(context: CanvasRenderingContext2D, lines: readonly Trace[], style: Style, scales: Scales): void {
  context.save();
  context.beginPath();
  context.rect(scales.left, scales.top, scales.width, scales.height);
  context.clip();
  lines.forEach((line, index) => {
    context.strokeStyle = line.color;
    context.fillStyle = line.color;
    if (style === 'bars') drawBars(context, line, index, lines.length, scales);
    else {
      if (style !== 'points') drawLine(context, line, scales);
      // A point alone would not show as a line.
      if (style !== 'lines' || line.x.length === 1) drawPoints(context, line, scales);
    }
    if (line.errors) drawErrors(context, line, index, lines.length, style, scales);
  });
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

/** Where a line's bar begins and ends around x. */
export function barSlot(x: number, index: number, count: number): [number, number] {
  const width = barShare / count;
  return [x - barShare / 2 + index * width, x - barShare / 2 + (index + 1) * width];
}

function drawBars(context: CanvasRenderingContext2D, { x, y, side }: Trace, index: number, count: number, scales: Scales) {
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(y[i]!)) continue;
    const [left, right] = barSlot(x[i]!, index, count).map(scales.x) as [number, number];
    const [zero, top] = [scales.y(0, side), scales.y(y[i]!, side)];
    context.fillRect(left, Math.min(zero, top), Math.max(right - left - scales.ratio, scales.ratio), Math.max(Math.abs(zero - top), scales.ratio));
  }
}

function drawErrors(context: CanvasRenderingContext2D, line: Trace, index: number, count: number, style: Style, scales: Scales) {
  context.beginPath();
  context.lineWidth = scales.ratio;
  const cap = 3 * scales.ratio;
  for (let i = 0; i < line.x.length; i++) {
    const error = line.errors![i]!;
    if (Number.isNaN(line.y[i]!) || Number.isNaN(error)) continue;
    const slot = barSlot(line.x[i]!, index, count);
    const px = scales.x(style === 'bars' ? (slot[0] + slot[1]) / 2 : line.x[i]!);
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
