/** Which rows of a table are chosen, as lists have it: a press chooses one, with Ctrl it is added or taken away, with Shift all from where the last press was. */
export class Selection {
  readonly rows = new Set<number>();
  #anchor = -1;

  /** A press on a row, among those that are shown in their order. */
  press(row: number, shown: readonly number[], isRange: boolean, isAdded: boolean): void {
    const [from, to] = [shown.indexOf(this.#anchor), shown.indexOf(row)];
    if (isRange && from >= 0) {
      if (!isAdded) this.rows.clear();
      for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) this.rows.add(each);
      return;
    }
    this.#anchor = row;
    if (isAdded && this.rows.delete(row)) return;
    if (!isAdded) {
      const wasAlone = this.rows.size === 1 && this.rows.has(row);
      this.rows.clear();
      if (wasAlone) return;
    }
    this.rows.add(row);
  }

  /** Chooses these and no others. */
  choose(rows: Iterable<number>): void {
    this.rows.clear();
    for (const row of rows) this.rows.add(row);
    this.#anchor = this.rows.values().next().value ?? -1;
  }

  /** Those that are chosen, in the order in which rows are shown. */
  of(shown: readonly number[]): number[] {
    return shown.filter(row => this.rows.has(row));
  }

  /** Lets go of rows that are there no more. */
  keep(rowCount: number): void {
    for (const row of this.rows) if (row >= rowCount) this.rows.delete(row);
  }
}
