import type { TableData } from '../protocol/table';
import { filteredRows } from '../tables/rows';
import type { PlotSettings, Side, Style } from './settings';

/** A line of a plot. Where y is NaN it is interrupted. */
export interface Trace {
  column: string;
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

/** Where rows stand along x where that is no matter of numbers. */
export interface Places {
  /** The place of each row. */
  of: Map<number, number>;
  /** A row of each place. */
  rows: number[];
}

/**
 * The places of the rows that are shown; null where x is a number. Words have a place for each row. Bars have one for each value of x, words or not, in which those of several lines stand
 * beside each other; a value that comes again in one line, as an epoch of another run, has a place of its own.
 */
export function placesOf(table: TableData, settings: PlotSettings, shown: readonly number[]): Places | null {
  const xColumn = table.indexOf(settings.x);
  const groupColumn = table.indexOf(settings.group);
  const hasBars = Object.values(settings.columns).some(({ isOn, style }) => isOn && (style || settings.style) === 'bars');
  if (xColumn < 0 || (!hasBars && table.columns[xColumn]!.type !== 'text')) return null;
  if (!hasBars) return { of: new Map(shown.map((row, place) => [row, place])), rows: [...shown] };
  const places: Places = { of: new Map(), rows: [] };
  const known = new Map<string, number>();
  const times = new Map<string, number>();
  for (const row of shown) {
    const word = table.text(row, xColumn);
    const inLine = JSON.stringify([groupColumn < 0 ? '' : table.text(row, groupColumn), word]);
    const time = times.get(inLine) ?? 0;
    times.set(inLine, time + 1);
    const key = JSON.stringify([word, time]);
    const place = known.get(key) ?? places.rows.push(row) - 1;
    known.set(key, place);
    places.of.set(row, place);
  }
  return places;
}

/** The lines of the columns that are on, of the rows that the filter leaves, split by the group column; a line is interrupted where x goes back, so that repeated runs lie over each other. */
export function traces(table: TableData, settings: PlotSettings, palette: readonly string[]): Trace[] {
  const xColumn = table.indexOf(settings.x);
  const groupColumn = table.indexOf(settings.group);
  const labelColumn = table.indexOf(settings.labels);
  const shown = filteredRows(table, settings.filter);
  const places = placesOf(table, settings, shown);
  const groups = groupColumn < 0 ? [''] : [...new Set(shown.map(row => table.text(row, groupColumn)))];
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
          column: column.name,
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
        for (const row of shown) {
          if (groupColumn >= 0 && table.text(row, groupColumn) !== group) continue;
          const x = places ? places.of.get(row)! : xColumn < 0 ? row : table.number(row, xColumn);
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

/** The bounds of x over all lines, fixed ones first; bars stand at places, of which nothing can be fixed. */
export function extentOf(lines: readonly Trace[], settings: PlotSettings): [number, number] {
  const [min, max] = observedExtent(lines);
  const fixed = lines.some(({ style }) => style === 'bars') ? undefined : settings.columns[settings.x];
  const [low, high] = [fixed?.min ?? min, fixed?.max ?? max];
  return low < high ? [low, high] : [min, max];
}

function observedExtent(lines: readonly Trace[]): [number, number] {
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
export function ticks(min: number, max: number, count: number, isWhole = false): number[] {
  const rough = (max - min) / Math.max(count, 1);
  if (!(rough > 0) || !Number.isFinite(rough)) return [min];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(power * ([1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10), isWhole ? 1 : 0);
  const result: number[] = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) result.push(Number((i * step).toPrecision(12)));
  return result;
}

/** About how many ticks an axis is to have: what is said of the first column on it that says anything; null as there is room. */
export function ticksOf(axis: 'x' | Side, { x, columns }: PlotSettings): number | null {
  if (axis === 'x') return columns[x]?.ticks ?? null;
  return Object.values(columns).find(({ isOn, side, ticks: own }) => isOn && side === axis && own !== null)?.ticks ?? null;
}

/** What an axis is called: as its user says, else as its column, where it has one only. */
export function axisLabel(axis: 'x' | Side, settings: PlotSettings): string {
  if (axis === 'x') return settings.xLabel || settings.columns[settings.x]?.label || settings.x || 'Row';
  if (axis === 'left' && settings.yLabel) return settings.yLabel;
  const shown = Object.entries(settings.columns).filter(([name, { isOn, side }]) => isOn && side === axis && name !== settings.labels);
  return shown.length === 1 ? shown[0]![1].label || shown[0]![0] : '';
}

/** From where to where the numbers of a column go; null where it has none. */
export function fullRange(table: TableData, name: string): [number, number] | null {
  const index = table.indexOf(name);
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < table.rowCount; row++) {
    for (const value of table.tensor(row, index)) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return min <= max ? [min, max] : null;
}
