import type { TableData } from '../protocol/table';

/** How a table's rows are shown: in which order, and which. */
export interface RowOrder {
  /** The column that sorts; −1 for the order in which they came. */
  column: number;
  isDescending: boolean;
  filter: string;
  /** Where no column sorts, what says in which random order they are; 0 for the order in which they came. */
  permutation: number;
}

/** The rows that a filter leaves. */
export function filteredRows(table: TableData, filter: string): number[] {
  const tests = wordsOf(filter).map(word => testOf(table, word));
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) if (tests.every(test => test(row))) rows.push(row);
  return rows;
}

/** The rows that a filter leaves, sorted or in random order. */
export function orderedRows(table: TableData, { column, isDescending, filter, permutation }: RowOrder): number[] {
  const rows = filteredRows(table, filter);
  if (!table.columns[column]) return permutation === 0 ? rows : permuted(rows, permutation);
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

/** A random order that is the same for the same seed, so that a link shows it too. */
function permuted(rows: readonly number[], seed: number): number[] {
  const keys = new Map(rows.map(row => [row, hash(row, seed)]));
  return [...rows].sort((a, b) => keys.get(a)! - keys.get(b)! || a - b);
}

// Two rounds of multiplying and folding, as in murmur3's finish.
function hash(value: number, seed: number): number {
  let mixed = (value + 1) ^ Math.imul(seed, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The words of a filter; spaces within quotes belong to a word. */
const wordsOf = (filter: string) => [...filter.matchAll(/(?:[^\s"]|"[^"]*"?)+/g)].map(([word]) => word.replaceAll('"', '')).filter(Boolean);

/** A word must be found in a row; `Name~cat` in that column, `Name=cat` is all of it, `PctErr<0.5` compares numbers, and `!` says that a row must not be so. */
function testOf(table: TableData, word: string): (row: number) => boolean {
  if (word.startsWith('!') && word.length > 1) {
    const test = testOf(table, word.slice(1));
    return row => !test(row);
  }
  const [, name, sign, value] = /^(.+?)(<=|>=|<|>|=|~)(.+)$/.exec(word) ?? [];
  const column = name === undefined ? -1 : table.columns.findIndex(each => each.name.toLowerCase() === name.toLowerCase());
  const has = (row: number, index: number, text: string) => table.text(row, index).toLowerCase().includes(text);
  if (column < 0) {
    const text = word.toLowerCase();
    const columns = table.columns.flatMap((each, index) => (table.widthOf(each) === 1 ? index : []));
    return row => columns.some(index => has(row, index, text));
  }
  const bound = Number(value);
  if (sign === '~') return row => has(row, column, value!.toLowerCase());
  if (sign === '=') return row => (Number.isNaN(bound) ? table.text(row, column).toLowerCase() === value!.toLowerCase() : table.number(row, column) === bound);
  const tests: Record<string, (x: number) => boolean> = { '<': x => x < bound, '>': x => x > bound, '<=': x => x <= bound, '>=': x => x >= bound };
  return row => tests[sign!]!(table.number(row, column));
}
