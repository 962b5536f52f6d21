import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import { check, iconButton, menuItem, numberField, popover, saveFile, select } from '../dom/controls';
import { type Child, fill, h } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { theme, themeColor } from '../layout/theme';
import { wishOf, withWish } from '../layout/wishes';
import { shortNumber } from '../netview/ranges';
import type { Column } from '../protocol/messages';
import type { TableData } from '../protocol/table';
import { drawTraces, type Scales } from './draw';
import { plotSvg, tableCsv } from './export';
import { boundsOf, type ColumnSettings, extentOf, type PlotSettings, type Side, type Style, settingsOf, type Trace, traces } from './traces';

// Okabe and Ito's colours, which differ for every kind of colour vision, in an order that begins with those that are legible on the ground.
const lightPalette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#c98700', '#56b4e9', '#1b2430'];
const darkPalette = ['#5cb3f0', '#ff8b45', '#35c79c', '#e59cc6', '#f0b440', '#9bd6f7', '#e4e8ee'];
const styles: { value: Style; text: string }[] = [
  { value: 'lines', text: 'lines' },
  { value: 'points', text: 'points' },
  { value: 'both', text: 'lines and points' },
  { value: 'bars', text: 'bars' },
];
const manyColumns = 8; // more are searched through
const reach = 18; // pixels within which a point is read

const steps = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => 10 ** (from + i)).flatMap(power => [power, 2 * power, 5 * power]);
const wholeSteps = steps(0, 12);
const anySteps = steps(-12, 12);

interface Zoom {
  x: [number, number];
  left: [number, number] | null;
  right: [number, number] | null;
}

/** A plot of a table's columns that grows with it. */
export class PlotView extends LiveView {
  readonly element: HTMLElement;
  #settings: PlotSettings;
  #plot: uPlot | null = null;
  #lines: Trace[] = [];
  // Epochs and trials are counted: there is no epoch 2.5.
  #hasWholeX = true;
  #zoom: Zoom | null = null;
  #columns: string;
  /** A part of the names of the columns that are listed. */
  #sought = '';
  readonly #area = h('div', { class: 'plot-area' });
  readonly #list = h('div', { class: 'plot-columns', role: 'group', 'aria-label': 'Columns' });
  readonly #rows = h('div');
  readonly #tools = h('div', { class: 'plot-tools' });
  readonly #legend = h('ul', { class: 'plot-legend', 'aria-label': 'Lines' });
  readonly #empty = h('p', { class: 'empty' });
  readonly #tip = h('div', { class: 'net-tip', hidden: true });
  readonly #dot = h('div', { class: 'plot-dot', hidden: true });

  constructor(
    private readonly title: string,
    private readonly table: TableData,
    private wish: unknown,
    private readonly keep: (wish: object) => void,
  ) {
    super();
    this.#settings = this.#wished();
    this.#columns = this.#columnNames();
    this.element = h(
      'div',
      { class: 'plot' },
      h('div', { class: 'plot-head' }, this.#tools, h('span', { class: 'grow' }), this.#saveButton()),
      h('div', { class: 'plot-body' }, this.#list, h('div', { class: 'plot-main' }, this.#area, this.#empty, this.#legend)),
    );
    new ResizeObserver(() => this.#resize()).observe(this.#area);
    this.#drawControls();
    this.follow(() => {
      table.begun();
      if (this.#columns === this.#columnNames()) return;
      this.#columns = this.#columnNames();
      this.#settings = this.#wished();
      this.#drawControls();
    });
    this.follow(() => {
      table.version();
      this.request();
    });
    this.follow(() => {
      theme();
      this.#plot?.destroy();
      this.#plot = null;
      this.request();
    });
  }

  override dispose(): void {
    super.dispose();
    this.#plot?.destroy();
  }

  #columnNames(): string {
    return this.table.columns.map(({ name }) => name).join('\n');
  }

  // It may be of a table that has other columns now.
  #wished(): PlotSettings {
    const usual = settingsOf(this.table);
    const settings = withWish(usual, this.wish);
    return this.table.indexOf(settings.x) >= 0 ? settings : { ...settings, x: usual.x };
  }

  get seen(): object {
    // Before the columns are known it is still what it was told.
    return this.#columns === '' ? ((this.wish ?? {}) as object) : wishOf(this.#settings, settingsOf(this.table));
  }

  #changed(): void {
    this.wish = this.seen;
    this.keep(this.seen);
    this.#zoom = null;
    this.#drawControls();
    this.request();
  }

  #palette(): string[] {
    return theme.peek() === 'dark' ? darkPalette : lightPalette;
  }

  #drawControls(): void {
    const { table } = this;
    const settings = this.#settings;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.focus;
    const texts = table.columns.filter(column => table.widthOf(column) === 1).map(({ name }) => name);
    fill(
      this.#tools,
      h(
        'label',
        { class: 'tool' },
        h('span', {}, 'x'),
        select('Column of the x axis', texts, settings.x, value => this.#set({ x: value })),
      ),
      h(
        'label',
        { class: 'tool' },
        h('span', {}, 'by'),
        select('A line for each value of', [{ value: '', text: 'nothing' }, ...texts.map(value => ({ value, text: value }))], settings.group, value =>
          this.#set({ group: value }),
        ),
      ),
      select('Style', styles, settings.style, value => this.#set({ style: value as Style })),
      check('join runs', settings.connectsBackwards, isOn => this.#set({ connectsBackwards: isOn }), 'Draw the line on where x goes back, as from run to run')
        .element,
    );
    fill(this.#list, table.columns.length > manyColumns ? this.#columnTools() : null, this.#rows);
    this.#drawRows();
    if (focused) this.element.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  #set(next: Partial<PlotSettings>): void {
    Object.assign(this.#settings, next);
    this.#changed();
  }

  #drawRows(): void {
    const rows = this.table.columns.filter(({ name }) => name !== this.#settings.x && name.toLowerCase().includes(this.#sought.toLowerCase()));
    fill(
      this.#rows,
      rows.map(column => (column.type === 'text' ? this.#labelRow(column) : this.#columnRow(column))),
    );
  }

  #columnTools(): Child {
    const find = h('input', {
      type: 'search',
      placeholder: 'Find a column',
      'aria-label': 'Find a column',
      value: this.#sought,
      oninput: () => {
        this.#sought = find.value;
        this.#drawRows();
        this.request(); // the swatches
      },
    });
    const none = () => {
      for (const column of Object.values(this.#settings.columns)) column.isOn = false;
      this.#changed();
    };
    return h('div', { class: 'plot-column-tools' }, find, h('button', { type: 'button', class: 'button', title: 'Take all columns off', onclick: none }, 'None'));
  }

  /** A column of words names points: of one column at a time. */
  #labelRow({ name }: Column): Child {
    const isOn = this.#settings.labels === name;
    const { element, input } = check(name, isOn, on => this.#set({ labels: on ? name : '' }), `${name} at the points`);
    input.dataset.focus = name;
    input.after(h('span', { class: 'letters', 'aria-hidden': 'true' }, 'Aa'));
    return h('div', { class: isOn ? 'plot-column on' : 'plot-column' }, element);
  }

  #columnRow(column: Column): Child {
    const own = this.#settings.columns[column.name]!;
    const { element, input } = check(own.label || column.name, own.isOn, isOn => {
      own.isOn = isOn;
      this.#changed();
    });
    input.dataset.focus = column.name;
    const swatch = h('span', { class: 'swatch' });
    swatch.dataset.column = column.name;
    input.after(swatch);
    element.title = column.name;
    const more = iconButton('more', `How ${column.name} is plotted`, () => {}, { class: 'icon-button column-more' });
    popover(more, () => this.#columnForm(column, own), false);
    return h('div', { class: own.isOn ? 'plot-column on' : 'plot-column' }, element, more);
  }

  #columnForm(column: Column, own: ColumnSettings): Child {
    const bound = (which: 'min' | 'max') => {
      const input = h('input', {
        type: 'text',
        class: 'number',
        placeholder: 'automatic',
        value: own[which] ?? '',
        onchange: () => {
          const number = Number(input.value);
          own[which] = input.value.trim() === '' || Number.isNaN(number) ? null : number;
          this.#changed();
        },
      });
      return input;
    };
    const text = (key: 'label' | 'color', placeholder: string) => {
      const input = h('input', {
        type: 'text',
        placeholder,
        value: own[key],
        onchange: () => {
          own[key] = input.value;
          this.#changed();
        },
      });
      return input;
    };
    const errors = this.table.columns.filter(each => each.type === 'number' && this.table.widthOf(each) === 1).map(({ name }) => ({ value: name, text: name }));
    const width = this.table.widthOf(column);
    return h(
      'div',
      { class: 'settings' },
      h('strong', {}, column.name),
      h(
        'label',
        {},
        h('span', {}, 'Drawn as'),
        select('Drawn as', [{ value: '', text: 'as the plot' }, ...styles], own.style, value => {
          own.style = value as Style | '';
          this.#changed();
        }),
      ),
      h(
        'label',
        {},
        h('span', {}, 'Axis'),
        select('Axis', ['left', 'right'], own.side, value => {
          own.side = value as Side;
          this.#changed();
        }),
      ),
      h('label', {}, h('span', {}, 'From'), bound('min')),
      h('label', {}, h('span', {}, 'To'), bound('max')),
      h('label', {}, h('span', {}, 'Name'), text('label', column.name)),
      h('label', { title: 'A name, as red, or #rrggbb; it holds where the column is one line' }, h('span', {}, 'Colour'), text('color', 'automatic')),
      h(
        'label',
        {},
        h('span', {}, 'Error bars'),
        select('Error bars', [{ value: '', text: 'none' }, ...errors], own.errorColumn, value => {
          own.errorColumn = value;
          this.#changed();
        }),
      ),
      width > 1
        ? h(
            'label',
            {},
            h('span', {}, 'Element'),
            numberField('Element; −1 for all', own.element, value => {
              own.element = Math.min(Math.max(Math.round(value), -1), width - 1);
              this.#changed();
            }),
          )
        : null,
    );
  }

  // A long table is drawn less often, so that the simulation keeps its processor.
  protected override get patience(): number {
    return this.table.rowCount > 20_000 ? 200 : 0;
  }

  protected draw(): void {
    this.#lines = traces(this.table, this.#settings, this.#palette());
    this.#hasWholeX = this.#lines.every(({ x }) => x.every(Number.isInteger));
    const anyOn = this.#lines.length > 0;
    const hasRows = this.table.rowCount > 0;
    this.#empty.hidden = anyOn && hasRows;
    this.#empty.textContent = !hasRows ? `No rows yet. They come as the simulation runs.` : 'No column is on. Tick one at the left.';
    for (const swatch of this.#list.querySelectorAll<HTMLElement>('.swatch')) {
      const name = swatch.dataset.column ?? '';
      const own = this.#settings.columns[name];
      const line = own?.isOn ? this.#lines.find(({ label }) => label === (own.label || name) || label.startsWith(`${own.label || name} `)) : undefined;
      swatch.style.background = line?.color ?? 'transparent';
    }
    const isGrouped = this.#lines.length > Object.values(this.#settings.columns).filter(({ isOn }) => isOn).length;
    this.#legend.hidden = !isGrouped;
    if (isGrouped)
      fill(
        this.#legend,
        this.#lines.slice(0, 60).map(({ label, color }) => h('li', {}, h('span', { class: 'swatch', style: { background: color } }), label)),
      );
    this.#plot ??= this.#create();
    this.#scale();
  }

  #scale(): void {
    if (!this.#plot) return;
    const { x, left, right } = this.#ranges();
    const plot = this.#plot;
    plot.batch(() => {
      plot.setScale('x', { min: x[0], max: x[1] });
      plot.setScale('left', { min: left?.[0] ?? 0, max: left?.[1] ?? 1 });
      plot.setScale('right', { min: right?.[0] ?? 0, max: right?.[1] ?? 1 });
    });
    const hasRight = right !== null;
    if (plot.axes[2]!.show !== hasRight) {
      plot.axes[2]!.show = hasRight;
      plot.setSize({ width: plot.width, height: plot.height });
    }
    plot.redraw(false, true);
  }

  #ranges(): Zoom {
    return (
      this.#zoom ?? {
        x: extentOf(this.#lines),
        left: boundsOf(this.#lines, 'left', this.#settings),
        right: boundsOf(this.#lines, 'right', this.#settings),
      }
    );
  }

  #xWord(value: number): string {
    const column = this.table.indexOf(this.#settings.x);
    if (this.table.columns[column]?.type !== 'text') return shortNumber(value);
    return Number.isInteger(value) && value >= 0 && value < this.table.rowCount ? this.table.text(value, column) : '';
  }

  #create(): uPlot {
    const font = '12px system-ui, sans-serif';
    const axis = (more: Partial<uPlot.Axis>): uPlot.Axis => ({
      stroke: themeColor('muted'),
      font,
      labelFont: font,
      grid: { stroke: themeColor('line'), width: 1 },
      ticks: { stroke: themeColor('line'), width: 1, size: 4 },
      ...more,
    });
    const numbers = (_: uPlot, values: number[]) => values.map(shortNumber);
    const plot = new uPlot(
      {
        ...this.#size(),
        legend: { show: false },
        scales: { x: { time: false, auto: false }, left: { auto: false }, right: { auto: false } },
        axes: [
          axis({
            incrs: () => (this.#hasWholeX ? wholeSteps : anySteps),
            size: 44,
            labelSize: 18,
            label: () => this.#settings.x,
            values: (_, values) => values.map(value => this.#xWord(value)),
          } as Partial<uPlot.Axis>),
          axis({ scale: 'left', size: 54, space: 44, values: numbers }),
          axis({ scale: 'right', side: 1, size: 54, space: 44, values: numbers, grid: { show: false }, show: false }),
        ],
        // The lines are drawn by the hook, since x may go back, which uPlot's own may not.
        series: [{}, { scale: 'left', show: true, paths: () => null, points: { show: false } }, { scale: 'right', paths: () => null, points: { show: false } }],
        cursor: {
          points: { show: false },
          drag: { x: true, y: true, uni: 12, setScale: false },
          bind: { dblclick: () => () => this.#unzoom() } as uPlot.Cursor.Bind,
        },
        padding: [12, 14, 0, 0],
        hooks: {
          draw: [plot => drawTraces(plot.ctx, this.#lines, this.#scales(plot, true), themeColor('text'))],
          setSelect: [plot => this.#zoomTo(plot)],
          setCursor: [plot => this.#hover(plot)],
        },
      },
      [
        [0, 1],
        [null, null],
        [null, null],
      ],
      this.#area,
    );
    plot.over.append(this.#dot, this.#tip);
    return plot;
  }

  #size(): { width: number; height: number } {
    return { width: Math.max(this.#area.clientWidth, 60), height: Math.max(this.#area.clientHeight, 60) };
  }

  #resize(): void {
    if (this.#area.clientWidth > 0) this.#plot?.setSize(this.#size());
  }

  #scales(plot: uPlot, onCanvas: boolean): Scales {
    const { left, top, width, height } = plot.bbox;
    return {
      x: value => plot.valToPos(value, 'x', onCanvas),
      y: (value, side) => plot.valToPos(value, side, onCanvas),
      left,
      top,
      width,
      height,
      ratio: uPlot.pxRatio,
    };
  }

  #zoomTo(plot: uPlot): void {
    const { left, top, width, height } = plot.select;
    if (width < 4 && height < 4) return;
    const over = (scale: string, from: number, to: number): [number, number] => [plot.posToVal(from, scale), plot.posToVal(to, scale)];
    const now = this.#ranges();
    this.#zoom = {
      x: width < 4 ? now.x : over('x', left, left + width),
      left: now.left && (height < 4 ? now.left : over('left', top + height, top)),
      right: now.right && (height < 4 ? now.right : over('right', top + height, top)),
    };
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.#scale();
  }

  #unzoom(): null {
    this.#zoom = null;
    this.#scale();
    return null;
  }

  #hover(plot: uPlot): void {
    const { left = -1, top = -1 } = plot.cursor;
    const scales = this.#scales(plot, false);
    let best: { line: Trace; at: number; x: number; y: number; distance: number } | null = null;
    if (left >= 0) {
      for (const line of this.#lines) {
        for (let i = 0; i < line.x.length; i++) {
          const x = scales.x(line.x[i]!);
          if (Math.abs(x - left) > reach) continue;
          const y = scales.y(line.y[i]!, line.side);
          const distance = Math.hypot(x - left, y - top);
          if (distance < (best?.distance ?? reach)) best = { line, at: i, x, y, distance };
        }
      }
    }
    this.#tip.hidden = !best;
    this.#dot.hidden = !best;
    if (!best) return;
    const { line, at, x, y } = best;
    this.#dot.style.transform = `translate(${x}px, ${y}px)`;
    this.#dot.style.borderColor = line.color;
    const name = line.names?.[at];
    fill(
      this.#tip,
      name ? [h('strong', {}, name), h('br')] : null,
      h('strong', {}, line.label),
      ' ',
      h('b', {}, shortNumber(line.y[at]!)),
      h('br'),
      `${this.#settings.x} ${this.#xWord(line.x[at]!)}`,
    );
    const isRight = x + 16 + this.#tip.offsetWidth > plot.over.clientWidth;
    this.#tip.style.transform = `translate(${Math.round(isRight ? x - 12 - this.#tip.offsetWidth : x + 12)}px, ${Math.round(Math.max(y - this.#tip.offsetHeight - 8, 2))}px)`;
  }

  #saveButton(): HTMLElement {
    const button = iconButton('save', 'Save', () => {});
    popover(button, () => [
      menuItem('SVG', () => saveFile(`${this.title}.svg`, this.#svg(), 'image/svg+xml')),
      menuItem('PNG', () => this.#plot?.ctx.canvas.toBlob(blob => blob && saveFile(`${this.title}.png`, blob))),
      menuItem('CSV', () => saveFile(`${this.title}.csv`, tableCsv(this.table), 'text/csv')),
      h('hr'),
      menuItem('Show all (double-click)', () => this.#unzoom()),
    ]);
    return button;
  }

  #svg(): string {
    const isNominal = this.table.columns[this.table.indexOf(this.#settings.x)]?.type === 'text';
    const lines = traces(this.table, this.#settings, lightPalette);
    return plotSvg({
      title: this.title,
      lines,
      ...this.#ranges(),
      xLabel: this.#settings.x,
      xWord: isNominal ? value => this.#xWord(value) : null,
    });
  }
}
