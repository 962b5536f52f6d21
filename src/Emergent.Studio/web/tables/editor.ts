import type { Session } from '../protocol/session';

/** Changes a table of the simulation; what is refused is thrown, and nothing has changed. */
export class TableEditor {
  constructor(
    private readonly session: Session,
    private readonly table: string,
  ) {}

  /** What the unit is called that an element of a column stands for; empty where it has no name, or the column no layer. */
  unitName(column: string, element: number): string {
    return this.session.network()?.layers.find(({ name }) => name === column)?.unitNames[element] ?? '';
  }

  setCell(column: string, row: number, element: number, value: string): Promise<unknown> {
    return this.session.attempt('cell', { table: this.table, column, row, element, value });
  }

  /** Adds a row of zeros after the last of some, copies them there, or deletes them. */
  changeRows(change: 'add' | 'duplicate' | 'delete', rows: readonly number[]): Promise<unknown> {
    return this.session.attempt('row', { table: this.table, do: change, rows });
  }

  /** Takes the last edit back, or does again what was taken back. */
  undo(isRedo = false): Promise<unknown> {
    return this.session.attempt(isRedo ? 'redo' : 'undo', { table: this.table });
  }

  /** Rows as text that `take` reads; all where none are named. */
  text(rows: readonly number[] | null = null): Promise<unknown> {
    return this.session.attempt('csv', { table: this.table, rows });
  }

  /** Takes rows from a text, after a row: −1 before all. */
  take(text: string, after: number): Promise<unknown> {
    return this.session.attempt('csv', { table: this.table, text, after });
  }

  /** Takes rows from a text in place of those that there are. */
  replace(text: string): Promise<unknown> {
    return this.session.attempt('csv', { table: this.table, text, replace: true });
  }
}
