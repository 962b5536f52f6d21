import { chooseFiles, copyText, iconButton, menuItem, popover, saveFile } from '../dom/controls';
import { type Child, h, say } from '../dom/h';
import { tableCsv, tableTsv } from '../plots/export';
import type { TableData } from '../protocol/table';
import type { TableEditor } from './editor';
import { Selection } from './selection';

/** What a view of a table has its commands do. */
export interface TableHost {
  /** The rows that are shown, in their order. */
  shown(): readonly number[];
  /** Other rows are chosen. */
  chosen(): void;
  /** Brings a row in sight. */
  goTo(row: number): void;
  sequence(): void;
  permute(): void;
  plot(): void;
  /** Shows the numbers of a tensor. */
  numbers(row: number, column: number): void;
}

/** What the user of a table does with its rows, by buttons, a menu and keys; why something was refused stands in `error`. */
export class TableCommands {
  readonly selection = new Selection();
  readonly error = h('p', { class: 'table-error field-error', role: 'alert', hidden: true });

  constructor(
    private readonly title: string,
    private readonly table: TableData,
    private readonly editor: TableEditor,
    private readonly host: TableHost,
  ) {}

  /** Does what may be refused, and says why it was. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    let reason = '';
    try {
      await work();
    } catch (error) {
      reason = (error as Error).message;
    }
    say(this.error, reason);
    this.error.hidden = reason === '';
    return reason === '';
  }

  /** The rows that are chosen and shown, in their order. */
  get rows(): number[] {
    return this.selection.of(this.host.shown());
  }

  tools(): Child {
    const info = this.table.info();
    const copy = iconButton('copy', 'Copy the rows that are chosen, else all (Ctrl+C)', () => void this.#copy());
    const more = iconButton('more', 'Rows', () => {});
    popover(more, () => this.#menu());
    if (!this.table.isEditable) {
      const why = !info
        ? 'It is what the file has.'
        : info.isEditable
          ? 'It says so of itself.'
          : info.mode
            ? 'It is a log, which says what has happened.'
            : 'It is a result, which the simulation makes.';
      const save = iconButton('save', 'Save the rows', () => {});
      popover(save, () => [menuItem('Save as CSV', () => saveFile(`${this.title}.csv`, tableCsv(this.table, this.host.shown()), 'text/csv')), this.#tsvItem()]);
      return [h('span', { class: 'muted', title: `${why} Save it as CSV to change a copy.` }, 'read only'), copy, save, more];
    }
    const files = iconButton('save', 'CSV out and in', () => {});
    popover(files, () => [
      menuItem('Save as CSV', () => this.attempt(async () => saveFile(`${this.title}.csv`, String(await this.editor.text()), 'text/csv'))),
      this.#tsvItem(),
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

  #tsvItem(): Child {
    const save = () => saveFile(`${this.title}.tsv`, tableTsv(this.table, this.host.shown()), 'text/tab-separated-values');
    return menuItem('Save as TSV', save, { title: 'With emergent’s typed header, which says types and shapes' });
  }

  #menu(): Child {
    const { rows, host } = this;
    const item = (label: string, work: () => unknown, isOpen = rows.length > 0) => menuItem(label, () => void work(), { disabled: !isOpen });
    return [
      this.table.isEditable
        ? [
            item('Insert a row above', () => this.#change('add', [Math.min(...rows) - 1])),
            item('Insert a row below', () => this.#change('add', [Math.max(...rows)])),
            item('Duplicate (Ctrl+D)', () => this.#change('duplicate', rows)),
            item('Delete (Del)', () => this.#change('delete', rows)),
            item('Paste (Ctrl+V)', () => this.#pasteClipboard(), true),
            h('hr'),
          ]
        : null,
      item('Choose all (Ctrl+A)', () => this.#choose(host.shown()), host.shown().length > 0),
      item('Choose none (Esc)', () => this.#choose([])),
      h('hr'),
      this.table.columns.flatMap((column, index) =>
        this.table.widthOf(column) > 1 ? [item(`Numbers of ${column.name}…`, () => host.numbers(rows[0]!, index), rows.length === 1)] : [],
      ),
      item('In sequence', () => host.sequence(), true),
      item('In random order', () => host.permute(), true),
      h('hr'),
      item('Show as a plot', () => host.plot(), true),
    ];
  }

  /** Listens to the keys of a view, and to what is pasted; rows are about their numbers and the whole, not what is in cells. */
  listen(view: HTMLElement, whole: HTMLElement): void {
    view.addEventListener('keydown', event => {
      const target = event.target as HTMLElement;
      // In a field it is the field's own.
      if (target instanceof HTMLInputElement) return;
      const isAtRows = target === whole || target.classList.contains('row-number');
      const work = this.#workOf(event, isAtRows);
      if (!work) return;
      event.preventDefault();
      event.stopPropagation();
      work();
    });
    view.addEventListener('paste', event => {
      if (!this.table.isEditable || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      void this.#paste(event.clipboardData?.getData('text') ?? '');
    });
  }

  #workOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, isAtRows: boolean): (() => void) | undefined {
    const { rows, table } = this;
    const isControl = ctrlKey || metaKey;
    if (isControl && key.toLowerCase() === 'z' && table.isEditable) return () => void this.#undo(shiftKey);
    if (!isAtRows) return undefined;
    const all: Record<string, () => void> = { a: () => this.#choose(this.host.shown()) };
    if (rows.length > 0) all.c = () => void this.#copy();
    if (table.isEditable) all.d = () => void this.#change('duplicate', rows);
    const plain: Record<string, () => void> = {};
    if (rows.length > 0) plain.Escape = () => this.#choose([]);
    if (table.isEditable) plain.Delete = () => void this.#change('delete', rows);
    return isControl ? all[key.toLowerCase()] : plain[key];
  }

  #choose(rows: Iterable<number>): void {
    this.selection.choose(rows);
    this.host.chosen();
  }

  /** Chooses rows that have come after a row. */
  #chooseNew(after: number, count: number): void {
    this.#choose(Array.from({ length: count }, (_, i) => after + 1 + i));
  }

  async #undo(isRedo: boolean): Promise<void> {
    if (await this.attempt(() => this.editor.undo(isRedo))) this.#choose([]);
  }

  async #change(change: 'add' | 'duplicate' | 'delete', rows: readonly number[]): Promise<void> {
    if (rows.length === 0 || !(await this.attempt(() => this.editor.changeRows(change, rows)))) return;
    const last = Math.max(...rows);
    this.#chooseNew(last, change === 'delete' ? 0 : change === 'add' ? 1 : rows.length);
    if (change === 'add') this.host.goTo(last + 1);
  }

  async #paste(text: string): Promise<void> {
    const after = Math.max(...(this.rows.length > 0 ? this.rows : [this.table.rowCount - 1]));
    if (text !== '') await this.attempt(async () => this.#chooseNew(after, Number(await this.editor.take(text, after))));
  }

  async #pasteClipboard(): Promise<void> {
    let text = '';
    const isRead = await this.attempt(async () => {
      text = await navigator.clipboard.readText().catch(() => {
        throw new Error('The browser does not let the page read the clipboard. Press Ctrl+V instead.');
      });
    });
    if (isRead) await this.#paste(text);
  }

  /** Copies the rows that are chosen, else all; those of a table that is edited with a header that says types and shapes, so that they can be pasted. */
  #copy(): Promise<boolean> {
    const rows = this.rows.length > 0 ? this.rows : this.host.shown();
    return this.attempt(async () => {
      const isCopied = await copyText(this.table.isEditable ? String(await this.editor.text(rows)) : this.#asText(rows));
      if (!isCopied) throw new Error('The browser does not let the page copy. Save the rows as CSV.');
    });
  }

  #asText(rows: readonly number[]): string {
    const { table } = this;
    return [table.columns.map(({ name }) => name).join('\t'), ...rows.map(row => table.columns.map((_, index) => table.text(row, index)).join('\t'))].join('\n');
  }

  #takeFile(take: (text: string) => Promise<unknown>): void {
    chooseFiles('.csv,.tsv,.txt,text/csv', ([file]) => {
      if (file) void this.attempt(async () => take(await file.text()));
    });
  }
}
