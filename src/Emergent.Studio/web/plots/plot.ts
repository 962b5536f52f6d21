import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import { iconButton, menuItem, popover, saveFile, savePng, select } from '../dom/controls';
import { fill, h } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { theme, themeColor } from '../layout/theme';
import { wishOf, withWish } from '../layout/wishes';
import { shortNumber } from '../netview/ranges';
import type { TableData } from '../protocol/table';
import { filterField } from '../tables/filter';
import { filteredRows } from '../tables/rows';
import { ColumnList, styles } from './columns';
import { drawTraces, type Scales } from './draw';
import { plotSvg, tableCsv, tickDepth } from './export';
import { plotForm } from './form';
import { keyPicture } from './key';
import { Navigation } from './navigation';
import { PointReader } from './reader';
import { type PlotSettings, type Side, type Style, settingsOf } from './settings';
import { axisLabel, boundsOf, extentOf, type Places, placesOf, type Trace, ticks, ticksOf, traces } from './traces';
import type { Window } from './zoom';

// Okabe and Ito's colours, which differ for every kind of colour vision, in an order that begins with those that are legible on the ground.
const lightPalette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#c98700', '#56b4e9', '#1b2430'];
const darkPalette = ['#5cb3f0', '#ff8b45', '#35c79c', '#e59cc6', '#f0b440', '#9bd6f7', '#e4e8ee'];
const mostKeys = 60; // lines that the legend names

const steps = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => 10 ** (from + i)).flatMap(power => [power, 2 * power, 5 * power]);
const wholeSteps = steps(0, 12);
const anySteps = steps(-12, 12);

/** A plot of a table's columns that grows with it. */
export class PlotView extends LiveView {
  readonly element: HTMLElement;
  #settings: PlotSettings;
  #plot: uPlot | null = null;
  #lines: Trace[] = [];
  /** The rows that the filter leaves. */
  #rows: number[] = [];
  #places: Places | null = null;
  // Epochs and trials are counted: there is no epoch 2.5.
  #hasWholeX = true;
  #columns: string;
  readonly #list: ColumnList;
  readonly #area = h('div', { class: 'plot-area', tabindex: 0, role: 'group' });
  readonly #tools = h('div', { class: 'plot-tools' });
  readonly #legend = h('ul', { class: 'plot-legend', 'aria-label': 'Lines' });
  readonly #empty = h('p', { class: 'empty' });
  readonly #reader = new PointReader();
  readonly #navigation: Navigation;

  constructor(
    private readonly title: string,
    private readonly table: TableData,
    private wish: unknown,
    private readonly keep: (wish: object) => void,
    /** Shows the rows as a table, where there is one. */
    private readonly showTable: (() => void) | null = null,
  ) {
    super();
    this.#settings = this.#wished();
    this.#columns = this.#columnNames();
    this.#list = new ColumnList(
      table,
      () => this.#settings,
      () => this.#changed(),
      () => this.request(),
    );
    this.#navigation = new Navigation(
      () => this.#extent(),
      () => this.#plot,
      () => this.#scale(),
    );
    this.#navigation.listen(this.#area);
    this.#area.setAttribute('aria-label', `${title}: arrows move it, + and − zoom, 0 shows all`);
    this.element = h(
      'div',
      { class: 'plot' },
      h('div', { class: 'plot-head' }, this.#tools, h('span', { class: 'grow' }), this.#settingsButton(), this.#saveButton()),
      h('div', { class: 'plot-body' }, this.#list.element, h('div', { class: 'plot-main' }, this.#area, this.#navigation.tools, this.#empty, this.#legend)),
    );
    new ResizeObserver(() => this.#resize()).observe(this.#area);
    this.#drawControls();
    this.follow(() => {
      table.begun();
      if (this.#columns === this.#columnNames()) return;
      this.#columns = this.#columnNames();
      this.#settings = this.#wished();
      this.#begin();
    });
    this.follow(() => {
      table.version();
      this.request();
    });
    this.follow(() => {
      theme();
      this.#begin();
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
    return settings.x === '' || this.table.indexOf(settings.x) >= 0 ? settings : { ...settings, x: usual.x };
  }

  get seen(): object {
    // Before the columns are known it is still what it was told.
    return this.#columns === '' ? ((this.wish ?? {}) as object) : wishOf(this.#settings, settingsOf(this.table));
  }

  #changed(): void {
    this.wish = this.seen;
    this.keep(this.seen);
    this.#navigation.forget();
    this.#begin();
  }

  /** Draws everything anew: axes, labels and sizes are laid out once. */
  #begin(): void {
    this.#plot?.destroy();
    this.#plot = null;
    this.#drawControls();
    this.request();
  }

  #palette(): string[] {
    return theme.peek() === 'dark' ? darkPalette : lightPalette;
  }

  #drawControls(): void {
    const { table } = this;
    const settings = this.#settings;
    const texts = table.columns.filter(column => table.widthOf(column) === 1).map(({ name }) => name);
    // Its user is writing in it.
    const filter = this.#tools.querySelector<HTMLInputElement>('.filter');
    if (!filter || filter !== document.activeElement) {
      fill(
        this.#tools,
        h(
          'label',
          { class: 'tool' },
          h('span', {}, 'x'),
          select('Column of the x axis', [...texts.map(value => ({ value, text: value })), { value: '', text: 'row number' }], settings.x, x => this.#set({ x })),
        ),
        h(
          'label',
          { class: 'tool' },
          h('span', {}, 'by'),
          select('A line for each value of', [{ value: '', text: 'nothing' }, ...texts.map(value => ({ value, text: value }))], settings.group, group => this.#set({ group })),
        ),
        select('Style', styles, settings.style, style => this.#set({ style: style as Style })),
        filterField(settings.filter, filter => this.#set({ filter })),
      );
    }
    this.#list.draw();
  }

  #set(next: Partial<PlotSettings>): void {
    Object.assign(this.#settings, next);
    this.#changed();
  }

  // A long table is drawn less often, so that the simulation keeps its processor.
  protected override get patience(): number {
    return this.table.rowCount > 20_000 ? 200 : 0;
  }

  protected draw(): void {
    this.#rows = filteredRows(this.table, this.#settings.filter);
    this.#places = placesOf(this.table, this.#settings, this.#rows);
    this.#lines = traces(this.table, this.#settings, this.#palette());
    this.#hasWholeX = this.#lines.every(({ x }) => x.every(Number.isInteger));
    const anyOn = this.#lines.length > 0 || this.#rows.length === 0;
    this.#empty.hidden = anyOn && this.#rows.length > 0;
    this.#empty.textContent =
      this.table.rowCount === 0 ? 'No rows yet. They come as the simulation runs.' : anyOn ? 'No row matches the filter.' : 'No column is on. Tick one at the left.';
    this.#list.drawKeys(this.#lines);
    const isGrouped = this.#lines.length > Object.values(this.#settings.columns).filter(({ isOn }) => isOn).length;
    this.#legend.hidden = !isGrouped;
    if (isGrouped)
      fill(
        this.#legend,
        this.#lines.slice(0, mostKeys).map(line => h('li', {}, keyPicture(line, this.#settings), line.label)),
        this.#lines.length > mostKeys ? h('li', { class: 'muted' }, `and ${this.#lines.length - mostKeys} more`) : null,
      );
    this.#plot ??= this.#create();
    this.#scale();
  }

  #scale(): void {
    if (!this.#plot) return;
    const { x, left, right } = this.#navigation.window;
    const plot = this.#plot;
    plot.batch(() => {
      plot.setScale('x', { min: x[0], max: x[1] });
      plot.setScale('left', { min: left?.[0] ?? 0, max: left?.[1] ?? 1 });
      plot.setScale('right', { min: right?.[0] ?? 0, max: right?.[1] ?? 1 });
    });
    const hasRight = right !== null;
    if (plot.axes[2]!.show !== hasRight) {
      plot.axes[2]!.show = hasRight;
      // Room for axes is only shared out anew at another size.
      const { width, height } = plot;
      plot.setSize({ width, height: height + 1 });
      plot.setSize({ width, height });
    }
    plot.redraw(false, true);
  }

  /** From where to where all of it goes. */
  #extent(): Window {
    return {
      x: extentOf(this.#lines, this.#settings),
      left: boundsOf(this.#lines, 'left', this.#settings),
      right: boundsOf(this.#lines, 'right', this.#settings),
    };
  }

  #xWord(value: number): string {
    if (!this.#places) return shortNumber(value);
    const row = this.#places.rows[value];
    return row === undefined ? '' : this.table.text(row, this.table.indexOf(this.#settings.x));
  }

  #create(): uPlot {
    const settings = this.#settings;
    const { textSize, xRotation } = settings;
    const font = `${textSize}px system-ui, sans-serif`;
    const axis = (which: 'x' | Side, more: Partial<uPlot.Axis>): uPlot.Axis => {
      const count = ticksOf(which, settings);
      const label = axisLabel(which, settings);
      return {
        stroke: themeColor('muted'),
        font,
        labelFont: font,
        grid: { stroke: themeColor('line'), width: 1 },
        ticks: { stroke: themeColor('line'), width: 1, size: 4 },
        ...(label ? { label, labelSize: 1.5 * textSize } : {}),
        ...(count === null ? {} : { splits: (_: uPlot, __: number, min: number, max: number) => ticks(min, max, count, which === 'x' && this.#hasWholeX) }),
        ...more,
      };
    };
    const numbers = (_: uPlot, values: number[]) => values.map(shortNumber);
    const widest = (_: uPlot, words: string[] | null) => 18 + Math.max(...(words ?? []).map(word => word.length), 4) * 0.6 * textSize;
    const plot = new uPlot(
      {
        ...this.#size(),
        ...(settings.title ? { title: settings.title } : {}),
        legend: { show: false },
        scales: { x: { time: false, auto: false }, left: { auto: false }, right: { auto: false } },
        axes: [
          axis('x', {
            incrs: () => (this.#hasWholeX ? wholeSteps : anySteps),
            rotate: xRotation,
            size: (_, words) => 16 + tickDepth(words ?? [], xRotation, textSize),
            values: (_, values) => values.map(value => this.#xWord(value)),
          }),
          axis('left', { scale: 'left', size: widest, space: 44, values: numbers }),
          // In sight until it is known whether a column wants it: an axis that begins out of sight is never made ready.
          axis('right', { scale: 'right', side: 1, size: widest, space: 44, values: numbers, grid: { show: false } }),
        ],
        // The lines are drawn by the hook, since x may go back, which uPlot's own may not.
        series: [{}, { scale: 'left', show: true, paths: () => null, points: { show: false } }, { scale: 'right', paths: () => null, points: { show: false } }],
        cursor: {
          points: { show: false },
          drag: { x: true, y: true, uni: 12, setScale: false },
          bind: this.#navigation.bindings,
        },
        padding: [12, 14, 0, 0],
        hooks: {
          draw: [plot => drawTraces(plot.ctx, this.#lines, this.#scales(plot, true), this.#settings, themeColor('text'))],
          setSelect: [plot => this.#navigation.choose(plot)],
          setCursor: [plot => this.#reader.read(plot, this.#lines, this.#scales(plot, false), x => `${axisLabel('x', this.#settings)} ${this.#xWord(x)}`)],
        },
      },
      [
        [0, 1],
        [null, null],
        [null, null],
      ],
      this.#area,
    );
    this.#reader.attach(plot);
    return plot;
  }

  #size(): { width: number; height: number } {
    const title = this.#settings.title ? 28 : 0; // stands over the canvas
    return { width: Math.max(this.#area.clientWidth, 60), height: Math.max(this.#area.clientHeight - title, 60) };
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

  #settingsButton(): HTMLElement {
    const button = iconButton('settings', 'How the plot is drawn', () => {});
    const usual = () => {
      this.#settings = settingsOf(this.table);
      button.dispatchEvent(new Event('close-popover'));
      this.#changed();
    };
    popover(
      button,
      () =>
        plotForm(this.#settings, this.title, usual, () => this.#changed()),
      false,
    );
    return button;
  }

  #saveButton(): HTMLElement {
    const button = iconButton('save', 'Save', () => {});
    const svg = () => {
      const { source } = this.#svg();
      saveFile(`${this.title}.svg`, source, 'image/svg+xml');
    };
    const png = () => {
      const { source, width, height } = this.#svg();
      return savePng(`${this.title}.png`, source, width, height);
    };
    const csv = () => saveFile(`${this.title}.csv`, tableCsv(this.table, this.#rows), 'text/csv');
    popover(button, () => [
      menuItem('SVG', svg),
      menuItem('PNG', () => void png()),
      menuItem('CSV', csv),
      menuItem('All three', async () => {
        svg();
        await png();
        csv();
      }),
      this.showTable ? [h('hr'), menuItem('Show as a table', this.showTable)] : null,
    ]);
    return button;
  }

  #svg(): { source: string; width: number; height: number } {
    return plotSvg({
      title: this.#settings.title || this.title,
      lines: traces(this.table, this.#settings, lightPalette),
      ...this.#navigation.window,
      settings: this.#settings,
      hasWholeX: this.#hasWholeX,
      xWord: this.#places ? value => this.#xWord(value) : null,
    });
  }
}
