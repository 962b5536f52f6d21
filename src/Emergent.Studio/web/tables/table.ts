import { chooseFile, copyText, iconButton, menuItem, popover, saveFile } from '../dom/controls';
import { type Child, fill, h, say } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { wishOf, withWish } from '../layout/wishes';
import { tableCsv } from '../plots/export';
import type { Column } from '../protocol/messages';
import type { TableData } from '../protocol/table';
import { cellOf, type TableCell } from './cells';
import type { TableEditor } from './editor';
import { showNumbers } from './numbers';
import { orderedRows } from './rows';
import { gridOptionsOf, layoutOf, pictureShape } from './tensor';

const plainRow = 26;
const headLetter = 7.5; // pixels of a letter of a column's name
const tensorHeight = 40;
const editedTensorHeight = 64; // its elements are pressed
const spare = 6; // rows drawn beyond what is seen

/** How the rows are shown: by which column they are sorted, none where it is empty, and which are left. */
interface Order {
  sortedBy: string;
  isDescending: boolean;
  filter: string;
}

const usual: Order = { sortedBy: '', isDescending: false, filter: '' };

interface Line {
  element: HTMLElement;
  cells: TableCell[];
}

/** A table's rows; only those in sight are in the page. */
export class TableView extends LiveView {
  readonly element: HTMLElement;
  #order: Order;
  #rows: number[] = [];
  #lines = new Map<number, Line>();
  #isAtEnd = true;
  #widths = '';
  readonly #head = h('div', { class: 'table-head', role: 'row' });
  readonly #body = h('div', { class: 'table-rows', role: 'rowgroup' });
  readonly #scroll: HTMLElement;
  readonly #count = h('span', { class: 'muted', role: 'status' });
  readonly #error = h('p', { class: 'table-error field-error', role: 'alert', hidden: true });
  readonly #empty = h('p', { class: 'empty' });

  constructor(
    private readonly title: string,
    private readonly table: TableData,
    private readonly editor: TableEditor,
    wish: unknown,
    private readonly keep: (wish: object) => void,
  ) {
    super();
    this.#order = { ...withWish(usual, wish) };
    const filter = h('input', {
      type: 'search',
      placeholder: 'Filter: words, or Epoch>10',
      'aria-label': 'Filter',
      value: this.#order.filter,
      oninput: () => this.#set({ filter: filter.value }),
    });
    const tools = h('span', { class: 'plot-tools' });
    this.#scroll = h(
      'div',
      { class: 'table-scroll', tabindex: 0, role: 'table', 'aria-label': title, onscroll: () => this.#scrolled() },
      h('div', { role: 'rowgroup', class: 'table-head-group' }, this.#head),
      this.#body,
    );
    this.element = h('div', { class: 'table' }, h('div', { class: 'plot-head' }, filter, this.#count, h('span', { class: 'grow' }), tools), this.#error, this.#scroll);
    this.element.addEventListener('keydown', event => {
      // In a field it is the field's own.
      if (!this.#isEditable || event.target instanceof HTMLInputElement || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      void this.#undo(event.shiftKey);
    });
    this.element.addEventListener('paste', event => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (!this.#isEditable || event.target instanceof HTMLInputElement || text === '') return;
      event.preventDefault();
      void this.#do(() => this.editor.take(text, false));
    });
    new ResizeObserver(() => this.#drawRows()).observe(this.#scroll);
    this.follow(() => {
      fill(tools, this.#tools());
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
    return this.table.info.peek()?.isEditable ?? false;
  }

  #tools(): Child {
    const info = this.table.info();
    // With a header that says types and shapes, so that they can be pasted.
    const copy = iconButton('copy', 'Copy the rows', () => void this.#do(async () => copyText(info?.isEditable ? String(await this.editor.text()) : this.#asText())));
    if (!info?.isEditable) {
      const why = info?.mode ? 'It is a log, which says what has happened.' : 'It is a result, which the simulation makes.';
      return [
        h('span', { class: 'muted', title: `${why} Save it as CSV to change a copy.` }, 'read only'),
        copy,
        iconButton('save', 'Save as CSV', () => saveFile(`${this.title}.csv`, tableCsv(this.table), 'text/csv')),
      ];
    }
    const files = iconButton('save', 'CSV out and in', () => {});
    popover(files, () => [
      menuItem('Save as CSV', () =>
        this.#do(async () => saveFile(`${this.title}.csv`, String(await this.editor.text()), 'text/csv')),
      ),
      h('hr'),
      menuItem('Replace all rows by a CSV file…', () => this.#takeFile(true)),
      menuItem('Add the rows of a CSV file…', () => this.#takeFile(false)),
    ]);
    return [
      iconButton('undo', 'Take the last edit back (Ctrl+Z)', () => void this.#undo(false)),
      iconButton('redo', 'Do it again (Ctrl+Shift+Z)', () => void this.#undo(true)),
      iconButton('plus', 'Add a row at the end', () => this.#change('add', this.table.rowCount - 1)),
      copy,
      files,
    ];
  }

  #undo(isRedo: boolean): Promise<boolean> {
    return this.#do(() => this.editor.undo(isRedo));
  }

  /** Does what may be refused, and says why it was. */
  async #do(work: () => Promise<unknown>): Promise<boolean> {
    let reason = '';
    try {
      await work();
    } catch (error) {
      reason = (error as Error).message;
    }
    say(this.#error, reason);
    this.#error.hidden = reason === '';
    return reason === '';
  }

  async #change(change: 'add' | 'duplicate' | 'delete', row: number): Promise<void> {
    if ((await this.#do(() => this.editor.changeRows(change, row))) && change === 'add') this.#scroll.scrollTop = (row + 1) * this.#rowHeight;
  }

  #takeFile(replace: boolean): void {
    chooseFile('.csv,.tsv,.txt,text/csv', file => void this.#do(async () => this.editor.take(await file.text(), replace)));
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
    this.#set({ sortedBy, isDescending: sortedBy !== '' && sortedBy === this.#order.sortedBy && !this.#order.isDescending });
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
    this.#rows = orderedRows(this.table, { ...this.#order, column: this.table.indexOf(this.#order.sortedBy) });
    this.#body.style.height = `${this.#rows.length * this.#rowHeight}px`;
    // Who looks at the end goes on looking at the end.
    if (this.#isAtEnd && this.#order.sortedBy === '') this.#scroll.scrollTop = this.#scroll.scrollHeight;
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
    say(this.#count, this.#rows.length === table.rowCount ? `${table.rowCount} ${table.rowCount === 1 ? 'row' : 'rows'}` : `${this.#rows.length} of ${table.rowCount} rows`);
    this.#scroll.setAttribute('aria-rowcount', String(this.#rows.length));
    const seen = this.#rows.slice(from, to);
    const seenRows = new Set(seen);
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
      for (const cell of line.cells) cell.update();
      if (this.#body.children[index] !== line.element) this.#body.insertBefore(line.element, this.#body.children[index] ?? null);
    });
    if (seen.length > 0) this.#empty.remove();
    else {
      say(this.#empty, table.rowCount > 0 ? 'No row matches the filter.' : this.#isEditable ? 'No rows yet. Add one with +.' : 'No rows yet. They come as the simulation runs.');
      this.#body.append(this.#empty);
    }
  }

  #line(row: number): Line {
    const set = this.#isEditable
      ? (column: string, element: number, value: string) => this.#do(() => this.editor.setCell(column, row, element, value))
      : null;
    const cells = this.table.columns.map((column, index) =>
      cellOf(this.table, row, index, this.table.widthOf(column) > 1 ? this.#cell(column) : 0, set, element => this.editor.unitName(column.name, element)),
    );
    if (!set) {
      for (const [index, column] of this.table.columns.entries()) {
        if (this.table.widthOf(column) === 1) continue;
        const { element } = cells[index]!;
        element.title = 'Double click: the numbers';
        element.addEventListener('dblclick', () => showNumbers(`${column.name}, row ${row}`, this.table, row, index, gridOptionsOf(column.settings), null));
      }
    }
    const element = h(
      'div',
      { class: 'table-row', role: 'row', style: { gridTemplateColumns: this.#widths } },
      h('div', { role: 'rowheader', class: 'number muted' }, this.#isEditable ? this.#rowMenu(row) : row),
      cells.map(cell => cell.element),
    );
    return { element, cells };
  }

  #rowMenu(row: number): HTMLElement {
    const button = h('button', { type: 'button', class: 'row-menu', 'aria-label': `Row ${row}`, title: 'Add, duplicate or delete' }, row);
    popover(button, () => [
      menuItem('Add a row below', () => void this.#change('add', row)),
      menuItem('Duplicate', () => void this.#change('duplicate', row)),
      menuItem('Delete', () => void this.#change('delete', row)),
    ]);
    return button;
  }

  #asText(): string {
    const { table } = this;
    return [
      table.columns.map(({ name }) => name).join('\t'),
      ...this.#rows.map(row => table.columns.map((_, index) => table.text(row, index)).join('\t')),
    ].join('\n');
  }
}

