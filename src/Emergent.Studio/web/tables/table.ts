import { chooseFiles, copyText, iconButton, menuItem, popover, saveFile } from '../dom/controls';
import { type Child, fill, h, say } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { wishOf, withWish } from '../layout/wishes';
import { tableCsv } from '../plots/export';
import type { Column } from '../protocol/messages';
import type { TableData } from '../protocol/table';
import { cellOf, type TableCell } from './cells';
import type { TableEditor } from './editor';
import { filterField } from './filter';
import { showNumbers } from './numbers';
import { orderedRows } from './rows';
import { Selection } from './selection';
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
  readonly #selection = new Selection();
  /** The row whose number has the focus, or had it last. */
  #current = -1;
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
    /** Shows the rows as a plot. */
    private readonly showPlot: () => void,
  ) {
    super();
    this.#order = { ...withWish(usual, wish) };
    const filter = filterField(this.#order.filter, value => this.#set({ filter: value }));
    const tools = h('span', { class: 'plot-tools' });
    this.#scroll = h(
      'div',
      { class: 'table-scroll', tabindex: 0, role: 'table', 'aria-label': title, onscroll: () => this.#scrolled() },
      h('div', { role: 'rowgroup', class: 'table-head-group' }, this.#head),
      this.#body,
    );
    this.element = h('div', { class: 'table' }, h('div', { class: 'plot-head' }, filter, this.#count, h('span', { class: 'grow' }), tools), this.#error, this.#scroll);
    this.element.addEventListener('keydown', event => this.#key(event));
    this.element.addEventListener('paste', event => {
      if (!this.#isEditable || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      void this.#paste(event.clipboardData?.getData('text') ?? '');
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
    const copy = iconButton('copy', 'Copy the rows that are chosen, else all (Ctrl+C)', () => void this.#copy());
    const more = iconButton('more', 'Rows', () => {});
    popover(more, () => this.#rowMenu());
    if (!info?.isEditable) {
      const why = !info ? 'It is what the file has.' : info.mode ? 'It is a log, which says what has happened.' : 'It is a result, which the simulation makes.';
      return [
        h('span', { class: 'muted', title: `${why} Save it as CSV to change a copy.` }, 'read only'),
        copy,
        iconButton('save', 'Save as CSV', () => saveFile(`${this.title}.csv`, tableCsv(this.table, this.#rows), 'text/csv')),
        more,
      ];
    }
    const files = iconButton('save', 'CSV out and in', () => {});
    popover(files, () => [
      menuItem('Save as CSV', () =>
        this.#do(async () => saveFile(`${this.title}.csv`, String(await this.editor.text()), 'text/csv')),
      ),
      h('hr'),
      menuItem('Replace all rows by a CSV file…', () => this.#takeFile(text => this.editor.replace(text))),
      menuItem('Add the rows of a CSV file…', () => this.#takeFile(text => this.editor.take(text, this.table.rowCount - 1))),
    ]);
    return [
      iconButton('undo', 'Take the last edit back (Ctrl+Z)', () => void this.#undo(false)),
      iconButton('redo', 'Do it again (Ctrl+Shift+Z)', () => void this.#undo(true)),
      iconButton('plus', 'Add a row at the end', () => void this.#change('add', [this.table.rowCount - 1])),
      copy,
      files,
      more,
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

  async #change(change: 'add' | 'duplicate' | 'delete', rows: readonly number[]): Promise<void> {
    if (rows.length === 0 || !(await this.#do(() => this.editor.changeRows(change, rows)))) return;
    this.#chooseNew(Math.max(...rows), change === 'delete' ? 0 : change === 'add' ? 1 : rows.length);
    if (change === 'add') this.#scroll.scrollTop = (Math.max(...rows) + 1) * this.#rowHeight;
  }

  async #paste(text: string): Promise<void> {
    const after = this.#selection.rows.size > 0 ? Math.max(...this.#selection.rows) : this.table.rowCount - 1;
    if (text !== '') await this.#do(async () => this.#chooseNew(after, Number(await this.editor.take(text, after))));
  }

  /** Chooses rows that have come after a row. */
  #chooseNew(after: number, count: number): void {
    this.#selection.choose(Array.from({ length: count }, (_, i) => after + 1 + i));
    this.request();
  }

  get #chosen(): number[] {
    return this.#selection.of(this.#rows);
  }

  /** Copies the rows that are chosen, else all; those of a table that is edited with a header that says types and shapes, so that they can be pasted. */
  #copy(): Promise<boolean> {
    const rows = this.#selection.rows.size > 0 ? this.#chosen : this.#rows;
    return this.#do(async () => {
      const isCopied = await copyText(this.#isEditable ? String(await this.editor.text(rows)) : this.#asText(rows));
      if (!isCopied) throw new Error('The browser does not let the page copy. Save the rows as CSV.');
    });
  }

  #rowMenu(): Child {
    const chosen = this.#chosen;
    const item = (label: string, work: () => unknown, isOpen = chosen.length > 0) => menuItem(label, () => void work(), { disabled: !isOpen });
    const paste = () => this.#do(async () => this.#paste(await navigator.clipboard.readText()));
    return [
      this.#isEditable
        ? [
            item('Insert a row above', () => this.#change('add', [Math.min(...chosen) - 1])),
            item('Insert a row below', () => this.#change('add', [Math.max(...chosen)])),
            item('Duplicate (Ctrl+D)', () => this.#change('duplicate', chosen)),
            item('Delete (Del)', () => this.#change('delete', chosen)),
            item('Paste (Ctrl+V)', paste, true),
            h('hr'),
          ]
        : null,
      item('Choose all (Ctrl+A)', () => this.#choose(this.#rows), this.#rows.length > 0),
      item('Choose none (Esc)', () => this.#choose([])),
      h('hr'),
      item('In sequence', () => this.#sort(''), true),
      item('In random order', () => this.#permute(), true),
      h('hr'),
      item('Show as a plot', this.showPlot, true),
    ];
  }

  #choose(rows: Iterable<number>): void {
    this.#selection.choose(rows);
    this.#drawRows();
  }

  /** Another random order each time. */
  #permute(): void {
    this.#set({ sortedBy: '', isDescending: false, permutation: 1 + Math.floor(Math.random() * 1e6) });
    this.#drawHead();
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    // In a field it is the field's own.
    if (target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    const isAtRows = target === this.#scroll || target.classList.contains('row-number');
    const chosen = this.#chosen;
    const act = (work: () => unknown) => {
      event.preventDefault();
      event.stopPropagation();
      void work();
    };
    if (event.ctrlKey || event.metaKey) {
      if (key === 'z' && this.#isEditable) act(() => this.#undo(event.shiftKey));
      if (!isAtRows) return;
      if (key === 'a') act(() => this.#choose(this.#rows));
      if (key === 'c' && chosen.length > 0) act(() => this.#copy());
      if (key === 'd' && this.#isEditable) act(() => this.#change('duplicate', chosen));
      return;
    }
    if (!isAtRows) return;
    if (key === 'escape' && chosen.length > 0) act(() => this.#choose([]));
    if (key === 'delete' && this.#isEditable) act(() => this.#change('delete', chosen));
    const step = { arrowdown: 1, arrowup: -1 }[key];
    const next = step && target !== this.#scroll ? this.#rows[this.#rows.indexOf(this.#current) + step] : undefined;
    if (next !== undefined) act(() => this.#goTo(next, event.shiftKey));
  }

  /** Moves the focus to a row's number, choosing the rows on the way where asked. */
  #goTo(row: number, isRange: boolean): void {
    if (isRange) this.#selection.press(row, this.#rows, true, false);
    this.#current = row;
    const [height, top] = [this.#rowHeight, this.#rows.indexOf(row) * this.#rowHeight];
    const room = this.#scroll.clientHeight - this.#head.offsetHeight;
    this.#scroll.scrollTop = Math.min(Math.max(this.#scroll.scrollTop, top + height - room), top);
    this.#drawRows();
    this.#lines.get(row)?.number.focus({ preventScroll: true });
  }

  #takeFile(take: (text: string) => Promise<unknown>): void {
    chooseFiles('.csv,.tsv,.txt,text/csv', false, ([file]) => {
      if (file) void this.#do(async () => take(await file.text()));
    });
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
    this.#selection.keep(this.table.rowCount);
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
    const chosen = this.#chosen.length;
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
      const isChosen = this.#selection.rows.has(row);
      line.element.classList.toggle('chosen', isChosen);
      line.number.setAttribute('aria-pressed', String(isChosen));
      line.number.tabIndex = row === reached ? 0 : -1;
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
    const number = h(
      'button',
      {
        type: 'button',
        class: 'row-number',
        'aria-label': `Row ${row}`,
        title: 'Choose the row; with Shift all up to it, with Ctrl this one too',
        onclick: (event: MouseEvent) => {
          this.#current = row;
          this.#selection.press(row, this.#rows, event.shiftKey, event.ctrlKey || event.metaKey);
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

  #asText(rows: readonly number[]): string {
    const { table } = this;
    return [
      table.columns.map(({ name }) => name).join('\t'),
      ...rows.map(row => table.columns.map((_, index) => table.text(row, index)).join('\t')),
    ].join('\n');
  }
}

