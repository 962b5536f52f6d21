import type uPlot from 'uplot';
import { fill, h } from '../dom/h';
import { shortNumber } from '../netview/ranges';
import type { Scales } from './draw';
import type { Trace } from './traces';

const reach = 18; // pixels within which a point is read

/** Says of the point under the pointer what it is. */
export class PointReader {
  readonly #tip = h('div', { class: 'net-tip', hidden: true });
  readonly #dot = h('div', { class: 'plot-dot', hidden: true });

  /** Shows itself in a plot, once it is made. */
  attach(plot: uPlot): void {
    plot.over.append(this.#dot, this.#tip);
  }

  read(plot: uPlot, lines: readonly Trace[], scales: Scales, whereOf: (x: number) => string): void {
    const { left = -1, top = -1 } = plot.cursor;
    const best = left < 0 ? null : nearest(lines, scales, left, top);
    this.#tip.hidden = !best;
    this.#dot.hidden = !best;
    if (!best) return;
    const { line, at, x, y } = best;
    this.#dot.style.transform = `translate(${x}px, ${y}px)`;
    this.#dot.style.borderColor = line.color;
    const name = line.names?.[at];
    fill(
      this.#tip,
      name ? [h('strong', {}, name), h('br')] : null,
      h('strong', {}, line.label),
      ' ',
      h('b', {}, shortNumber(line.y[at]!)),
      h('br'),
      whereOf(line.x[at]!),
    );
    const isRight = x + 16 + this.#tip.offsetWidth > plot.over.clientWidth;
    this.#tip.style.transform = `translate(${Math.round(isRight ? x - 12 - this.#tip.offsetWidth : x + 12)}px, ${Math.round(Math.max(y - this.#tip.offsetHeight - 8, 2))}px)`;
  }
}

function nearest(lines: readonly Trace[], scales: Scales, left: number, top: number) {
  let best: { line: Trace; at: number; x: number; y: number; distance: number } | null = null;
  for (const line of lines) {
    for (let i = 0; i < line.x.length; i++) {
      const x = scales.x(line.x[i]!);
      if (Math.abs(x - left) > reach) continue;
      const y = scales.y(line.y[i]!, line.side);
      const distance = Math.hypot(x - left, y - top);
      if (distance < (best?.distance ?? reach)) best = { line, at: i, x, y, distance };
    }
  }
  return best;
}
