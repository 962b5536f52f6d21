import { check, formLine, iconButton, optionalField, popover, select } from '../dom/controls';
import { type Child, fill, h, say } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { wishOf, withWish } from '../layout/wishes';
import { colorMaps, mapProblem } from '../netview/colormaps';
import { shortNumber } from '../netview/ranges';
import type { TableData } from '../protocol/table';
import type { TableEditor } from './editor';
import { showNumbers } from './numbers';
import { boundsOf, cellSize, drawTensor, type GridOptions, gridOptionsOf, layoutOf, pictureShape } from './tensor';

const mostTiles = 200;

/** What a grid shows: a column, the first where it does not say, and what its user wants otherwise than the simulation says of it. */
interface GridSettings {
  column: string;
  options: object;
}

/** A tensor column as tiles, one a row of the table, all in one range. */
export class GridView extends LiveView {
  readonly element: HTMLElement;
  readonly #tools = h('div', { class: 'plot-tools' });
  readonly #tiles = h('div', { class: 'tiles', tabindex: 0, role: 'list', 'aria-label': 'Tensors' });
  readonly #readout = h('span', { class: 'muted', role: 'status' });

  #settings: GridSettings;
  /** The row that is pointed at, and where in its tile, in pixels. */
  #pointer: { row: number; x: number; y: number } | null = null;

  constructor(
    private readonly table: TableData,
    private readonly editor: TableEditor,
    wish: unknown,
    private readonly keep: (wish: object) => void,
  ) {
    super();
    const { options } = (wish ?? {}) as Partial<GridSettings>;
    this.#settings = { ...withWish({ column: '' }, wish), options: options ?? {} };
    const more = iconButton('settings', 'How tensors are drawn', () => {});
    popover(more, () => this.#form(), false);
    this.element = h('div', { class: 'grid-view' }, h('div', { class: 'plot-head' }, this.#tools, this.#readout, h('span', { class: 'grow' }), more), this.#tiles);
    this.follow(() => {
      table.begun();
      const names = tensorColumns(table);
      fill(this.#tools, names.length > 0 ? select('Column', names, this.#column, value => this.#set({ column: value })) : null, this.#mapChoice());
    });
    this.follow(() => {
      table.version();
      this.request();
    });
  }

  protected override get patience(): number {
    return 150;
  }

  get #column(): string {
    const names = tensorColumns(this.table);
    return names.includes(this.#settings.column) ? this.#settings.column : (names[0] ?? '');
  }

  get #usual(): GridOptions {
    return gridOptionsOf(this.table.columns[this.table.indexOf(this.#column)]?.settings ?? {});
  }

  get #options(): GridOptions {
    return withWish(this.#usual, this.#settings.options);
  }

  get seen(): object {
    return wishOf(this.#settings, { column: '', options: {} });
  }

  #set(next: Partial<GridSettings>): void {
    Object.assign(this.#settings, next);
    this.keep(this.seen);
    this.request();
  }

  #option(next: Partial<GridOptions>): void {
    this.#set({ options: wishOf({ ...this.#options, ...next }, this.#usual) });
  }

  #mapChoice(): Child {
    return select(
      'Colour map',
      colorMaps.map(({ name }) => name),
      this.#options.map,
      map => this.#option({ map }),
    );
  }

  #form(): Child {
    const options = this.#options;
    const slider = (key: 'fill' | 'gap' | 'least' | 'greatest' | 'total' | 'fontSize', min: number, max: number, step: number) => {
      const input = h('input', { type: 'range', min, max, step, value: options[key], oninput: () => this.#option({ [key]: Number(input.value) }) });
      return input;
    };
    return h(
      'div',
      { class: 'settings' },
      formLine('From', optionalField('From', options.min, min => this.#option({ min }))),
      formLine('To', optionalField('To', options.max, max => this.#option({ max }))),
      formLine('Whole', slider('total', 2, 60, 1), 'How large the longer side is, in heights of a line, where cells may be so small or large'),
      formLine('Least cell', slider('least', 1, 40, 1), 'The least size of a cell, in pixels'),
      formLine('Greatest cell', slider('greatest', 0.2, 6, 0.1), 'The greatest size of a cell, in heights of a line'),
      formLine('Fill', slider('fill', 0.1, 1, 0.05), 'The share of its cell that an element covers'),
      formLine('Gaps', slider('gap', 0, 2, 0.1), 'The room between blocks of outer dimensions, in cells'),
      formLine('Labels', slider('fontSize', 6, 30, 1), 'The size of labels, in pixels'),
      formLine(
        'Ground',
        select(
          'Ground',
          [{ value: '', text: 'as the page' }, ...new Set(['white', 'grey', 'black', this.#usual.background].filter(Boolean))],
          options.background,
          background => this.#option({ background }),
        ),
      ),
      check('row 0 at the top', options.topZero, topZero => this.#option({ topZero }), 'Else at the bottom, as in the network').element,
      check('odd dimension in rows', options.oddInRows, oddInRows => this.#option({ oddInRows }), 'Where the outermost of three or five dimensions goes; else in columns').element,
      check('as an image', options.isImage, isImage => this.#option({ isImage }), 'Greys; red, green and blue where three or four channels come first or last').element,
      h('button', { type: 'button', class: 'button', onclick: () => this.#set({ options: {} }) }, 'As the simulation says'),
    );
  }

  protected draw(): void {
    const { table } = this;
    const index = table.indexOf(this.#column);
    if (index < 0 || table.rowCount === 0) {
      fill(this.#tiles, h('p', { class: 'empty' }, index < 0 ? 'This table has no column of tensors.' : 'No rows yet. They come as the simulation runs.'));
      return;
    }
    const options = this.#options;
    const shape = table.columns[index]!.cellShape!;
    const first = Math.max(table.rowCount - mostTiles, 0);
    const rows = Array.from({ length: table.rowCount - first }, (_, i) => first + i);
    const values = rows.map(row => table.tensor(row, index));
    const bounds = boundsOf(values.flat(), options);
    const layout = layoutOf(pictureShape(shape, options), options);
    const cell = cellSize(layout, options);
    const { isEditable } = table;
    this.#tiles.style.fontSize = `${options.fontSize}px`;
    const names = table.columns.findIndex(column => column.type === 'text');
    const label = (row: number) =>
      names >= 0 ? table.text(row, names) : table.xAxis ? `${table.xAxis} ${table.text(row, table.indexOf(table.xAxis))}` : String(row);
    const range = `${first > 0 ? `the last ${mostTiles} of ${table.rowCount} rows, ` : ''}from ${shortNumber(bounds[0])} to ${shortNumber(bounds[1])}`;
    const problem = options.isImage ? '' : mapProblem(options.map);
    // What is pointed at is read also after it has changed.
    const read = () => {
      const { row, x, y } = this.#pointer ?? { row: -1, x: 0, y: 0 };
      const element = row >= first && row < table.rowCount ? layout.elementAt(x / cell, y / cell) : -1;
      if (element >= 0) say(this.#readout, `${label(row)} [${element}] ${shortNumber(values[row - first]![element]!)}`);
      else say(this.#readout, problem ? `${range}. ${problem}` : range);
    };
    fill(
      this.#tiles,
      rows.map((row, i) => {
        const open = () => showNumbers(`${this.#column}, ${label(row)}`, table, row, index, options, isEditable ? this.editor : null);
        const canvas = h('canvas', {
          ondblclick: open,
          onpointermove: ({ offsetX, offsetY }: PointerEvent) => {
            this.#pointer = { row, x: offsetX, y: offsetY };
            read();
          },
          onpointerleave: () => {
            this.#pointer = null;
            read();
          },
        });
        drawTensor(canvas, values[i]!, shape, cell, options, bounds);
        return h('div', { role: 'listitem', class: 'tile' }, canvas, h('button', { type: 'button', title: 'Show the numbers', onclick: open }, label(row)));
      }),
    );
    read();
  }
}

/** The names of the columns whose cells are tensors. */
export const tensorColumns = (table: TableData) => table.columns.filter(column => table.widthOf(column) > 1).map(({ name }) => name);
