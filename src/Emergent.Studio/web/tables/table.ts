import { fill, h, say } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { wishOf, withWish } from '../layout/wishes';
import type { Column } from '../protocol/messages';
import type { TableData } from '../protocol/table';
import { cellOf, type TableCell } from './cells';
import { TableCommands } from './commands';
import type { TableEditor } from './editor';
import { filterField } from './filter';
import { showNumbers } from './numbers';
import { orderedRows } from './rows';
import { gridOptionsOf, layoutOf, pictureShape } from './tensor';

const plainRow = 26;
const headLetter = 7.5; // pixels of a letter of a column's name
const tensorHeight = 40;
const editedTensorHeight = 64; // its elements are pressed
const spare = 6; // rows drawn beyond what is seen

/** How the rows are shown: by which column they are sorted, none where it is empty, in which random order, and which are left. */
interface Order {
  sortedBy: string;
  isDescending: boolean;
  permutation: number;
  filter: string;
}

const usual: Order = { sortedBy: '', isDescending: false, permutation: 0, filter: '' };

interface Line {
  element: HTMLElement;
  /** The row's number, by which it is chosen. */
  number: HTMLButtonElement;
  cells: TableCell[];
}

/** A table's rows; only those in sight are in the page. */
export class TableView extends LiveView {
  readonly element: HTMLElement;
  #order: Order;
  #rows: number[] = [];
  readonly #commands: TableCommands;
  #rowCount = 0;
  /** The row whose number has the focus, or had it last. */
  #current = -1;
  #lines = new Map<number, Line>();
  #isAtEnd = true;
  #widths = '';
  readonly #head = h('div', { class: 'table-head', role: 'row' });
  readonly #body = h('div', { class: 'table-rows', role: 'rowgroup' });
  readonly #scroll: HTMLElement;
  readonly #count = h('span', { class: 'muted', role: 'status' });
  readonly #why = h('p', { class: 'empty', role: 'cell' });
  readonly #empty = h('div', { role: 'row' }, this.#why);

  constructor(
    title: string,
    private readonly table: TableData,
    private readonly editor: TableEditor,
    wish: unknown,
    private readonly keep: (wish: object) => void,
    /** Shows the rows as a plot. */
    showPlot: () => void,
  ) {
    super();
    this.#order = { ...withWish(usual, wish) };
    this.#commands = new TableCommands(title, table, editor, {
      shown: () => this.#rows,
      chosen: () => this.request(),
      goTo: row => this.#goTo(row),
      sequence: () => this.#sort(''),
      permute: () => this.#permute(),
      plot: showPlot,
      numbers: (row, column) => this.#showNumbers(row, column),
    });
    const filter = filterField(this.#order.filter, value => this.#set({ filter: value }));
    const tools = h('span', { class: 'plot-tools' });
    this.#scroll = h(
      'div',
      { class: 'table-scroll', tabindex: 0, role: 'table', 'aria-label': title, onscroll: () => this.#scrolled() },
      h('div', { role: 'rowgroup', class: 'table-head-group' }, this.#head),
      this.#body,
    );
    this.element = h('div', { class: 'table' }, h('div', { class: 'plot-head' }, filter, this.#count, h('span', { class: 'grow' }), tools), this.#commands.error, this.#scroll);
    this.#commands.listen(this.element, this.#scroll);
    this.#body.addEventListener('keydown', event => this.#walk(event));
    new ResizeObserver(() => this.#drawRows()).observe(this.#scroll);
    this.follow(() => {
      table.begun();
      fill(tools, this.#commands.tools());
    });
    this.follow(() => {
      table.info();
      table.begun();
      this.#isAtEnd = !this.#isEditable;
      this.#drawHead();
    });
    this.follow(() => {
      table.version();
      this.request();
    });
  }

  protected override get patience(): number {
    return 60;
  }

  get #isEditable(): boolean {
    return this.table.isEditable;
  }

  /** Another random order each time. */
  #permute(): void {
    this.#set({ sortedBy: '', isDescending: false, permutation: 1 + Math.floor(Math.random() * 1e6) });
    this.#drawHead();
  }

  /** Arrows go from a row's number to the next, with Shift choosing the rows on the way. */
  #walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(event.target as Element).classList.contains('row-number')) return;
    const next = this.#rows[this.#rows.indexOf(this.#current) + step];
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) return;
    if (event.shiftKey) this.#commands.selection.press(next, this.#rows, true, false);
    this.#current = next;
    this.#goTo(next);
    this.#drawRows();
    this.#lines.get(next)?.number.focus({ preventScroll: true });
  }

  /** Brings a row in sight. */
  #goTo(row: number): void {
    const place = this.#rows.indexOf(row);
    const [height, top] = [this.#rowHeight, (place < 0 ? this.#rows.length : place) * this.#rowHeight];
    const room = this.#scroll.clientHeight - this.#head.offsetHeight;
    this.#scroll.scrollTop = Math.min(Math.max(this.#scroll.scrollTop, top + height - room), top);
  }

  #drawHead(): void {
    const { table } = this;
    this.#lines.clear();
    this.#body.replaceChildren();
    // A log begins with its counters, which are small.
    const counters = table.info.peek()?.mode ? table.indexOf(table.xAxis ?? '') : -1;
    this.#widths = [
      '56px',
      ...table.columns.map((column, index) =>
        table.widthOf(column) > 1
          ? `${Math.max(this.#layout(column).columns * this.#cell(column) + 20, 90)}px`
          : column.type === 'text'
            ? '150px'
            : `${Math.max(index <= counters ? 64 : 100, column.name.length * headLetter + 22)}px`,
      ),
    ].join(' ');
    const header = (name: string, column: number, isNumber: boolean) => {
      const isSorted = column >= 0 && this.#order.sortedBy === name;
      return h(
        'div',
        { role: 'columnheader', 'aria-sort': isSorted ? (this.#order.isDescending ? 'descending' : 'ascending') : 'none', class: isNumber ? 'number' : '' },
        h(
          'button',
          { type: 'button', title: column < 0 ? 'The order in which they came' : `Sort by ${name}`, onclick: () => this.#sort(column < 0 ? '' : name) },
          name,
          isSorted ? h('span', { 'aria-hidden': 'true' }, this.#order.isDescending ? ' ↓' : ' ↑') : null,
        ),
      );
    };
    fill(
      this.#head,
      header('#', -1, true),
      table.columns.map((column, index) => header(column.name, index, column.type === 'number' && table.widthOf(column) === 1)),
    );
    this.#head.style.gridTemplateColumns = this.#widths;
  }

  get seen(): object {
    return wishOf(this.#order, usual);
  }

  #set(next: Partial<Order>): void {
    Object.assign(this.#order, next);
    this.keep(this.seen);
    this.request();
  }

  #sort(sortedBy: string): void {
    this.#set({ sortedBy, permutation: 0, isDescending: sortedBy !== '' && sortedBy === this.#order.sortedBy && !this.#order.isDescending });
    this.#drawHead();
  }

  #layout({ cellShape, settings }: Column) {
    const options = gridOptionsOf(settings);
    return layoutOf(this.#isEditable ? cellShape! : pictureShape(cellShape!, options), options);
  }

  /** The size of an element of a tensor in pixels. */
  #cell(column: Column): number {
    const { rows } = this.#layout(column);
    return this.#isEditable ? Math.min(Math.max(Math.floor(editedTensorHeight / rows), 6), 16) : Math.max(Math.floor(tensorHeight / rows), 2);
  }

  get #rowHeight(): number {
    const heights = this.table.columns
      .filter(column => this.table.widthOf(column) > 1)
      .map(column => this.#layout(column).rows * this.#cell(column) + 8);
    return Math.max(plainRow, ...heights);
  }

  protected draw(): void {
    // Rows that have been added may be chosen before they have come.
    if (this.table.rowCount < this.#rowCount) this.#commands.selection.keep(this.table.rowCount);
    this.#rowCount = this.table.rowCount;
    this.#rows = orderedRows(this.table, { ...this.#order, column: this.table.indexOf(this.#order.sortedBy) });
    this.#body.style.height = `${this.#rows.length * this.#rowHeight}px`;
    // Who looks at the end goes on looking at the end.
    if (this.#isAtEnd && this.#order.sortedBy === '' && this.#order.permutation === 0) this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#drawRows();
  }

  #scrolled(): void {
    this.#isAtEnd = !this.#isEditable && this.#scroll.scrollTop + this.#scroll.clientHeight >= this.#scroll.scrollHeight - 4;
    this.#drawRows();
  }

  /** Brings the rows in sight up to date; those that stay keep their elements, so that a field that is being edited is left in peace. */
  #drawRows(): void {
    const { table } = this;
    const height = this.#rowHeight;
    const from = Math.max(Math.floor(this.#scroll.scrollTop / height) - spare, 0);
    const to = Math.min(Math.ceil((this.#scroll.scrollTop + this.#scroll.clientHeight) / height) + spare, this.#rows.length);
    const rows = this.#rows.length === table.rowCount ? `${table.rowCount} ${table.rowCount === 1 ? 'row' : 'rows'}` : `${this.#rows.length} of ${table.rowCount} rows`;
    const chosen = this.#commands.rows.length;
    say(this.#count, chosen > 0 ? `${rows}, ${chosen} chosen` : rows);
    this.#scroll.setAttribute('aria-rowcount', String(this.#rows.length));
    const seen = this.#rows.slice(from, to);
    const seenRows = new Set(seen);
    // One of the numbers is reached by Tab, the others from there by arrows.
    const reached = seenRows.has(this.#current) ? this.#current : seen[0];
    for (const [row, { element }] of this.#lines) {
      if (seenRows.has(row)) continue;
      element.remove();
      this.#lines.delete(row);
    }
    seen.forEach((row, index) => {
      const line = this.#lines.get(row) ?? this.#line(row);
      this.#lines.set(row, line);
      line.element.setAttribute('aria-rowindex', String(from + index + 1));
      Object.assign(line.element.style, { top: `${(from + index) * height}px`, height: `${height}px` });
      const isChosen = this.#commands.selection.rows.has(row);
      line.element.classList.toggle('chosen', isChosen);
      line.number.setAttribute('aria-pressed', String(isChosen));
      line.number.tabIndex = row === reached ? 0 : -1;
      for (const cell of line.cells) cell.update();
      if (this.#body.children[index] !== line.element) this.#body.insertBefore(line.element, this.#body.children[index] ?? null);
    });
    if (seen.length > 0) this.#empty.remove();
    else {
      say(this.#why, this.#rowCount > 0 ? 'No row matches the filter.' : this.#isEditable ? 'No rows yet. Add one with +.' : 'No rows yet. They come as the simulation runs.');
      this.#body.append(this.#empty);
    }
  }

  /** The numbers of a tensor, to be changed where the table may be. */
  #showNumbers(row: number, index: number): void {
    const { name, settings } = this.table.columns[index]!;
    showNumbers(`${name}, row ${row}`, this.table, row, index, gridOptionsOf(settings), this.#isEditable ? this.editor : null);
  }

  #line(row: number): Line {
    const set = this.#isEditable
      ? (column: string, element: number, value: string) => this.#commands.attempt(() => this.editor.setCell(column, row, element, value))
      : null;
    const cells = this.table.columns.map((column, index) =>
      cellOf(
        this.table,
        row,
        index,
        set,
        this.table.widthOf(column) > 1
          ? { size: this.#cell(column), nameOf: element => this.editor.unitName(column.name, element), open: () => this.#showNumbers(row, index) }
          : null,
      ),
    );
    const number = h(
      'button',
      {
        type: 'button',
        class: 'row-number',
        'aria-label': `Row ${row}`,
        title: 'Choose the row; with Shift all up to it, with Ctrl this one too',
        onclick: (event: MouseEvent) => {
          this.#current = row;
          this.#commands.selection.press(row, this.#rows, event.shiftKey, event.ctrlKey || event.metaKey);
          this.#drawRows();
        },
      },
      row,
    );
    const element = h(
      'div',
      { class: 'table-row', role: 'row', style: { gridTemplateColumns: this.#widths } },
      h('div', { role: 'rowheader', class: 'number muted' }, number),
      cells.map(cell => cell.element),
    );
    return { element, number, cells };
  }
}
