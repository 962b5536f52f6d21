import { signal } from '../dom/signal';
import type { Cell, Column, Rows, TableInfo, TableMessage } from './messages';

/** A table of the simulation, column by column, as far as it has arrived. */
export class TableData {
  /** What it is; null for a table of the page's own, as from a file. */
  readonly info = signal<TableInfo | null>(null);
  /** Counts up with each change. */
  readonly version = signal(0);
  /** Counts up when the table begins anew, maybe with other columns. */
  readonly begun = signal(0);
  /** Which beginning of the table it is; 0 before the first. */
  id = 0;
  columns: Column[] = [];
  xAxis: string | null = null;
  settings: Record<string, string> = {};
  rowCount = 0;
  #cells: Cell[][] = [];

  constructor(readonly name: string) {}

  begin({ id, columns, xAxis, settings }: Omit<TableMessage, 'type' | 'name'>): void {
    this.id = id;
    this.columns = columns;
    this.xAxis = xAxis;
    this.settings = settings ?? {};
    this.rowCount = 0;
    this.#cells = columns.map(() => []);
    this.begun.set(this.begun.peek() + 1);
    this.version.set(this.version.peek() + 1);
  }

  /** Takes rows; those that are there already are written over, as after a reconnect. */
  append({ from, columns }: Rows): void {
    if (from > this.rowCount) return;
    let rows = 0;
    for (const [index, column] of this.columns.entries()) {
      const cells = columns[index] ?? [];
      const width = this.widthOf(column);
      const kept = this.#cells[index]!;
      kept.length = from * width;
      for (const cell of cells) kept.push(cell);
      rows = Math.max(rows, cells.length / width);
    }
    this.rowCount = from + rows;
    this.version.set(this.version.peek() + 1);
  }

  /** Whether its user may change it: the simulation lets them, and the table does not say that it is to be read only. */
  get isEditable(): boolean {
    return (this.info()?.isEditable ?? false) && !['+', 'true'].includes(this.settings['read-only'] ?? '');
  }

  /** How many numbers a cell of a column has. */
  widthOf(column: Column): number {
    return (column.cellShape ?? []).reduce((product, extent) => product * extent, 1);
  }

  indexOf(name: string): number {
    return this.columns.findIndex(column => column.name === name);
  }

  cell(row: number, column: number, element = 0): Cell {
    return this.#cells[column]?.[row * this.widthOf(this.columns[column]!) + element] ?? null;
  }

  /** A cell as a number; NaN for text and for what is missing. */
  number(row: number, column: number, element = 0): number {
    const cell = this.cell(row, column, element);
    return typeof cell === 'number' ? cell : Number.NaN;
  }

  /** A whole tensor cell. */
  tensor(row: number, column: number): number[] {
    const width = this.widthOf(this.columns[column]!);
    return this.#cells[column]!.slice(row * width, (row + 1) * width).map(cell => (typeof cell === 'number' ? cell : Number.NaN));
  }

  /** A cell as text. */
  text(row: number, column: number): string {
    if (this.widthOf(this.columns[column]!) > 1) return this.tensor(row, column).join(' ');
    const cell = this.cell(row, column);
    return cell === null ? '' : String(cell);
  }
}
