import { select } from '../dom/controls';
import { fill, h, say } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { colorMap, colorMaps } from '../netview/colormaps';
import { shortNumber } from '../netview/ranges';
import type { TableData } from '../protocol/table';
import { boundsAround, drawTensor, layoutOf } from './tensor';

const mostTiles = 200;

/** A tensor column as tiles, one a row of the table, all in one range. */
export class GridView extends LiveView {
  readonly element: HTMLElement;
  #column = '';
  #map = 'ColdHot';
  readonly #tools = h('div', { class: 'plot-tools' });
  readonly #tiles = h('div', { class: 'tiles', tabindex: 0, role: 'list', 'aria-label': 'Tensors' });
  readonly #readout = h('span', { class: 'muted', role: 'status' });

  constructor(private readonly table: TableData) {
    super();
    this.element = h('div', { class: 'grid-view' }, h('div', { class: 'plot-head' }, this.#tools, this.#readout), this.#tiles);
    this.follow(() => {
      table.begun();
      const names = tensorColumns(table);
      if (!names.includes(this.#column)) this.#column = names[0] ?? '';
      fill(
        this.#tools,
        select('Column', names, this.#column, value => {
          this.#column = value;
          this.request();
        }),
        select(
          'Colour map',
          colorMaps.map(({ name }) => name),
          this.#map,
          value => {
            this.#map = value;
            this.request();
          },
        ),
      );
    });
    this.follow(() => {
      table.version();
      this.request();
    });
  }

  protected override get patience(): number {
    return 150;
  }

  protected draw(): void {
    const { table } = this;
    const index = table.indexOf(this.#column);
    if (index < 0 || table.rowCount === 0) {
      fill(this.#tiles, h('p', { class: 'empty' }, index < 0 ? 'This table has no column of tensors.' : 'No rows yet. They come as the simulation runs.'));
      return;
    }
    const shape = table.columns[index]!.cellShape!;
    const first = Math.max(table.rowCount - mostTiles, 0);
    const rows = Array.from({ length: table.rowCount - first }, (_, i) => first + i);
    const values = rows.map(row => table.tensor(row, index));
    const bounds = boundsAround(values.flat());
    const layout = layoutOf(shape);
    const cell = Math.min(Math.max(Math.floor(150 / Math.max(layout.columns, layout.rows)), 2), 16);
    const names = table.columns.findIndex(column => column.type === 'text');
    const label = (row: number) =>
      names >= 0 ? table.text(row, names) : table.xAxis ? `${table.xAxis} ${table.text(row, table.indexOf(table.xAxis))}` : String(row);
    fill(
      this.#tiles,
      rows.map((row, i) => {
        const canvas = h('canvas', {
          onpointermove: (event: PointerEvent) => {
            const element = layout.elementAt(event.offsetX / cell, event.offsetY / cell);
            if (element >= 0) say(this.#readout, `${label(row)} [${element}] ${shortNumber(values[i]![element]!)}`);
          },
        });
        drawTensor(canvas, values[i]!, shape, cell, colorMap(this.#map), bounds);
        return h('div', { role: 'listitem', class: 'tile' }, canvas, h('span', {}, label(row)));
      }),
    );
    say(this.#readout, `${first > 0 ? `the last ${mostTiles} of ${table.rowCount} rows, ` : ''}from ${shortNumber(bounds[0])} to ${shortNumber(bounds[1])}`);
  }
}

/** The names of the columns whose cells are tensors. */
export const tensorColumns = (table: TableData) => table.columns.filter(column => table.widthOf(column) > 1).map(({ name }) => name);
