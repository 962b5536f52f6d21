import type { Cell, Column } from '../protocol/messages';
import { TableData } from '../protocol/table';

type MetaData = Readonly<Record<string, string>>;

const letters = '$&%#|@^';
const texts = '$&';

/** A table as a file has it, tab- or comma-separated, with emergent's typed header or a plain one; throws what is wrong, with the line. */
export function readTable(name: string, file: string, text: string, metaData: MetaData = {}): TableData {
  const damaged = (line: number, what: string) => new Error(`File '${file}', line ${line}: ${what}`);
  const source = text.replace(/^\uFEFF/, '');
  const firstLine = source.slice(0, source.search(/\r|\n|$/));
  if (firstLine.trim() === '') throw new Error(`File '${file}' is empty. A table begins with a line of column names.`);
  const records = [...recordsOf(source, delimiterOf(firstLine), damaged)];
  const head = records.shift()!.cells.map(cell => cell.trim());
  if (head.length === 1 && head[0]!.includes(';'))
    throw damaged(1, `found '${head[0]}', which has semicolons and nothing else between names. Save the table with commas or tabs between cells, and points in fractions.`);
  const isMarked = head[0] === '_H:';
  const rows = records.map(({ line, cells }) => ({ line, cells: isMarked && cells[0] === '_D:' ? cells.slice(1) : cells }));
  const declared = columnsOf(isMarked ? head.slice(1) : head, isMarked, what => damaged(1, what));
  const width = declared.reduce((sum, { size }) => sum + size, 0);
  for (const { line, cells } of rows) {
    if (cells.length === width) continue;
    throw damaged(line, `found ${cells.length} cells, but the header declares ${width}. The line is cut off or a delimiter inside a text is not quoted.`);
  }
  const columns: Column[] = [];
  const values: Cell[][] = [];
  let first = 0;
  for (const { column, letter, size, shape } of declared) {
    const from = first;
    // A plain header does not say what is a number: what all cells are.
    const isText = letter === '' ? rows.some(({ cells }) => Number.isNaN(numberOf(cells[from]!) ?? 0)) : texts.includes(letter);
    const settings = Object.fromEntries(Object.entries(metaData).flatMap(([key, value]) => (key.startsWith(`${column}:`) ? [[key.slice(column.length + 1), value]] : [])));
    columns.push({ name: column, type: isText ? 'text' : 'number', cellShape: shape, settings });
    values.push(
      rows.flatMap(({ line, cells }) =>
        cells.slice(from, from + size).map(cell => {
          if (isText) return cell;
          const number = numberOf(cell);
          if (Number.isNaN(number ?? 0)) throw damaged(line, `found '${cell}' in column '${column}', but a column marked ${letter} takes a number or an empty cell.`);
          return number;
        }),
      ),
    );
    first += size;
  }
  const table = new TableData(name);
  const own = new Set(columns.map(column => column.name));
  const settings = Object.fromEntries(Object.entries(metaData).filter(([key]) => !own.has(key.split(':')[0]!)));
  table.begin({ id: 0, columns, xAxis: metaData.XAxisCol ?? '', settings });
  table.append({ type: 'rows', name, from: 0, columns: values });
  return table;
}

/** What `settings.json` beside logs says of the plots of a file; nothing where it says nothing. */
export function metaDataOf(settings: string, file: string): MetaData {
  try {
    const { tables } = JSON.parse(settings) as { tables?: Record<string, MetaData> };
    return tables?.[file] ?? {};
  } catch {
    throw new Error('File \'settings.json\' is no JSON, so that it cannot say how tables are plotted. Open them without it.');
  }
}

interface Declared {
  column: string;
  /** What says its type; empty where nothing does. */
  letter: string;
  shape: number[];
  size: number;
}

/** The columns that a header declares. */
function columnsOf(head: readonly string[], isMarked: boolean, damaged: (what: string) => Error): Declared[] {
  const isTyped = isMarked || head.every(cell => cell === '' || (cell.length > 1 && letters.includes(cell[0]!)));
  const columns: Declared[] = [];
  for (let at = 0; at < head.length; at++) {
    const cell = head[at]!;
    // What stands in brackets is an index only as `[2:0,1]`, else it belongs to the name, as in `Time [ms]`.
    const [, letter, name, index, shapeText] = (isTyped && /^([$&%#|@^])(.+?)(\[\d+:[\d,]+\])?(?:<\d+:([\d,]+)>)?$/.exec(cell)) || ['', '', cell || `col_${at}`];
    const shape = shapeText === undefined ? [] : shapeText.split(',').map(Number);
    const size = shape.reduce((product, extent) => product * extent, 1);
    const elements = head.slice(at, at + size);
    if (!(size > 0) || elements.length < size || elements.some((other, i) => i > 0 && !other.startsWith(`${letter}${name}[`)))
      throw damaged(`column '${name}' has shape [${shape.join(', ')}] and so ${size} cells, which must stand one after the other in the header.`);
    if (index !== undefined && shapeText === undefined)
      throw damaged(`found '${cell}', but the first cell of a tensor column must give its shape, as in '${letter}${name}[2:0,0]<2:5,5>'.`);
    if (columns.some(({ column }) => column === name)) throw damaged(`column '${name}' stands twice. Names must be unique.`);
    columns.push({ column: name!, letter: letter!, shape, size });
    at += size - 1;
  }
  return columns;
}

/** What separates the cells of a header: the commonest of tabs and commas outside quotes and brackets; tabs where all between them have types, for names may have commas. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"|\[[^\]]*\]|<[^>]*>/g, '');
  const cells = bare.split('\t');
  if (cells.length > 1 && cells.every(cell => cell === '' || letters.includes(cell[0]!))) return '\t';
  const count = (delimiter: string) => bare.split(delimiter).length;
  return count(',') > count('\t') ? ',' : '\t';
}

/** A number, null for what is missing, NaN for what is none. */
function numberOf(cell: string): number | null {
  const text = cell.trim();
  if (/^(|nan|[-+]?inf(inity)?)$/i.test(text)) return null;
  if (/^(true|false)$/i.test(text)) return Number(text.toLowerCase() === 'true');
  return /^[-+.\d]/.test(text) ? Number(text) : Number.NaN;
}

/** The lines of a text as cells; quotes may hold delimiters, quotes and line ends. Empty lines are none, but for an empty cell in quotes. */
function* recordsOf(text: string, delimiter: string, damaged: (line: number, what: string) => Error): Generator<{ line: number; cells: string[] }> {
  let [line, at] = [1, 0];
  while (at < text.length) {
    const [start, cells] = [line, [] as string[]];
    const isQuoted = text[at] === '"';
    for (let isOver = false; !isOver; ) {
      let cell = '';
      if (text[at] === '"') {
        for (;;) {
          const end = text.indexOf('"', at + 1);
          if (end < 0) throw damaged(start, 'a quote is opened and never closed.');
          const part = text.slice(at + 1, end);
          cell += part;
          line += part.split('\n').length - 1;
          at = end + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
        if (at < text.length && ![delimiter, '\r', '\n'].includes(text[at]!)) throw damaged(line, `after the quoted cell '${cell}' stands '${text[at]}', where the next cell or the end of the line must come.`);
      } else {
        const from = at;
        while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
        cell = text.slice(from, at);
      }
      cells.push(cell);
      isOver = text[at] !== delimiter;
      if (!isOver) at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (cells.length > 1 || cells[0] !== '' || isQuoted) yield { line: start, cells };
  }
}
