import { iconButton, menuItem, popover, saveFile, savePng, select } from '../dom/controls';
import { type Child, fill, h, say } from '../dom/h';
import { LiveView } from '../layout/liveview';
import { theme, themeColor } from '../layout/theme';
import { wishOf, withWish } from '../layout/wishes';
import { colorMap, colorMaps } from '../netview/colormaps';
import { shortNumber } from '../netview/ranges';
import type { Analysis } from '../protocol/messages';
import type { Session } from '../protocol/session';
import type { TableData } from '../protocol/table';
import { type AnalysisKind, type AnalysisPicture, analysisCsv, coloredRange, type PictureStyle, percent, pointsPicture, similarityPicture, treePicture } from './analyses';
import { filterField } from './filter';
import { tensorColumns } from './grid';
import { filteredRows } from './rows';

/** What an analysis shows; what is null is as the simulation says. */
interface AnalysisSettings {
  column: string | null;
  labels: string | null;
  metric: string | null;
  linkage: string | null;
  x: number | null;
  y: number | null;
  map: string;
  filter: string;
}

const usual: AnalysisSettings = { column: null, labels: null, metric: null, linkage: null, x: null, y: null, map: 'ColdHot', filter: '' };

const distances = ['InvCorrelation', 'InvCosine', 'Euclidean', 'SumSquares', 'Abs', 'Hamming', 'EuclideanBinTol', 'SumSquaresBinTol', 'CrossEntropy'];
const similarities = ['Correlation', 'Cosine', 'Covariance', 'InnerProduct'];
const linkages = ['Average', 'Minimum', 'Maximum', 'Contrast'];
const onWhite = { text: '#1b2430', muted: '#586474', line: '#d9dee5', accent: '#0072b2', background: '#ffffff' };

/** The rows of a column of tensors: how alike they are, how they group, or where they lie along principal components. The simulation's process computes it. */
export class AnalysisView extends LiveView {
  readonly element: HTMLElement;
  #result: Analysis | null = null;
  #picture: AnalysisPicture | null = null;
  #asked = 0;
  #shares: number[] = [];
  readonly #settings: AnalysisSettings;
  readonly #tools = h('div', { class: 'plot-tools' });
  readonly #area = h('div', { class: 'analysis-area', tabindex: 0 });
  readonly #readout = h('p', { class: 'muted readout', role: 'status' });

  constructor(
    private readonly kind: AnalysisKind,
    private readonly title: string,
    private readonly table: TableData,
    private readonly session: Session,
    wish: unknown,
    private readonly keep: (wish: object) => void,
  ) {
    super();
    this.#settings = { ...withWish(usual, wish) };
    this.element = h(
      'div',
      { class: 'analysis' },
      h('div', { class: 'plot-head' }, this.#tools, h('span', { class: 'grow' }), this.#saveButton()),
      this.#area,
      this.#readout,
    );
    this.#area.setAttribute('aria-label', title);
    this.#area.addEventListener('pointermove', event => this.#hover(event));
    new ResizeObserver(() => this.#show()).observe(this.#area);
    this.follow(() => {
      table.info();
      table.begun();
      this.#drawTools();
    });
    this.follow(() => {
      table.version();
      this.request();
    });
    this.follow(() => {
      theme();
      this.#show();
    });
  }

  // It is computed anew at most so often while the table changes.
  protected override get patience(): number {
    return 300;
  }

  /** Asks for the analysis; an answer that comes after a later question is passed over. */
  protected draw(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const { table } = this;
    const asked = ++this.#asked;
    if (tensorColumns(table).length === 0) {
      this.#explain(table.rowCount === 0 ? 'No rows yet. They come as the simulation runs.' : 'This table has no column of tensors whose rows could be compared.');
      return;
    }
    const { column, labels, metric, linkage, x, y } = this.#chosen();
    const rows = this.#settings.filter ? filteredRows(table, this.#settings.filter) : null;
    try {
      const result = (await this.session.attempt('analyze', { table: table.name, kind: this.kind, column, labels, metric, linkage, x, y, rows })) as Analysis;
      if (asked !== this.#asked) return;
      this.#result = result;
      if (result.shares.length !== this.#shares.length) {
        this.#shares = result.shares;
        this.#drawTools();
      }
      this.#show();
    } catch (error) {
      if (asked === this.#asked) this.#explain((error as Error).message);
    }
  }

  #chosen() {
    const info = this.table.info.peek();
    const { column, labels, metric, linkage, x, y } = this.#settings;
    return {
      column: column ?? info?.column ?? '',
      labels: labels ?? info?.labels ?? '',
      metric: metric ?? info?.metric ?? distances[0]!,
      linkage: linkage ?? info?.linkage ?? linkages[0]!,
      x: x ?? info?.componentX ?? 0,
      y: y ?? info?.componentY ?? 1,
    };
  }

  get seen(): object {
    return wishOf(this.#settings, usual);
  }

  #set(next: Partial<AnalysisSettings>): void {
    Object.assign(this.#settings, next);
    this.keep(this.seen);
    this.request();
  }

  #drawTools(): void {
    const { table, kind } = this;
    const { column, labels, metric, linkage, x, y } = this.#chosen();
    const tool = (label: string, control: HTMLElement) => h('label', { class: 'tool' }, h('span', {}, label), control);
    const texts = table.columns.filter(each => table.widthOf(each) === 1).map(({ name }) => name);
    const firstText = table.columns.find(each => each.type === 'text')?.name ?? '';
    const metrics = kind === 'clusters' ? distances : [...distances, ...similarities];
    const components = this.#shares.map((_, component) => ({ value: String(component), text: `${component} (${percent(this.#shares[component]!)})` }));
    fill(
      this.#tools,
      tool('of', select('Column', tensorColumns(table), column || tensorColumns(table)[0] || '', value => this.#set({ column: value }))),
      tool('by', select('Labels', texts, labels || firstText, value => this.#set({ labels: value }))),
      kind === 'components'
        ? [
            tool('x', select('Component along x', components, String(x), value => this.#set({ x: Number(value) }))),
            tool('y', select('Component along y', components, String(y), value => this.#set({ y: Number(value) }))),
          ]
        : select('Metric', metrics.includes(metric) ? metrics : [metric, ...metrics], metric, value => this.#set({ metric: value })),
      kind === 'clusters' ? tool('linkage', select('Linkage', linkages, linkage, value => this.#set({ linkage: value }))) : null,
      kind === 'similarity'
        ? select(
            'Colour map',
            colorMaps.map(({ name }) => name),
            this.#settings.map,
            value => {
              this.#set({ map: value });
              this.#show();
            },
          )
        : null,
      filterField(this.#settings.filter, filter => this.#set({ filter })),
    );
  }

  #explain(why: string): void {
    this.#result = this.#picture = null;
    fill(this.#area, h('p', { class: 'empty' }, why));
    say(this.#readout, '');
  }

  #show(): void {
    const { clientWidth: width, clientHeight: height } = this.#area;
    if (!this.#result || width === 0) return;
    const color = (name: string) => themeColor(name);
    this.#picture = this.#draw(this.#result, {
      width: width - 2,
      height: height - 2,
      text: color('text'),
      muted: color('muted'),
      line: color('line'),
      accent: color('accent'),
      background: color('surface'),
    });
    this.#picture.element.setAttribute('aria-label', this.#summary(this.#result));
    fill(this.#area, this.#picture.element);
    say(this.#readout, this.#summary(this.#result));
  }

  #draw(result: Analysis, style: PictureStyle): AnalysisPicture {
    if (this.kind === 'similarity') return similarityPicture(result, colorMap(this.#settings.map), coloredRange(boundsOf(result)), style);
    if (this.kind === 'clusters') return treePicture(result, style);
    const { x, y } = this.#chosen();
    return pointsPicture(result, [x, y], style);
  }

  #summary(result: Analysis): string {
    if (this.kind === 'clusters') return `${result.labels.filter(Boolean).length} rows`;
    const rows = `${result.labels.length} rows`;
    if (this.kind === 'components') return rows;
    const [min, max] = boundsOf(result);
    return `${rows}, from ${shortNumber(min)} to ${shortNumber(max)}`;
  }

  #hover(event: PointerEvent): void {
    if (!this.#picture || !this.#result) return;
    const { left, top } = this.#picture.element.getBoundingClientRect();
    say(this.#readout, this.#picture.at(event.clientX - left, event.clientY - top) || this.#summary(this.#result));
  }

  #saveButton(): HTMLElement {
    const button = iconButton('save', 'Save', () => {});
    popover(button, (): Child => {
      const result = this.#result;
      if (!result) return h('p', { class: 'muted' }, 'There is nothing to save yet.');
      const { width, height } = this.#picture!;
      const source = () => new XMLSerializer().serializeToString(this.#draw(result, { ...onWhite, width, height }).element);
      return [
        menuItem('SVG', () => saveFile(`${this.title}.svg`, source(), 'image/svg+xml')),
        menuItem('PNG', () => void savePng(`${this.title}.png`, source(), width, height)),
        menuItem('CSV', () => saveFile(`${this.title}.csv`, analysisCsv(this.kind, result), 'text/csv')),
      ];
    });
    return button;
  }
}

/** The least and the greatest value of a matrix. */
function boundsOf({ values }: Analysis): [number, number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  // A row's distance from itself is zero but for rounding.
  const clean = (value: number) => Number(value.toFixed(12));
  return min <= max ? [clean(min), clean(max)] : [0, 1];
}
