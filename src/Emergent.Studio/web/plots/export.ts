import { svg } from '../dom/h';
import type { Cell } from '../protocol/messages';
import type { TableData } from '../protocol/table';
import { barSlot } from './draw';
import { keyLength, keyOf, strokeOf } from './key';
import { namedPoints } from './labels';
import type { PlotSettings, Side } from './settings';
import { axisLabel, type Trace, ticks, ticksOf } from './traces';
import type { Window } from './zoom';

export interface Picture extends Window {
  title: string;
  lines: readonly Trace[];
  settings: PlotSettings;
  /** Whether x counts, so that there is nothing between two whole numbers. */
  hasWholeX: boolean;
  /** A tick of x in words, for columns of text. */
  xWord: ((value: number) => string) | null;
}

const [width, height] = [800, 500];
const ink = '#1b2430';

/** How much room ticks of words need under an axis: turned text is as deep as it is long. */
export function tickDepth(words: readonly string[], degrees: number, textSize: number): number {
  const turn = (degrees * Math.PI) / 180;
  const longest = Math.max(...words.map(word => word.length), 1) * 0.55 * textSize;
  return longest * Math.abs(Math.sin(turn)) + textSize * Math.abs(Math.cos(turn));
}

/** How many words along x have room beside each other. */
function wordsThatFit([from, to]: readonly [number, number], xWord: (value: number) => string, { textSize, xRotation }: PlotSettings): number {
  const words = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, i) => xWord(Math.ceil(from) + i));
  const room = xRotation === 0 ? Math.max(...words.map(word => word.length), 1) * 0.6 * textSize + textSize : 1.3 * textSize;
  return Math.max(Math.min(words.length, Math.floor((width - 100) / room)), 1);
}

/** A plot as an SVG that stands alone: axes, labels and legend in it, on white. */
export function plotSvg({ title, lines, x, left, right, settings, hasWholeX, xWord }: Picture): { source: string; width: number; height: number } {
  const { textSize, xRotation } = settings;
  const xTicks = ticks(...x, ticksOf('x', settings) ?? (xWord ? wordsThatFit(x, xWord, settings) : 10), hasWholeX).map(value => ({ value, word: xWord ? xWord(value) : String(value) }));
  const yTicks = { left: left ? ticks(...left, ticksOf('left', settings) ?? 8) : [], right: right ? ticks(...right, ticksOf('right', settings) ?? 8) : [] };
  const axisWidth = (side: Side) => Math.max(...yTicks[side].map(value => String(value).length), 1) * 0.6 * textSize + (axisLabel(side, settings) ? 1.6 * textSize : 0) + 20;
  const depth = tickDepth(
    xTicks.map(({ word }) => word),
    xRotation,
    textSize,
  );
  const frame = { left: axisWidth('left'), top: title ? 2.2 * textSize + 18 : 18, right: right ? axisWidth('right') : 30, bottom: depth + 1.5 * textSize + 22 };
  const [edgeX, edgeY] = [width - frame.right, height - frame.bottom];
  // One line is named by its axis.
  const keyed = lines.length > 1 ? lines : [];
  const keyRow = 1.5 * textSize;
  const keyWidth = Math.max(...keyed.map(({ label }) => label.length), 1) * 0.56 * textSize + keyLength + 26;
  const inRow = Math.max(Math.floor((width - 40) / keyWidth), 1);
  const total = Math.ceil(height + keyRow * Math.ceil(keyed.length / inRow));
  const px = (value: number) => frame.left + ((value - x[0]) / (x[1] - x[0])) * (edgeX - frame.left);
  const py = (value: number, side: Side) => {
    const [low, high] = (side === 'right' ? right : left) ?? [0, 1];
    return edgeY - ((value - low) / (high - low)) * (edgeY - frame.top);
  };
  const text = (at: [number, number], anchor: string, content: string, more: Record<string, unknown> = {}) =>
    svg('text', { x: round(at[0]), y: round(at[1]), 'text-anchor': anchor, fill: ink, ...more }, content);
  const turned = (at: [number, number], degrees: number) => ({ transform: `rotate(${degrees} ${round(at[0])} ${round(at[1])})` });
  const axis = (side: Side) => {
    const edge = side === 'left' ? frame.left : edgeX;
    const middle: [number, number] = [side === 'left' ? 8 + textSize : width - 8 - textSize * 0.4, (frame.top + edgeY) / 2];
    return [
      yTicks[side].flatMap(value => {
        const y = round(py(value, side));
        return [
          side === 'left' ? svg('line', { x1: frame.left, x2: edgeX, y1: y, y2: y, stroke: '#e3e7ec' }) : null,
          text([edge + (side === 'left' ? -8 : 8), y + textSize / 3], side === 'left' ? 'end' : 'start', String(value)),
        ];
      }),
      text(middle, 'middle', axisLabel(side, settings), turned(middle, -90)),
    ];
  };
  const xTick = ({ value, word }: (typeof xTicks)[number]) => {
    const at: [number, number] = [px(value), edgeY + 6 + (xRotation === 0 ? textSize : textSize / 2)];
    return text(at, xRotation === 0 ? 'middle' : xRotation > 0 ? 'end' : 'start', word, xRotation === 0 ? {} : turned(at, -xRotation));
  };
  const bars = lines.filter(({ style }) => style === 'bars');
  const drawn = lines.flatMap(line => {
    const { color, side, style } = line;
    const slot = { index: bars.indexOf(line), count: bars.length, share: settings.barWidth };
    const parts: Node[] = [];
    const points = line.x.map((value, i) => [round(px(value)), round(py(line.y[i]!, side))] as const);
    if (style === 'bars') {
      line.x.forEach((value, i) => {
        if (Number.isNaN(line.y[i]!)) return;
        const [from, to] = barSlot(value, slot).map(px) as [number, number];
        const [zero, top] = [py(0, side), py(line.y[i]!, side)];
        parts.push(
          svg('rect', { x: round(from), y: round(Math.min(zero, top)), width: round(Math.max(to - from - 1, 0.5)), height: round(Math.abs(zero - top)), fill: color }),
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
        parts.push(svg('path', { d: path, fill: 'none', ...strokeOf(line, settings) }));
      }
      if (style !== 'lines' || points.length === 1) {
        for (const [i, [a, b]] of points.entries()) if (!Number.isNaN(line.y[i]!)) parts.push(svg('circle', { cx: a, cy: b, r: settings.pointSize, fill: color }));
      }
    }
    line.errors?.forEach((error, i) => {
      if (Number.isNaN(error) || Number.isNaN(line.y[i]!)) return;
      const [from, to] = barSlot(line.x[i]!, slot);
      const at = round(px(style === 'bars' ? (from + to) / 2 : line.x[i]!));
      const [high, low] = [round(py(line.y[i]! + error, side)), round(py(line.y[i]! - error, side))];
      parts.push(svg('path', { d: `M${at - 3} ${high}h6m-3 0V${low}m-3 0h6`, fill: 'none', stroke: color }));
    });
    return parts;
  });
  const area = { left: frame.left, top: frame.top, right: edgeX, bottom: edgeY };
  const names = namedPoints(lines, px, py, area, textSize).map(name => text([name.x, name.y], name.anchor, name.text));
  const legend = keyed.flatMap((line, index) => {
    const [keyX, keyY] = [20 + (index % inRow) * keyWidth, height + 4 + keyRow * Math.floor(index / inRow)];
    return [...keyOf(line, settings, keyX, keyY - textSize / 3), text([keyX + keyLength + 8, keyY], 'start', line.label)];
  });
  const box = { x: frame.left, y: frame.top, width: edgeX - frame.left, height: edgeY - frame.top };
  const picture = svg(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${total}`, width, height: total, 'font-family': 'system-ui, sans-serif', 'font-size': textSize },
    svg('clipPath', { id: 'area' }, svg('rect', box)),
    svg('rect', { width, height: total, fill: '#fff' }),
    title ? text([width / 2, 14 + textSize], 'middle', title, { 'font-size': textSize * 1.25, 'font-weight': 600 }) : null,
    left ? axis('left') : null,
    right ? axis('right') : null,
    xTicks.map(xTick),
    svg('rect', { ...box, fill: 'none', stroke: '#8a95a3' }),
    text([(frame.left + edgeX) / 2, edgeY + depth + 1.5 * textSize + 6], 'middle', axisLabel('x', settings)),
    svg('g', { 'clip-path': 'url(#area)' }, drawn, names),
    legend,
  );
  return { source: new XMLSerializer().serializeToString(picture), width, height: total };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Rows of a table as comma-separated values; each element of a tensor has a column of its own. */
export function tableCsv(table: TableData, shown: readonly number[]): string {
  const head = table.columns.flatMap(column => {
    const size = table.widthOf(column);
    return size === 1 ? [column.name] : Array.from({ length: size }, (_, i) => `${column.name}[${i}]`);
  });
  return csvText([head, ...cellsOf(table, shown)]);
}

/** Rows of a table as tab-separated values with emergent's typed header, which keeps the shapes of tensors. */
export function tableTsv(table: TableData, shown: readonly number[]): string {
  const head = table.columns.flatMap(({ name, type, cellShape }) => {
    const marked = `${type === 'text' ? '$' : '#'}${name}`;
    if (!cellShape || cellShape.length === 0) return [marked];
    const places = cellShape.reduce<number[][]>((before, extent) => before.flatMap(place => Array.from({ length: extent }, (_, i) => [...place, i])), [[]]);
    return places.map((place, i) => `${marked}[${cellShape.length}:${place}]${i === 0 ? `<${cellShape.length}:${cellShape}>` : ''}`);
  });
  return separatedText([head, ...cellsOf(table, shown)], '\t');
}

function cellsOf(table: TableData, shown: readonly number[]): Cell[][] {
  return shown.map(row => table.columns.flatMap((column, index) => Array.from({ length: table.widthOf(column) }, (_, element) => table.cell(row, index, element))));
}

/** Cells as comma-separated values. */
export const csvText = (rows: readonly (readonly Cell[])[]): string => separatedText(rows, ',');

function separatedText(rows: readonly (readonly Cell[])[], separator: string): string {
  const quoted = (text: string) => (text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  // A line with nothing in it is no row.
  return rows.map(row => `${row.map(cell => quoted(String(cell ?? ''))).join(separator) || '""'}\n`).join('');
}
