import { h, svg } from '../dom/h';
import { type ColorMap, colorAt, cssColor } from '../netview/colormaps';
import { shortNumber } from '../netview/ranges';
import { csvText } from '../plots/export';
import { placedLabels } from '../plots/labels';
import { ticks } from '../plots/traces';
import type { Analysis } from '../protocol/messages';

export type AnalysisKind = 'similarity' | 'clusters' | 'components';

/** The pictures of analyses: the same for the page and for a file, in other colours. */
export interface PictureStyle {
  /** The room that there is, in pixels. */
  width: number;
  height: number;
  text: string;
  muted: string;
  line: string;
  accent: string;
  background: string;
}

/** A picture, and what lies under a point of it. */
export interface AnalysisPicture {
  element: SVGSVGElement;
  width: number;
  height: number;
  at(x: number, y: number): string;
}

const fontSize = 11;
const lineHeight = 12;
const longest = 28; // characters of a label
const mostDrawn = 64; // rows of a matrix whose cells are elements of their own; a larger one is painted

const short = (label: string) => (label.length > longest ? `${label.slice(0, longest - 1)}…` : label);
const textWidth = (labels: readonly string[]) => Math.min(Math.max(...labels.map(label => short(label).length), 1), longest) * 7.2 + 10;
const round = (value: number) => Math.round(value * 100) / 100;

/** Where rows lie that are labelled: rows of one label together, with a gap to those of the next; their label once. */
export interface Groups {
  /** Where each row begins, in cells. */
  starts: number[];
  /** How many cells all are, gaps among them. */
  size: number;
  /** Each group's label, and from which to which row it goes, the last exclusive. */
  groups: { label: string; from: number; to: number }[];
}

const groupGap = 0.4;

export function groupsOf(labels: readonly string[]): Groups {
  const groups: Groups['groups'] = [];
  for (const [row, label] of labels.entries()) {
    const last = groups.at(-1);
    if (last?.label === label) last.to = row + 1;
    else groups.push({ label, from: row, to: row + 1 });
  }
  // Rows that all have labels of their own are no groups.
  const gap = groups.length < labels.length ? groupGap : 0;
  const starts = groups.flatMap(({ from, to }, group) => Array.from({ length: to - from }, (_, i) => from + i + group * gap));
  return { starts, size: labels.length + (groups.length - 1) * gap, groups };
}

/** The range that the colours of a matrix span: what is neither alike nor opposite lies in their middle; distances have no such middle. */
export function coloredRange([min, max]: [number, number]): [number, number] {
  const most = Math.max(-min, max);
  return min < 0 ? [-most, most] : [min, max];
}

/** How alike each two rows are, as a coloured matrix, row 0 at the top. */
export function similarityPicture({ labels, values }: Analysis, map: ColorMap, bounds: [number, number], style: PictureStyle): AnalysisPicture {
  const { starts, size, groups } = groupsOf(labels);
  const margin = textWidth(labels);
  const cell = Math.max(Math.min((style.width - margin - 16) / size, (style.height - margin - 16) / size, 34), 2);
  const [width, height] = [margin + size * cell + 12, margin + size * cell + 12];
  const [min, max] = bounds;
  const inset = cell >= 6 ? 0.5 : 0;
  const parts: Node[] = [svg('rect', { width, height, fill: style.background })];
  let lastLabel = Number.NEGATIVE_INFINITY;
  for (const { label, from, to } of groups) {
    const middle = ((starts[from]! + starts[to - 1]! + 1) / 2) * cell;
    // A label that would cover the one before is left out.
    if (middle - lastLabel < lineHeight - 2) continue;
    lastLabel = middle;
    const along = round(margin + middle + 4);
    parts.push(
      svg('text', { x: margin - 6, y: along, 'text-anchor': 'end', fill: style.text }, short(label)),
      svg('text', { x: 0, y: 0, transform: `translate(${along} ${margin - 6}) rotate(-90)`, fill: style.text }, short(label)),
    );
  }
  const isPainted = labels.length > mostDrawn;
  const canvas = h('canvas', { width: Math.ceil(size * cell), height: Math.ceil(size * cell) });
  const paint = isPainted ? canvas.getContext('2d') : null;
  for (const [row, top] of starts.entries()) {
    for (const [column, left] of starts.entries()) {
      const value = values[row * labels.length + column];
      if (typeof value !== 'number') continue;
      const [x, y, side] = [round(left * cell + inset), round(top * cell + inset), round(cell - 2 * inset)];
      const fill = cssColor(colorAt(map, max > min ? (value - min) / (max - min) : 0.5));
      if (paint) {
        paint.fillStyle = fill;
        paint.fillRect(x, y, side, side);
      } else parts.push(svg('rect', { x: margin + x, y: margin + y, width: side, height: side, fill }));
    }
  }
  if (isPainted) parts.push(svg('image', { x: margin, y: margin, width: canvas.width, height: canvas.height, href: canvas.toDataURL() }));
  const rowAt = (place: number) => starts.findIndex(start => place >= start && place < start + 1);
  return {
    ...picture(width, height, parts),
    at(x, y) {
      const [row, column] = [rowAt((y - margin) / cell), rowAt((x - margin) / cell)];
      if (row < 0 || column < 0) return '';
      return `${labels[row]} – ${labels[column]}: ${shortNumber(values[row * labels.length + column] ?? Number.NaN)}`;
    },
  };
}

/** Which rows group together, as a tree from the root at the left; the line through its points goes back over itself. */
export function treePicture({ labels, x, y }: Analysis, style: PictureStyle): AnalysisPicture {
  const leaves = labels.flatMap((label, i) => (label === '' ? [] : i));
  const farthest = Math.max(...x, 1e-12);
  const deepest = Math.max(...y) + 0.5;
  const margins = { left: 14, right: textWidth(labels), top: 10, bottom: 30 };
  const pitch = Math.max(Math.min((style.height - margins.top - margins.bottom) / deepest, 26), lineHeight);
  const [width, height] = [Math.max(style.width, 260), margins.top + deepest * pitch + margins.bottom];
  const px = (value: number) => round(margins.left + (value / farthest) * (width - margins.left - margins.right));
  const py = (value: number) => round(margins.top + value * pitch);
  const base = height - margins.bottom + 4;
  const parts: Node[] = [
    svg('rect', { width, height, fill: style.background }),
    svg('path', { d: `M${px(0)} ${base}H${px(farthest)}`, stroke: style.line }),
    ...ticks(0, farthest, 6).flatMap(value => [
      svg('path', { d: `M${px(value)} ${base}v4`, stroke: style.line }),
      svg('text', { x: px(value), y: base + 16, 'text-anchor': 'middle', fill: style.muted }, shortNumber(value)),
    ]),
    svg('path', { d: `M${x.map((value, i) => `${px(value)} ${py(y[i]!)}`).join('L')}`, fill: 'none', stroke: style.accent, 'stroke-width': 1.3 }),
    ...leaves.map(i => svg('text', { x: px(x[i]!) + 5, y: py(y[i]!) + 4, fill: style.text }, short(labels[i]!))),
  ];
  return {
    ...picture(width, height, parts),
    at(_, at) {
      const leaf = leaves.find(i => Math.abs(py(y[i]!) - at) < pitch / 2);
      return leaf === undefined ? '' : `${labels[leaf]}, at ${shortNumber(x[leaf]!)}`;
    },
  };
}

/** The rows as labelled points, along two components. */
export function pointsPicture({ labels, x, y, shares }: Analysis, components: [number, number], style: PictureStyle): AnalysisPicture {
  const margins = { left: 58, right: 20, top: 14, bottom: 46 };
  const [width, height] = [Math.max(style.width, 240), Math.max(style.height, 180)];
  const [xs, ys] = [padded(x), padded(y)];
  const px = (value: number) => round(margins.left + ((value - xs[0]) / (xs[1] - xs[0])) * (width - margins.left - margins.right));
  const py = (value: number) => round(height - margins.bottom - ((value - ys[0]) / (ys[1] - ys[0])) * (height - margins.top - margins.bottom));
  const [right, bottom] = [width - margins.right, height - margins.bottom];
  const parts: Node[] = [
    svg('rect', { width, height, fill: style.background }),
    ...ticks(...xs, 7).flatMap(value => [
      svg('path', { d: `M${px(value)} ${margins.top}V${bottom}`, stroke: style.line }),
      svg('text', { x: px(value), y: bottom + 16, 'text-anchor': 'middle', fill: style.muted }, shortNumber(value)),
    ]),
    ...ticks(...ys, 6).flatMap(value => [
      svg('path', { d: `M${margins.left} ${py(value)}H${right}`, stroke: style.line }),
      svg('text', { x: margins.left - 7, y: py(value) + 4, 'text-anchor': 'end', fill: style.muted }, shortNumber(value)),
    ]),
    svg('text', { x: (margins.left + right) / 2, y: height - 10, 'text-anchor': 'middle', fill: style.text }, componentText(components[0], shares)),
    svg('text', { transform: `translate(14 ${(margins.top + bottom) / 2}) rotate(-90)`, 'text-anchor': 'middle', fill: style.text }, componentText(components[1], shares)),
    ...x.map((value, i) => svg('circle', { cx: px(value), cy: py(y[i]!), r: 3.5, fill: style.accent })),
    ...placedLabels(
      x.map((value, i) => ({ x: px(value), y: py(y[i]!), text: short(labels[i]!) })),
      { left: margins.left, top: margins.top, right, bottom },
    ).map(label => svg('text', { x: label.x, y: label.y, 'text-anchor': label.anchor, fill: style.text }, label.text)),
  ];
  return {
    ...picture(width, height, parts),
    at(ax, ay) {
      let [best, distance] = [-1, 14];
      x.forEach((value, i) => {
        const away = Math.hypot(px(value) - ax, py(y[i]!) - ay);
        if (away < distance) [best, distance] = [i, away];
      });
      return best < 0 ? '' : `${labels[best]}: ${shortNumber(x[best]!)}, ${shortNumber(y[best]!)}`;
    },
  };
}

export const percent = (share: number) => `${Math.round(100 * share)} %`;

const componentText = (component: number, shares: readonly number[]) =>
  `component ${component}${shares[component] === undefined ? '' : `: ${percent(shares[component])} of the variance`}`;

function padded(values: readonly number[]): [number, number] {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const pad = (max - min || 1) * 0.08;
  return [min - pad, max + pad];
}

function picture(width: number, height: number, parts: Node[]) {
  const element = svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      'font-family': 'system-ui, sans-serif',
      'font-size': fontSize,
      role: 'img',
    },
    parts,
  );
  return { element, width, height };
}

/** An analysis as comma-separated values. */
export function analysisCsv(kind: AnalysisKind, { labels, values, x, y }: Analysis): string {
  if (kind !== 'similarity') return csvText([['Label', 'X', 'Y'], ...labels.map((label, i) => [label, x[i]!, y[i]!])]);
  return csvText([['Label', ...labels], ...labels.map((label, row) => [label, ...values.slice(row * labels.length, (row + 1) * labels.length)])]);
}
