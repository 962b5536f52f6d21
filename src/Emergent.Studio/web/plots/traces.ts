import type { TableData } from '../protocol/table';

export type Style = 'lines' | 'points' | 'both' | 'bars';
export type Side = 'left' | 'right';

/** How a column is plotted. */
export interface ColumnSettings {
  isOn: boolean;
  /** Empty: as the plot. */
  style: Style | '';
  side: Side;
  min: number | null;
  max: number | null;
  color: string;
  label: string;
  errorColumn: string;
  /** The element of a tensor; −1 for each as a line of its own. */
  element: number;
}

export interface PlotSettings {
  x: string;
  group: string;
  /** The column that names points; empty for none. */
  labels: string;
  style: Style;
  /** Whether the line goes on where x goes back. */
  connectsBackwards: boolean;
  columns: Record<string, ColumnSettings>;
}

/** A line of a plot. Where y is NaN it is interrupted. */
export interface Trace {
  label: string;
  color: string;
  dash: number[];
  style: Style;
  side: Side;
  x: number[];
  y: number[];
  /** Half lengths of error bars. */
  errors: number[] | null;
  /** The table's row of each point; −1 for an interruption. */
  rows: number[];
  /** What points are called. */
  names: string[] | null;
}

const dashes = [[], [6, 4], [2, 3], [9, 3, 2, 3]];

/** What a table's columns look like in a plot before its user says otherwise. */
export function settingsOf(table: TableData): PlotSettings {
  const numbers = table.columns.filter(({ type }) => type === 'number');
  const anyHints = numbers.some(({ plot }) => plot?.isOn);
  const x = table.xAxis && table.indexOf(table.xAxis) >= 0 ? table.xAxis : (numbers[0]?.name ?? '');
  // Counters stand before the values; a tensor is many lines, which nobody has asked for.
  const first = table.columns.slice(table.indexOf(x) + 1).find(column => column.type === 'number' && table.widthOf(column) === 1)?.name;
  const columns: Record<string, ColumnSettings> = {};
  for (const { name, plot, settings } of table.columns) {
    columns[name] = {
      isOn: anyHints ? plot?.isOn === true : name === first,
      style: styleOf(settings) ?? '',
      side: 'left',
      min: plot?.min ?? null,
      max: plot?.max ?? null,
      color: plot?.color ?? '',
      label: plot?.label ?? '',
      errorColumn: plot?.errorColumn ?? '',
      element: plot?.tensorIndex ?? 0,
    };
  }
  const { settings } = table;
  return {
    x,
    group: settings.LegendCol ?? '',
    // A column of words that is on stands at the points.
    labels: table.columns.find(({ type, plot }) => type === 'text' && plot?.isOn)?.name ?? '',
    style: settings.Type === 'Bar' ? 'bars' : (styleOf(settings) ?? 'lines'),
    connectsBackwards: settings.NegXDraw === '+',
    columns,
  };
}

/** What a table or a column says of lines and points; null where it says nothing. */
function styleOf({ Lines, Points }: Record<string, string>): Style | null {
  if (Lines === undefined && Points === undefined) return null;
  if (Lines === '-') return 'points';
  return Points === '+' || Points === 'true' ? 'both' : 'lines';
}

/** The lines of the columns that are on, split by the group column; a line is interrupted where x goes back, so that repeated runs lie over each other. */
export function traces(table: TableData, settings: PlotSettings, palette: readonly string[]): Trace[] {
  const xColumn = table.indexOf(settings.x);
  const groupColumn = table.indexOf(settings.group);
  const labelColumn = table.indexOf(settings.labels);
  const isNominal = table.columns[xColumn]?.type === 'text';
  const groups = groupColumn < 0 ? [''] : [...new Set(Array.from({ length: table.rowCount }, (_, row) => table.text(row, groupColumn)))];
  const result: Trace[] = [];
  for (const [index, column] of table.columns.entries()) {
    const own = settings.columns[column.name];
    if (!own?.isOn || column.type !== 'number') continue;
    const width = table.widthOf(column);
    const elements = width === 1 ? [0] : own.element < 0 ? Array.from({ length: width }, (_, i) => i) : [Math.min(own.element, width - 1)];
    const errorColumn = table.indexOf(own.errorColumn);
    for (const element of elements) {
      for (const group of groups) {
        const number = result.length;
        const trace: Trace = {
          label: [own.label || column.name, width > 1 ? `[${element}]` : '', group && `${settings.group} ${group}`].filter(Boolean).join(' '),
          color: groups.length * elements.length === 1 && own.color ? own.color : palette[number % palette.length]!,
          dash: dashes[Math.floor(number / palette.length) % dashes.length]!,
          style: own.style || settings.style,
          side: own.side,
          x: [],
          y: [],
          errors: errorColumn < 0 ? null : [],
          rows: [],
          names: labelColumn < 0 ? null : [],
        };
        let last = Number.NEGATIVE_INFINITY;
        for (let row = 0; row < table.rowCount; row++) {
          if (groupColumn >= 0 && table.text(row, groupColumn) !== group) continue;
          const x = xColumn < 0 || isNominal ? row : table.number(row, xColumn);
          const y = table.number(row, index, element);
          // Rows without a number are left out, as are those beyond a fixed bound.
          if (Number.isNaN(x) || Number.isNaN(y) || (own.min !== null && y < own.min) || (own.max !== null && y > own.max)) continue;
          if (x < last && !settings.connectsBackwards) {
            trace.x.push(x);
            trace.y.push(Number.NaN);
            trace.errors?.push(Number.NaN);
            trace.rows.push(-1);
            trace.names?.push('');
          }
          last = x;
          trace.x.push(x);
          trace.y.push(y);
          trace.errors?.push(table.number(row, errorColumn));
          trace.rows.push(row);
          trace.names?.push(table.text(row, labelColumn));
        }
        result.push(trace);
      }
    }
  }
  return result;
}

/** The bounds of what is drawn on a side, fixed ones first; null where nothing is. */
export function boundsOf(lines: readonly Trace[], side: Side, settings: PlotSettings): [number, number] | null {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines) {
    if (line.side !== side) continue;
    for (const [i, y] of line.y.entries()) {
      if (Number.isNaN(y)) continue;
      const error = line.errors?.[i] || 0;
      min = Math.min(min, y - error);
      max = Math.max(max, y + error);
    }
    if (line.style === 'bars') [min, max] = [Math.min(min, 0), Math.max(max, 0)];
  }
  const shown = Object.values(settings.columns).filter(column => column.isOn && column.side === side);
  const fixedMin = shown.flatMap(({ min: fixed }) => fixed ?? []);
  const fixedMax = shown.flatMap(({ max: fixed }) => fixed ?? []);
  if (!(min <= max) && fixedMin.length + fixedMax.length === 0) return null;
  if (!(min <= max)) [min, max] = [fixedMin[0] ?? 0, fixedMax[0] ?? (fixedMin[0] ?? 0) + 1];
  const pad = (max - min || Math.abs(max) || 1) * 0.04;
  const hasBars = lines.some(line => line.side === side && line.style === 'bars');
  const low = fixedMin.length > 0 ? Math.min(...fixedMin, min) : min - (hasBars && min === 0 ? 0 : pad);
  const high = fixedMax.length > 0 ? Math.max(...fixedMax, max) : max + pad;
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

/** The bounds of x over all lines. */
export function extentOf(lines: readonly Trace[]): [number, number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x } of lines) {
    for (const value of x) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  if (!(min <= max)) return [0, 1];
  if (lines.some(({ style }) => style === 'bars')) return [min - 0.6, max + 0.6];
  if (min === max) return [min - 0.5, max + 0.5];
  // Points are discs, and have names beside them; a line may well begin at the edge.
  const pad = lines.some(({ style }) => style === 'points') ? (max - min) * 0.06 : 0;
  return [min - pad, max + pad];
}

/** Ticks at 1, 2, 5 × 10^k within bounds, about as many as asked for. */
export function ticks(min: number, max: number, count: number): number[] {
  const rough = (max - min) / Math.max(count, 1);
  if (!(rough > 0) || !Number.isFinite(rough)) return [min];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find(each => each * power >= rough) ?? 10);
  const result: number[] = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) result.push(Number((i * step).toPrecision(12)));
  return result;
}
