import type { TableData } from '../protocol/table';

/** How a table's rows are shown: in which order, and which. */
export interface RowOrder {
  /** The column that sorts; −1 for the order in which they came. */
  column: number;
  isDescending: boolean;
  filter: string;
}

/** The rows that a filter leaves, sorted. Words must all be found in a row; `PctErr<0.5` compares numbers. */
export function orderedRows(table: TableData, { column, isDescending, filter }: RowOrder): number[] {
  const tests = filter
    .split(/\s+/)
    .filter(Boolean)
    .map(word => testOf(table, word));
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) if (tests.every(test => test(row))) rows.push(row);
  if (column < 0 || !table.columns[column]) return rows;
  const sign = isDescending ? -1 : 1;
  if (table.columns[column].type === 'text')
    rows.sort((a, b) => sign * table.text(a, column).localeCompare(table.text(b, column), undefined, { numeric: true }) || a - b);
  // What is no number comes last, whichever way it is sorted.
  else rows.sort((a, b) => compare(table.number(a, column), table.number(b, column), sign) || a - b);
  return rows;
}

function compare(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return sign * (a - b);
}

function testOf(table: TableData, word: string): (row: number) => boolean {
  const [, name, sign, value] = /^(.+?)(<=|>=|<|>|=)(.+)$/.exec(word) ?? [];
  const column = name === undefined ? -1 : table.columns.findIndex(each => each.name.toLowerCase() === name.toLowerCase());
  if (column < 0) {
    const text = word.toLowerCase();
    const columns = table.columns.flatMap((each, index) => (table.widthOf(each) === 1 ? index : []));
    return row => columns.some(index => table.text(row, index).toLowerCase().includes(text));
  }
  const bound = Number(value);
  if (sign === '=') return row => (Number.isNaN(bound) ? table.text(row, column).toLowerCase() === value!.toLowerCase() : table.number(row, column) === bound);
  const tests: Record<string, (x: number) => boolean> = { '<': x => x < bound, '>': x => x > bound, '<=': x => x <= bound, '>=': x => x >= bound };
  return row => tests[sign!]!(table.number(row, column));
}
