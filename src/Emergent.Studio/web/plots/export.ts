import { svg } from '../dom/h';
import type { Cell } from '../protocol/messages';
import type { TableData } from '../protocol/table';
import { barSlot } from './draw';
import { namedPoints } from './labels';
import { type Trace, ticks } from './traces';

export interface Picture {
  title: string;
  lines: readonly Trace[];
  x: [number, number];
  left: [number, number] | null;
  right: [number, number] | null;
  xLabel: string;
  /** A tick of x in words, for columns of text. */
  xWord: ((value: number) => string) | null;
}

const [width, height] = [800, 500];
const frame = { left: 70, top: 44, right: 60, bottom: 50 };
const ink = '#1b2430';

/** A plot as an SVG that stands alone: axes, labels and legend in it, on white. */
export function plotSvg({ title, lines, x, left, right, xLabel, xWord }: Picture): string {
  const legendRows = Math.ceil(lines.length / 4);
  const total = height + 18 * legendRows;
  const px = (value: number) => frame.left + ((value - x[0]) / (x[1] - x[0])) * (width - frame.left - frame.right);
  const py = (value: number, side: Trace['side']) => {
    const [low, high] = (side === 'right' ? right : left) ?? [0, 1];
    return height - frame.bottom - ((value - low) / (high - low)) * (height - frame.top - frame.bottom);
  };
  const text = (at: [number, number], anchor: string, content: string, more: Record<string, unknown> = {}) =>
    svg('text', { x: round(at[0]), y: round(at[1]), 'text-anchor': anchor, fill: ink, ...more }, content);
  const axis = (side: Trace['side'], bounds: [number, number]) =>
    ticks(...bounds, 8).flatMap(value => {
      const y = round(py(value, side));
      const edge = side === 'left' ? frame.left : width - frame.right;
      return [
        side === 'left' ? svg('line', { x1: frame.left, x2: width - frame.right, y1: y, y2: y, stroke: '#e3e7ec' }) : null,
        text([edge + (side === 'left' ? -8 : 8), y + 4], side === 'left' ? 'end' : 'start', String(value)),
      ];
    });
  const bars = lines.filter(({ style }) => style === 'bars');
  const drawn = lines.flatMap(line => {
    const { color, side, style } = line;
    const slot = { index: bars.indexOf(line), count: bars.length };
    const parts: Node[] = [];
    const points = line.x.map((value, i) => [round(px(value)), round(py(line.y[i]!, side))] as const);
    if (style === 'bars') {
      line.x.forEach((value, i) => {
        if (Number.isNaN(line.y[i]!)) return;
        const [from, to] = barSlot(value, slot).map(px) as [number, number];
        const [zero, top] = [py(0, side), py(line.y[i]!, side)];
        parts.push(
          svg('rect', { x: round(from), y: round(Math.min(zero, top)), width: round(to - from - 1), height: round(Math.abs(zero - top)), fill: color }),
        );
      });
    } else {
      if (style !== 'points') {
        let path = '';
        let isDown = false;
        points.forEach(([a, b], i) => {
          if (Number.isNaN(line.y[i]!)) isDown = false;
          else {
            path += `${isDown ? 'L' : 'M'}${a} ${b}`;
            isDown = true;
          }
        });
        parts.push(
          svg('path', { d: path, fill: 'none', stroke: color, 'stroke-width': 1.5, 'stroke-dasharray': line.dash.length > 0 ? line.dash.join(' ') : null }),
        );
      }
      if (style !== 'lines') {
        for (const [i, [a, b]] of points.entries()) if (!Number.isNaN(line.y[i]!)) parts.push(svg('circle', { cx: a, cy: b, r: 3, fill: color }));
      }
    }
    line.errors?.forEach((error, i) => {
      if (Number.isNaN(error) || Number.isNaN(line.y[i]!)) return;
      const [from, to] = barSlot(line.x[i]!, slot);
      const at = round(px(style === 'bars' ? (from + to) / 2 : line.x[i]!));
      parts.push(svg('path', { d: `M${at} ${round(py(line.y[i]! + error, side))}V${round(py(line.y[i]! - error, side))}`, stroke: color }));
    });
    return parts;
  });
  const area = { left: frame.left, top: frame.top, right: width - frame.right, bottom: height - frame.bottom };
  const names = namedPoints(lines, px, py, area).map(name => text([name.x, name.y], name.anchor, name.text));
  const legend = lines.flatMap(({ label, color, dash }, index) => {
    const at: [number, number] = [frame.left + (index % 4) * 175, height + 6 + 18 * Math.floor(index / 4)];
    return [
      svg('line', {
        x1: at[0],
        x2: at[0] + 20,
        y1: at[1] - 4,
        y2: at[1] - 4,
        stroke: color,
        'stroke-width': 2.5,
        'stroke-dasharray': dash.length > 0 ? dash.join(' ') : null,
      }),
      text([at[0] + 26, at[1]], 'start', label),
    ];
  });
  const picture = svg(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${total}`, width, height: total, 'font-family': 'system-ui, sans-serif', 'font-size': 12 },
    svg('rect', { width, height: total, fill: '#fff' }),
    text([width / 2, 24], 'middle', title, { 'font-size': 15, 'font-weight': 600 }),
    left ? axis('left', left) : null,
    right ? axis('right', right) : null,
    ticks(...x, 10).map(value => text([px(value), height - frame.bottom + 18], 'middle', xWord ? xWord(value) : String(value))),
    svg('rect', {
      x: frame.left,
      y: frame.top,
      width: width - frame.left - frame.right,
      height: height - frame.top - frame.bottom,
      fill: 'none',
      stroke: '#8a95a3',
    }),
    text([(frame.left + width - frame.right) / 2, height - 14], 'middle', xLabel),
    drawn,
    names,
    legend,
  );
  return new XMLSerializer().serializeToString(picture);
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A table as comma-separated values; each element of a tensor has a column of its own. */
export function tableCsv(table: TableData): string {
  const head = table.columns.flatMap(column => {
    const size = table.widthOf(column);
    return size === 1 ? [column.name] : Array.from({ length: size }, (_, i) => `${column.name}[${i}]`);
  });
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.flatMap((column, index) => Array.from({ length: table.widthOf(column) }, (_, element) => table.cell(row, index, element))),
  );
  return csvText([head, ...rows]);
}

/** Cells as comma-separated values. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map(row => `${row.map(cell => quoted(String(cell ?? ''))).join(',')}\n`).join('');
}
