/** What server and page say to each other; docs/studio-inside.md has the meaning of each field. */

export type State = 'ready' | 'running' | 'stopping' | 'paused' | 'finished' | 'failed';
/** After what a view is drawn anew; fastSpike is 10 cycles, as emergent calls it. */
export const rates = ['cycle', 'fastSpike', 'quarter', 'phase', 'trial', 'epoch', 'run'] as const;
export type Rate = (typeof rates)[number];

export interface Mode {
  name: string;
  scales: string[];
}

export interface Action {
  name: string;
  description: string;
  /** What it has to be told; the path of each is its name. */
  parameters: Field[];
}

export interface Field {
  path: string;
  label: string;
  description: string;
  group: string[];
  /** `flags`: any of the choices; `list`: values with commas between, in a `map` after names; `output`: there to be looked at. */
  type: 'number' | 'integer' | 'flag' | 'text' | 'choice' | 'flags' | 'list' | 'map' | 'output';
  min: number | null;
  max: number | null;
  choices: string[] | null;
  default: string | null;
  appliesAt: 'now' | 'init' | 'build';
  unit: string | null;
  /** It counts while each of these has one of the values. */
  countsIf: { path: string; values: string[] }[];
}

export interface FieldValue {
  text: string;
  isDefault: boolean;
  pending: boolean;
}

export interface Box {
  x: number;
  y: number;
  z: number;
  width: number;
  depth: number;
}

export interface LayerInfo {
  name: string;
  type: string;
  kind: string;
  shape: number[];
  box: Box;
  classes: string[] | string | null;
  /** What each unit stands for; empty where nothing has been said. */
  unitNames: string[];
}

export interface ProjectionInfo {
  name: string;
  sender: string;
  receiver: string;
  type: string;
  classes: string[];
}

export interface VariableInfo {
  name: string;
  description: string;
  min: number;
  max: number;
  group: string;
  autoScale: boolean;
  /** Whether learning clears it, so that what it was is shown. */
  isTransient: boolean;
  /** Whether 0 is in the middle of the colours, also where values are never negative. */
  isZeroCentred: boolean;
}

export interface NetworkInfo {
  version: number;
  name: string;
  layers: LayerInfo[];
  projections: ProjectionInfo[];
  unitVariables: VariableInfo[];
  synapseVariables: VariableInfo[];
}

/** All networks of the simulation, and the place of the one that is run. */
export interface Networks {
  type: 'networks';
  networks: NetworkInfo[];
  inUse: number;
}

/** What a table looks like when it is first opened. */
export type ShownAs = 'Cells' | 'Plot' | 'Similarity' | 'Clusters' | 'Components' | 'Grid';

/** A table: of a log with its mode and scale, of one that is shown beside the logs with empty texts there. */
export interface TableInfo {
  name: string;
  mode: string;
  scale: string;
  description: string;
  isEditable: boolean;
  as: ShownAs;
  /** What analyses are about at first; empty for the first column that fits. */
  column: string;
  labels: string;
  metric: string;
  linkage: string;
  componentX: number;
  componentY: number;
}

/** What was found out about the rows of a column. */
export interface Analysis {
  column: string;
  labelColumn: string;
  labels: string[];
  values: (number | null)[];
  x: number[];
  y: number[];
  shares: number[];
}

export interface Column {
  name: string;
  type: 'number' | 'text';
  cellShape: number[] | null;
  /** All that the simulation says of it, by key, as `On` or `colormap`. */
  settings: Record<string, string>;
}

export interface Hello {
  type: 'hello';
  protocol: number;
  simulation: { name: string; title: string; description: string; guide: string | null };
  modes: Mode[];
  actions: Action[];
  form: Field[];
  values: Record<string, FieldValue>;
  networks: Networks;
  tables: TableInfo[];
  /** How large a file of weights or records may be that is opened. */
  mostFileBytes: number;
}

export interface Status {
  type: 'status';
  state: State;
  words: string;
  mode: string;
  counters: Record<string, number>;
  trialName: string | null;
  /** Values of the last trial that was logged, as the simulation chooses them. */
  logged: string;
  share: number | null;
  remaining: number | null;
  /** How many parameters wait for Init. */
  pending: number;
  canUndo: boolean;
  canRedo: boolean;
  message: string | null;
}

export interface History {
  type: 'history';
  /** The version of the network whose records they are. */
  network: number;
  first: number;
  count: number;
  bytes: number;
  budget: number;
  /** The least and the greatest value of each watched variable over all records. */
  bounds: Record<string, [number, number]>;
}

export interface TableMessage {
  type: 'table';
  name: string;
  /** Which beginning of the table it is. */
  id: number;
  columns: Column[];
  xAxis: string | null;
  settings: Record<string, string> | null;
}

export type Cell = number | string | null;

export interface Rows {
  type: 'rows';
  name: string;
  from: number;
  columns: Cell[][];
}

export interface Series {
  type: 'series';
  id: number;
  records: number[];
  variables: Record<string, (number | null)[]>;
}

/** What an action has returned: nothing, a text, or a table of that name. */
export interface Answer {
  action: string;
  result: null | string | { table: string };
}

export interface LogLine {
  type: 'log';
  time: string;
  level: 'info' | 'error';
  text: string;
}

export type ServerMessage =
  | Hello
  | Networks
  | Status
  | History
  | { type: 'form'; form: Field[]; values: Record<string, FieldValue> }
  | { type: 'tables'; tables: TableInfo[] }
  | { type: 'values'; values: Record<string, FieldValue> }
  | TableMessage
  | Rows
  | Series
  | { type: 'done'; id: number; result?: unknown }
  | { type: 'error'; id: number; message: string }
  | LogLine
  | { type: 'unit'; view: number; layer: string; index: number }
  | { type: 'pong' };

export interface UnitAddress {
  layer: string;
  index: number;
}

export interface Watch {
  view: number;
  /** The network's name; empty for the one that is run. */
  network: string;
  variable: string;
  unit: UnitAddress | null;
  /** In training, and in all else. */
  rate: Rate;
  testRate: Rate;
  maxHz: number;
  record: number;
  /** The class or type of the projections whose synapses are shown; empty for the first of those between two layers. */
  projections: string;
  /** Whether it is in sight; if not, states are recorded for it, and no frames come. */
  isShown: boolean;
}
