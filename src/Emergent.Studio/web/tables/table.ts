import { copyText, iconButton, saveFile } from '../dom/controls';
import { fill, h, say } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { colorMap } from '../netview/colormaps';
import { tableCsv } from '../plots/export';
import type { TableData } from '../protocol/table';
import { orderedRows, type RowOrder } from './rows';
import { boundsAround, drawTensor, layoutOf } from './tensor';

const plainRow = 26;
const tensorHeight = 40;
const spare = 6; // rows drawn beyond what is seen

/** A table's rows; only those in sight are in the page. */
export class TableView extends LiveView {
  readonly element: HTMLElement;
  #order: RowOrder = { column: -1, isDescending: false, filter: '' };
  #rows: number[] = [];
  #isAtEnd = true;
  #widths = '';
  readonly #head = h('div', { class: 'table-head', role: 'row' });
  readonly #body = h('div', { class: 'table-rows', role: 'rowgroup' });
  readonly #scroll: HTMLElement;
  readonly #count = h('span', { class: 'muted', role: 'status' });

  constructor(
    title: string,
    private readonly table: TableData,
  ) {
    super();
    const filter = h('input', {
      type: 'search',
      placeholder: 'Filter: words, or Epoch>10',
      'aria-label': 'Filter',
      oninput: () => {
        this.#order.filter = filter.value;
        this.request();
      },
    });
    this.#scroll = h(
      'div',
      { class: 'table-scroll', tabindex: 0, role: 'table', 'aria-label': title, onscroll: () => this.#scrolled() },
      h('div', { role: 'rowgroup', class: 'table-head-group' }, this.#head),
      this.#body,
    );
    this.element = h(
      'div',
      { class: 'table' },
      h(
        'div',
        { class: 'plot-head' },
        filter,
        this.#count,
        h('span', { class: 'grow' }),
        iconButton('copy', 'Copy the rows', () => void copyText(this.#asText())),
        iconButton('save', 'Save as CSV', () => saveFile(`${title}.csv`, tableCsv(table), 'text/csv')),
      ),
      this.#scroll,
    );
    new ResizeObserver(() => this.#drawRows()).observe(this.#scroll);
    this.follow(() => {
      table.begun();
      this.#order.column = -1;
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

  #drawHead(): void {
    const { table } = this;
    this.#widths = [
      '56px',
      ...table.columns.map(column =>
        table.widthOf(column) > 1
          ? `${Math.max(layoutOf(column.cellShape!).columns * this.#cell(column.cellShape!) + 20, 90)}px`
          : column.type === 'text'
            ? '150px'
            : '100px',
      ),
    ].join(' ');
    const header = (name: string, column: number, isNumber: boolean) => {
      const isSorted = this.#order.column === column && column >= 0;
      return h(
        'div',
        { role: 'columnheader', 'aria-sort': isSorted ? (this.#order.isDescending ? 'descending' : 'ascending') : 'none', class: isNumber ? 'number' : '' },
        h(
          'button',
          { type: 'button', title: column < 0 ? 'The order in which they came' : `Sort by ${name}`, onclick: () => this.#sort(column) },
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

  #sort(column: number): void {
    this.#order.isDescending = column === this.#order.column && column >= 0 ? !this.#order.isDescending : false;
    this.#order.column = column;
    this.#drawHead();
    this.request();
  }

  #cell(shape: readonly number[]): number {
    return Math.max(Math.floor(tensorHeight / layoutOf(shape).rows), 2);
  }

  get #rowHeight(): number {
    const heights = this.table.columns
      .filter(column => this.table.widthOf(column) > 1)
      .map(({ cellShape }) => layoutOf(cellShape!).rows * this.#cell(cellShape!) + 8);
    return Math.max(plainRow, ...heights);
  }

  protected draw(): void {
    this.#rows = orderedRows(this.table, this.#order);
    this.#body.style.height = `${this.#rows.length * this.#rowHeight}px`;
    // Who looks at the end goes on looking at the end.
    if (this.#isAtEnd && this.#order.column < 0) this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#drawRows();
  }

  #scrolled(): void {
    this.#isAtEnd = this.#scroll.scrollTop + this.#scroll.clientHeight >= this.#scroll.scrollHeight - 4;
    this.#drawRows();
  }

  #drawRows(): void {
    const { table } = this;
    const height = this.#rowHeight;
    const from = Math.max(Math.floor(this.#scroll.scrollTop / height) - spare, 0);
    const to = Math.min(Math.ceil((this.#scroll.scrollTop + this.#scroll.clientHeight) / height) + spare, this.#rows.length);
    say(this.#count, this.#rows.length === table.rowCount ? `${table.rowCount} rows` : `${this.#rows.length} of ${table.rowCount} rows`);
    this.#scroll.setAttribute('aria-rowcount', String(this.#rows.length));
    if (this.#rows.length === 0) {
      fill(this.#body, h('p', { class: 'empty' }, table.rowCount === 0 ? 'No rows yet. They come as the simulation runs.' : 'No row matches the filter.'));
      return;
    }
    const drawn: HTMLElement[] = [];
    for (let at = from; at < to; at++) {
      const row = this.#rows[at]!;
      const line = h(
        'div',
        {
          class: 'table-row',
          role: 'row',
          'aria-rowindex': at + 1,
          style: { gridTemplateColumns: this.#widths, top: `${at * height}px`, height: `${height}px` },
        },
        h('div', { role: 'cell', class: 'number muted' }, row),
      );
      table.columns.forEach((column, index) => {
        if (table.widthOf(column) > 1) line.append(this.#tensor(row, index));
        else
          line.append(
            h(
              'div',
              { role: 'cell', class: column.type === 'number' ? 'number' : '', title: table.text(row, index) },
              column.type === 'number' ? plain(table.number(row, index)) : table.text(row, index),
            ),
          );
      });
      drawn.push(line);
    }
    fill(this.#body, drawn);
  }

  #tensor(row: number, index: number): HTMLElement {
    const shape = this.table.columns[index]!.cellShape!;
    const values = this.table.tensor(row, index);
    const canvas = h('canvas');
    drawTensor(canvas, values, shape, this.#cell(shape), colorMap('ColdHot'), boundsAround(values));
    return h('div', { role: 'cell', class: 'tensor', 'aria-label': `${shape.join('×')} numbers` }, canvas);
  }

  #asText(): string {
    const { table } = this;
    return [
      table.columns.map(({ name }) => name).join('\t'),
      ...this.#rows.map(row => table.columns.map((_, index) => table.text(row, index)).join('\t')),
    ].join('\n');
  }
}

/** A number of a table: six significant digits. */
const plain = (value: number) => (Number.isNaN(value) ? '' : Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6))));
