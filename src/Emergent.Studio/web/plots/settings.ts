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
  /** About how many ticks its axis has; null as there is room. */
  ticks: number | null;
  /** Any that the browser knows, by name or as `#rrggbb`; empty for the next of the palette. */
  color: string;
  label: string;
  errorColumn: string;
  /** The element of a tensor; −1 for each as a line of its own. */
  element: number;
}

export interface PlotSettings {
  /** Empty: the numbers of the rows. */
  x: string;
  group: string;
  /** The column that names points; empty for none. */
  labels: string;
  /** Which rows are plotted, as the filter of a table has it. */
  filter: string;
  style: Style;
  /** Whether the line goes on where x goes back. */
  connectsBackwards: boolean;
  title: string;
  /** What the axes are called; empty for the names of the columns. */
  xLabel: string;
  yLabel: string;
  /** Of the numbers or words along x, in degrees, anticlockwise. */
  xRotation: number;
  /** Pixels. */
  lineWidth: number;
  pointSize: number;
  textSize: number;
  /** The share of its room that a bar covers. */
  barWidth: number;
  columns: Record<string, ColumnSettings>;
}

const usualTextSize = 12;
const usualScale = 2; // emergent's, of the same size

/** What a table's columns look like in a plot before its user says otherwise: what the table says of itself, by the keys of emergent. */
export function settingsOf(table: TableData): PlotSettings {
  const own = reader(table.settings);
  const said = new Map(table.columns.map(({ name, settings }) => [name, reader(settings)]));
  const isOn = (name: string) => said.get(name)!.flag('On') ?? not(said.get(name)!.flag('Off')) ?? false;
  const numbers = table.columns.filter(({ type }) => type === 'number');
  const anySaid = numbers.some(({ name }) => isOn(name));
  const x = table.xAxis && table.indexOf(table.xAxis) >= 0 ? table.xAxis : (numbers[0]?.name ?? '');
  // Counters stand before the values; a tensor is many lines, which nobody has asked for.
  const first = table.columns.slice(table.indexOf(x) + 1).find(column => column.type === 'number' && table.widthOf(column) === 1)?.name;
  const columns: Record<string, ColumnSettings> = {};
  for (const { name } of table.columns) {
    const column = said.get(name)!;
    columns[name] = {
      isOn: anySaid ? isOn(name) : name === first,
      style: styleOf(column) ?? '',
      side: 'left',
      min: (column.flag('FixMin') ?? not(column.flag('FloatMin'))) ? column.number('Min') : null,
      max: (column.flag('FixMax') ?? not(column.flag('FloatMax'))) ? column.number('Max') : null,
      ticks: atLeast(2, column.number('NTicks')),
      color: isColor(column.text('Color')) ? column.text('Color') : '',
      label: column.text('Label'),
      errorColumn: column.text('ErrCol'),
      element: column.number('TensorIdx') ?? 0,
    };
  }
  return {
    x,
    group: own.text('LegendCol'),
    // A column of words that is on stands at the points.
    labels: table.columns.find(({ type, name }) => type === 'text' && isOn(name))?.name ?? '',
    filter: '',
    style: own.text('Type') === 'Bar' ? 'bars' : (styleOf(own) ?? 'lines'),
    connectsBackwards: own.flag('NegXDraw') ?? false,
    title: own.text('Title'),
    xLabel: own.text('XAxisLabel'),
    yLabel: own.text('YAxisLabel'),
    xRotation: own.number('XAxisRot') ?? 0,
    lineWidth: atLeast(0.1, own.number('LineWidth')) ?? 1.5,
    pointSize: atLeast(0.1, own.number('PointSize')) ?? 3,
    textSize: usualTextSize * ((atLeast(0.1, own.number('Scale')) ?? usualScale) / usualScale),
    barWidth: Math.min(atLeast(0.01, own.number('BarWidth')) ?? 0.8, 1),
    columns,
  };
}

/** Whether a browser can draw with it; everything may be where there is none. */
export const isColor = (text: string) => globalThis.CSS?.supports('color', text) ?? true;

const not = (flag: boolean | null) => (flag === null ? null : !flag);
const atLeast = (least: number, value: number | null) => (value === null || value < least ? null : value);

type Reader = ReturnType<typeof reader>;

/** Reads metadata, as emergent does: a key also in small letters, and a switch that is there and says nothing is on. */
function reader(said: Readonly<Record<string, string>>) {
  const text = (key: string) => said[key] ?? said[key.toLowerCase()] ?? '';
  return {
    text,
    flag(key: string): boolean | null {
      const value = said[key] ?? said[key.toLowerCase()];
      return value === undefined ? null : ['+', 'true', ''].includes(value);
    },
    number(key: string): number | null {
      const value = text(key).trim();
      return value === '' || !Number.isFinite(Number(value)) ? null : Number(value);
    },
  };
}

/** What a table or a column says of lines and points; null where it says nothing. */
function styleOf(said: Reader): Style | null {
  const [lines, points] = [said.flag('Lines'), said.flag('Points')];
  if (lines === null && points === null) return null;
  if (lines === false) return 'points';
  return points ? 'both' : 'lines';
}
