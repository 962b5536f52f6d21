import { iconButton, menuItem, popover, saveFile, select, setChoices } from '../dom/controls';
import { fill, h, say } from '../dom/h';
import { effect, signal } from '../dom/signal';
import type { SeenNetwork } from '../layout/link';
import { theme, themeColor } from '../layout/theme';
import type { View as TabView } from '../layout/workspace';
import type { Frame } from '../protocol/frame';
import { type NetworkInfo, type Rate, rates, type UnitAddress } from '../protocol/messages';
import type { Session } from '../protocol/session';
import { type Appearance, heightOf, missingSize } from './appearance';
import { Camera, type Vector, type View } from './camera';
import { ambiguous, type Choice, Chooser, choicesOf, describe } from './chooser';
import { ColorBar } from './colorbar';
import { colorMap, type Rgb } from './colormaps';
import { filesControl } from './files';
import { listen, nudges } from './input';
import { Labels } from './labels';
import type { Mark, Painter, Tier } from './painter';
import { type Hit, pickBoxes, pickFlat } from './picking';
import { ProcessorPainter } from './processor';
import { type Range, resolved, shortNumber } from './ranges';
import { arrange, emptyScene, placeOf, type Scene } from './sheets';
import { TimeBar } from './timebar';
import { WebGlPainter } from './webgl';

/** What a NetView keeps between visits. */
export interface NetViewState {
  /** The network's name; empty for the one that is run. */
  network: string;
  variable: string;
  map: string;
  tier: 'auto' | Tier;
  /** After what it is drawn anew in training, and in all else. */
  rate: Rate;
  testRate: Rate;
  /** The class or type of the projections whose synapses are shown; empty for any. */
  projections: string;
  unitSize: number;
  height: number;
  /** The size of layers' names; 1 is usual. */
  nameSize: number;
  /** Of the buttons for variables. */
  columns: number;
  /** How many records the fast buttons of the time go. */
  fastSteps: number;
  ranges: Record<string, Range>;
  views: Record<string, View>;
  camera: View | null;
}

export const defaultNetView: NetViewState = {
  network: '',
  variable: 'Act',
  map: 'ColdHot',
  tier: 'auto',
  rate: 'cycle',
  testRate: 'cycle',
  projections: '',
  unitSize: 0.9,
  height: 0.6,
  nameSize: 1,
  columns: 2,
  fastSteps: 10,
  ranges: {},
  views: {},
  camera: null,
};

export interface NetViewEvents {
  changed(state: NetViewState): void;
  layerChosen(name: string): void;
  plotUnit(network: string, unit: UnitAddress): void;
}

const mostBoxes = 30_000;
const slowFrame = 33; // ms
const measuredFrames = 10;
const highestRate = 60; // frames a second: what screens show

const directions: Record<string, [number, number]> = { Above: [0, Math.PI / 2 - 0.001], Front: [0, 0.02], Side: [Math.PI / 2, 0.3], Default: [0, 0.42] };

/** The network in three dimensions: layers as sheets of units, whose height and colour are a variable. */
export class NetView implements TabView {
  readonly element: HTMLElement;
  readonly #view: number;
  readonly #camera = new Camera();
  readonly #webGl = WebGlPainter.create(() => this.#request());
  // Made when it is wanted.
  #processor: ProcessorPainter | null = null;
  #painter!: Painter;
  #scene: Scene = emptyScene;
  #network: NetworkInfo | null = null;
  #choices = new Map<string, Choice>();
  #frame: Frame | null = null;
  #isUploaded = true;
  // The newest frame that is not drawn yet; a page that nobody sees draws nothing, so that the server stops by itself.
  #undrawn: number | null = null;
  #bounds = new Map<string, [number, number]>();
  #selected: Mark | null = null;
  // The unit whose synapses are shown where nobody has selected one: the server's choice.
  #chosen: UnitAddress | null = null;
  #hovered: Mark | null = null;
  #pointer: { x: number; y: number } | null = null;
  #tier: Tier = 'boxes';
  #times: number[] = [];
  #due = 0;
  #isShown = false;
  #isMoved = false;
  #colors!: { background: Rgb; sheet: Rgb; accent: Rgb };
  #ends: (() => void)[] = [];
  #twinTimer = 0;
  readonly #why = signal('');
  readonly #networkName = signal('');

  readonly #surface: HTMLElement;
  readonly #labels: Labels;
  readonly #networks = select('Network', [], '', name => this.#chooseNetwork(name));
  readonly #chooser: Chooser;
  readonly #colorBar: ColorBar;
  readonly #timeBar: TimeBar;
  readonly #tip = h('div', { class: 'net-tip', hidden: true });
  readonly #note = h('p', { class: 'net-note' });
  readonly #notice = h('div', { class: 'net-empty', hidden: true });
  readonly #twin = h('p', { class: 'hidden', id: '' });
  readonly #plotButton: HTMLButtonElement;

  constructor(
    private readonly session: Session,
    private readonly state: NetViewState,
    private readonly events: NetViewEvents,
  ) {
    this.#view = session.newView();
    this.#networkName.set(state.network);
    this.#labels = new Labels(name => events.layerChosen(name));
    this.#labels.setSize(state.nameSize);
    this.#chooser = new Chooser(name => this.show(name), state.columns);
    this.#colorBar = new ColorBar(
      range => {
        state.ranges[state.variable] = range;
        this.#kept();
      },
      map => {
        state.map = map;
        this.#kept();
      },
    );
    this.#timeBar = new TimeBar(() => {
      this.events.changed(state);
      this.#watch();
    }, state.fastSteps);
    this.#twin.id = `net-twin-${this.#view}`;
    this.#surface = h('div', {
      class: 'net-surface',
      tabindex: 0,
      role: 'application',
      'aria-label': 'Network. Arrow keys turn it, plus and minus zoom, 0 shows all.',
      'aria-describedby': this.#twin.id,
    });
    this.#use(this.#webGl ?? this.#byProcessor());
    this.#plotButton = iconButton('plot', 'Plot all variables of the selected unit', () => {
      const unit = this.#unit();
      if (unit) events.plotUnit(state.network, unit);
    });
    const files = filesControl(session, () => state.network);
    this.element = h(
      'div',
      { class: 'netview' },
      h(
        'div',
        { class: 'net-head' },
        this.#networks,
        this.#chooser.select,
        this.#colorBar.element,
        h('div', { class: 'net-tools' }, this.#viewButton(), this.#plotButton, files.buttons, this.#settingsButton(), this.#saveButton()),
      ),
      files.error,
      h(
        'div',
        { class: 'net-body' },
        this.#chooser.element,
        h('div', { class: 'net-stage' }, this.#surface, this.#labels.element, this.#note, this.#notice, this.#tip, this.#twin),
      ),
      this.#timeBar.element,
    );
    listen(
      this.#surface,
      this.#camera,
      {
        moved: () => this.#moved(),
        hover: (x, y) => {
          this.#pointer = { x, y };
          this.#hover();
        },
        leave: () => {
          this.#pointer = null;
          this.#hover();
        },
        press: (x, y) => this.#press(x, y),
        reset: () => {
          this.#home();
          events.changed(state);
        },
        saved: () => this.events.changed(state),
      },
      state.views,
    );
    new ResizeObserver(() => this.#resize()).observe(this.#surface);
    if (state.camera) {
      this.#camera.view = state.camera;
      this.#isMoved = true;
    }
    this.#ends.push(
      effect(() => this.#offerNetworks(session.networks().networks, this.#networkName())),
      effect(() => this.#setNetwork(session.network(this.#networkName()))),
      effect(() => {
        this.#timeBar.setHistory(session.history(this.#networkName()));
        const { isMinFixed, isMaxFixed } = this.#range();
        if (!isMinFixed || !isMaxFixed) this.#request();
      }),
      effect(() => this.#timeBar.setLogged(session.status().logged)),
      effect(() => {
        theme();
        const rgb = (name: string): Rgb => parseColor(themeColor(name));
        this.#colors = { background: rgb('stage'), sheet: rgb('sheet'), accent: rgb('mark') };
        this.#request();
      }),
      effect(() => {
        const text = this.#why();
        this.#notice.hidden = text === '';
        say(this.#notice, text);
      }),
      effect(() => {
        if (session.connection() === 'closed') this.#undrawn = null;
        this.#explain();
      }),
    );
  }

  shown(): void {
    this.#isShown = true;
    this.#watch();
  }

  hidden(): void {
    this.#isShown = false;
    this.#watch();
  }

  dispose(): void {
    this.session.unwatch(this.#view);
    for (const end of this.#ends) end();
    clearTimeout(this.#twinTimer);
    this.#webGl?.dispose();
    this.#processor?.dispose();
  }

  /** Shows a variable. */
  show(variable: string): void {
    if (!this.#choices.has(variable)) return;
    this.state.variable = variable;
    this.#chooser.mark(variable);
    this.#kept();
    this.#watch();
  }

  /** What it shows, for a link. */
  get seen(): SeenNetwork {
    const { network, variable, map, ranges, unitSize, height, rate, testRate, projections } = this.state;
    const range = ranges[variable];
    const unusual = <K extends keyof NetViewState>(name: K, value: NetViewState[K]) => (value === defaultNetView[name] ? undefined : value);
    return {
      network: unusual('network', network),
      variable,
      unit: this.#unit() ?? undefined,
      record: this.#timeBar.record < 0 ? undefined : this.#timeBar.record,
      camera: this.#isMoved ? this.#camera.view : undefined,
      map,
      range: range && { min: range.isMinFixed ? range.min : undefined, max: range.isMaxFixed ? range.max : undefined, isZeroCentred: range.isZeroCentred },
      unitSize: unusual('unitSize', unitSize),
      height: unusual('height', height),
      rate: unusual('rate', rate),
      testRate: unusual('testRate', testRate),
      projections: unusual('projections', projections),
    };
  }

  /** Shows what a link says; what it does not say stays, or is as usual where it says all. */
  see({ network, variable, unit, record, camera, map, range, unitSize, height, rate, testRate, projections }: SeenNetwork, isAll = false): void {
    const { state } = this;
    if (isAll) {
      const { map, unitSize, height, rate, testRate, projections } = defaultNetView;
      Object.assign(state, { map, unitSize, height, rate, testRate, projections });
      delete state.ranges[variable ?? state.variable];
      this.#home();
    }
    if (network !== undefined || isAll) this.#chooseNetwork(network ?? '');
    if (variable && this.#choices.has(variable)) {
      state.variable = variable;
      this.#chooser.mark(variable);
    }
    const sheet = unit && this.#scene.sheets.find(each => each.layer.name === unit.layer);
    if (sheet && unit.index < sheet.count) this.#selected = { sheet, unit: unit.index };
    if (record !== undefined) this.#timeBar.set(record);
    if (camera) {
      this.#camera.view = state.camera = camera;
      this.#isMoved = true;
    }
    if (map) state.map = map;
    if (range) {
      const { min, max, isZeroCentred } = range;
      state.ranges[state.variable] = { min: min ?? -1, max: max ?? 1, isZeroCentred, isMinFixed: min !== undefined, isMaxFixed: max !== undefined };
    }
    if (unitSize !== undefined) state.unitSize = Math.min(Math.max(unitSize, 0.1), 1);
    if (height !== undefined) state.height = Math.min(Math.max(height, 0), 10);
    if (rate) state.rate = rate;
    if (testRate) state.testRate = testRate;
    if (projections && this.#network && ambiguous(this.#network).includes(projections)) state.projections = projections;
    this.#kept();
    this.#watch();
  }

  chooseVariable(): void {
    this.#chooser.focus();
  }

  moveTime(by: number): void {
    this.#timeBar.move(by);
  }

  /** The list of networks, where there are several. */
  #offerNetworks(networks: readonly NetworkInfo[], chosen: string): void {
    if (networks.length > 0 && chosen && !networks.some(({ name }) => name === chosen)) this.#chooseNetwork('');
    const choices = networks.map(({ name }) => ({ value: name, text: name }));
    setChoices(this.#networks, [{ value: '', text: 'the one that is run' }, ...choices], chosen);
    this.#networks.hidden = networks.length < 2;
  }

  #chooseNetwork(name: string): void {
    if (name === this.state.network) return;
    this.state.network = name;
    this.#timeBar.set(-1);
    this.#networkName.set(name);
    this.#setNetwork(this.session.network(name));
    this.#kept();
  }

  #setNetwork(network: NetworkInfo | null): void {
    this.#network = network;
    this.#bounds.clear();
    if (network) {
      const selected = this.#unit();
      this.#scene = arrange(network);
      this.#labels.setScene(this.#scene);
      const choices = choicesOf(network);
      this.#choices = new Map(choices.map(choice => [choice.name, choice]));
      if (!ambiguous(network).includes(this.state.projections)) this.state.projections = '';
      if (!this.#choices.has(this.state.variable)) this.state.variable = this.#choices.has('Act') ? 'Act' : (choices[0]?.name ?? '');
      this.#chooser.set(choices, this.state.variable);
      const sheet = selected && this.#scene.sheets.find(each => each.layer.name === selected.layer);
      this.#selected = sheet && selected.index < sheet.count ? { sheet, unit: selected.index } : null;
      this.#hovered = null;
      this.#frame = this.#frame?.networkVersion === network.version ? this.#frame : null;
      this.#setTier(this.#firstTier());
      this.#times = [];
      if (!this.#isMoved) this.#home();
    }
    this.#explain();
    if (this.#isShown) this.#watch();
    this.#request();
  }

  #firstTier(): Tier {
    if (!this.#webGl) return 'flat';
    if (this.state.tier !== 'auto') return this.state.tier;
    return this.#scene.unitCount > mostBoxes ? 'flat' : 'boxes';
  }

  #setTier(tier: Tier): void {
    this.#tier = tier;
    this.#use(this.#webGl && (tier === 'boxes' || !this.#webGl.isSlow) ? this.#webGl : this.#byProcessor());
    this.#sizePainter();
    this.#painter.setScene(this.#scene);
    this.#isUploaded = false;
  }

  #use(painter: Painter): void {
    this.#painter = painter;
    painter.canvas.setAttribute('aria-hidden', 'true');
    this.#surface.replaceChildren(painter.canvas);
  }

  #byProcessor(): Painter {
    this.#processor ??= new ProcessorPainter(this.#webGl ? `Drawn by the processor, instead of ${this.#webGl.name}` : 'No WebGL 2 here: drawn by the processor', reason =>
      this.session.tell('error', reason),
    );
    return this.#processor;
  }

  #watch(): void {
    if (!this.#network) return;
    const { variable, rate, testRate, projections } = this.state;
    const isSynaptic = this.#choices.get(variable)?.isSynaptic ?? false;
    this.session.watch(
      {
        view: this.#view,
        network: this.state.network,
        variable,
        unit: isSynaptic ? this.#unit() : null,
        rate,
        testRate,
        maxHz: highestRate,
        record: isSynaptic ? -1 : this.#timeBar.record,
        projections: isSynaptic ? projections : '',
        isShown: this.#isShown,
      },
      frame => this.#take(frame),
      unit => {
        this.#chosen = unit;
        this.#explain();
      },
    );
    this.#explain();
  }

  #take(frame: Frame): void {
    if (frame.networkVersion !== this.#network?.version || frame.values.length !== this.#scene.unitCount) {
      // Of a network that is no more, or not here yet: it counts as drawn.
      this.session.ack(this.#view, frame.seq);
      return;
    }
    this.#undrawn = frame.seq;
    const { variable } = this.state;
    if (this.#choices.get(variable)?.isSynaptic && Number.isFinite(frame.min) && Number.isFinite(frame.max)) {
      const [min, max] = this.#bounds.get(variable) ?? [frame.min, frame.max];
      this.#bounds.set(variable, [Math.min(min, frame.min), Math.max(max, frame.max)]);
    }
    this.#frame = frame;
    this.#isUploaded = false;
    this.#timeBar.setCounters(frame.counters);
    this.#explain();
    this.#request();
    clearTimeout(this.#twinTimer);
    this.#twinTimer = window.setTimeout(() => this.#describe(), 700);
  }

  #kept(): void {
    this.events.changed(this.state);
    this.#explain();
    this.#request();
  }

  #range(): Range {
    const { variable, ranges } = this.state;
    const info = this.#choices.get(variable)?.info;
    // As in emergent zero is in the middle of the map, also of what is never negative: silence is grey.
    const size = Math.max(Math.abs(info?.min ?? 1), Math.abs(info?.max ?? 1)) || 1;
    const isFixed = !info?.autoScale;
    const isZeroCentred = info?.isZeroCentred ?? true;
    const range = ranges[variable] ?? { min: isZeroCentred ? -size : info!.min, max: isZeroCentred ? size : info!.max, isZeroCentred, isMinFixed: isFixed, isMaxFixed: isFixed };
    // Synapses are not recorded: their bounds are those of what has been seen.
    return resolved(range, this.session.history(this.#networkName()).bounds[variable] ?? this.#bounds.get(variable));
  }

  #appearance(): Appearance {
    return { map: colorMap(this.state.map), range: this.#range(), unitSize: this.state.unitSize, height: this.state.height, ...this.#colors };
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#surface;
    if (width === 0 || height === 0) return;
    this.#camera.width = width;
    this.#camera.height = height;
    this.#sizePainter();
    if (!this.#isMoved) this.#fit();
    // A canvas that has a new size is empty: it is drawn before it shows.
    this.#draw();
  }

  #sizePainter(): void {
    this.#painter.resize(this.#camera.width, this.#camera.height, Math.min(devicePixelRatio, 2));
  }

  #moved(): void {
    this.#isMoved = true;
    this.state.camera = this.#camera.view;
    this.events.changed(this.state);
    this.#request();
  }

  #home(): void {
    // Nothing hides what lies in one plane: it is seen from higher up.
    const levels = new Set(this.#scene.sheets.map(({ y }) => y)).size;
    [this.#camera.azimuth, this.#camera.elevation] = [0, levels === 1 ? 0.9 : directions.Default![1]];
    this.#isMoved = false;
    this.state.camera = null;
    this.#fit();
    this.#request();
  }

  #fit(): void {
    const tall = this.state.height * Math.max(0, ...this.#scene.sheets.map(sheet => Math.max(sheet.pitchX, sheet.pitchZ)));
    const points = this.#scene.sheets.flatMap(sheet =>
      [-0.5, sheet.gridColumns + 0.5].flatMap(column =>
        [-0.5, sheet.gridRows + 0.5].flatMap(row =>
          [0, tall].map((height): Vector => [sheet.x + column * sheet.pitchX, sheet.y + height, sheet.z - row * sheet.pitchZ]),
        ),
      ),
    );
    this.#camera.fit(points, [24, 34, 24, 40]);
  }

  #request(): void {
    if (this.#due === 0)
      this.#due = requestAnimationFrame(() => {
        this.#due = 0;
        this.#draw();
      });
  }

  #draw(): void {
    if (!this.#isShown || this.#camera.width < 2 || !this.#colors) return;
    const appearance = this.#appearance();
    const isMeasured = this.#tier === 'boxes' && this.state.tier === 'auto' && this.#frame !== null && this.#times.length < measuredFrames;
    const start = performance.now();
    if (this.#frame && !this.#isUploaded) this.#painter.setValues(this.#frame.values);
    this.#isUploaded = true;
    const newest = this.#undrawn;
    this.#painter.draw(this.#camera, appearance, this.#tier, this.#selected, this.#hovered, () => {
      this.#labels.place(this.#camera);
      if (newest !== null) this.session.ack(this.#view, newest);
      if (this.#undrawn === newest) this.#undrawn = null;
    });
    if (isMeasured) {
      this.#webGl?.finish();
      this.#times.push(performance.now() - start);
      // The quicker frames count: the slower ones tell of the simulation, which wants the processor too, and of the compiling of shaders.
      const sorted = [...this.#times].sort((a, b) => a - b);
      if (this.#times.length === measuredFrames ? sorted[2]! > slowFrame : this.#times.length === 4 && sorted[0]! > 3 * slowFrame) {
        this.#setTier('flat');
        this.#request();
      }
    }
    this.#colorBar.show(appearance.range, this.state.map);
    this.element.dataset.tier = this.#tier;
    if (this.#pointer) this.#hover(false);
  }

  #pick(x: number, y: number): Hit | null {
    const ray = this.#camera.ray(x, y);
    if (this.#tier === 'flat') return pickFlat(ray, this.#scene.sheets);
    const appearance = this.#appearance();
    const values = this.#frame?.values;
    const valueAt = (index: number) => values?.[index] ?? Number.NaN;
    return (
      pickBoxes(ray, this.#scene.sheets, {
        footprintOf: index => (Number.isNaN(valueAt(index)) ? missingSize : appearance.unitSize),
        heightOf: index => heightOf(valueAt(index), appearance),
        highest: appearance.height,
      }) ?? pickFlat(ray, this.#scene.sheets)
    );
  }

  #hover(redraw = true): void {
    const hit = this.#pointer && this.#pick(this.#pointer.x, this.#pointer.y);
    const isSame = hit?.sheet === this.#hovered?.sheet && hit?.unit === this.#hovered?.unit;
    this.#hovered = hit;
    this.#surface.style.cursor = hit ? 'pointer' : '';
    this.#tip.hidden = !hit;
    if (hit && this.#pointer) {
      const value = this.#frame?.values[hit.sheet.base + hit.unit] ?? Number.NaN;
      fill(
        this.#tip,
        h('strong', {}, hit.sheet.layer.name),
        ` ${placeOf(hit.sheet, hit.unit)}`,
        h('br'),
        this.state.variable,
        ' ',
        h('b', {}, Number.isNaN(value) ? 'n/a' : shortNumber(value)),
      );
      const right = this.#pointer.x + 16 + this.#tip.offsetWidth > this.#camera.width;
      this.#tip.style.transform = `translate(${Math.round(right ? this.#pointer.x - 12 - this.#tip.offsetWidth : this.#pointer.x + 14)}px, ${Math.round(Math.min(this.#pointer.y + 14, this.#camera.height - this.#tip.offsetHeight - 4))}px)`;
    }
    if (redraw && !isSame) this.#request();
  }

  #press(x: number, y: number): void {
    this.#selected = this.#pick(x, y);
    this.events.changed(this.state);
    if (this.#choices.get(this.state.variable)?.isSynaptic) this.#watch();
    this.#explain();
    this.#request();
  }

  #unit(): UnitAddress | null {
    return this.#selected ? { layer: this.#selected.sheet.layer.name, index: this.#selected.unit } : null;
  }

  /** Says what is shown where that is not plain, and why there is nothing where nothing is. */
  #explain(): void {
    const choice = this.#choices.get(this.state.variable);
    const unit = this.#selected;
    this.#plotButton.disabled = !unit;
    let note = '';
    if (choice?.isSynaptic) {
      const side = choice.name.startsWith('r.') ? 'received by' : 'sent by';
      const sheet = this.#scene.sheets.find(each => each.layer.name === this.#chosen?.layer);
      const chosen = sheet && this.#chosen ? `${sheet.layer.name} ${placeOf(sheet, this.#chosen.index)}, ` : '';
      const whose = unit ? `${unit.sheet.layer.name} ${placeOf(unit.sheet, unit.unit)}` : `${chosen}the most active unit of the last layer; click any unit`;
      const of = this.state.projections && `, in projections ${this.state.projections}`;
      const when = choice.info.isTransient ? 'Those of the last trial that learned since they are shown.' : 'Weights are those of now: they are not recorded.';
      note = `${choice.info.name} ${side} ${whose}${of}. ${when}`;
    } else if (unit) {
      const value = this.#frame?.values[unit.sheet.base + unit.unit];
      note = `${unit.sheet.layer.name} ${placeOf(unit.sheet, unit.unit)}  ${this.state.variable} ${value === undefined ? '…' : shortNumber(value)}`;
    }
    say(this.#note, note);
    this.#note.hidden = note === '';
    this.#why.set(
      this.#frame
        ? ''
        : this.session.connection() !== 'open'
          ? 'Not connected to the simulation; trying again.'
          : !this.#network
            ? 'There is no network yet. Press Init to build it.'
            : this.#scene.sheets.length === 0
              ? 'The network has no layers.'
              : 'Waiting for the state of the network…',
    );
  }

  /** The text twin: what the picture shows, for those who do not see it. */
  #describe(): void {
    const { variable } = this.state;
    const values = this.#frame?.values;
    const choice = this.#choices.get(variable);
    if (!values || !choice) return;
    const lines = this.#scene.sheets.map(sheet => {
      let [max, at, sum, count] = [Number.NEGATIVE_INFINITY, 0, 0, 0];
      for (let unit = 0; unit < sheet.count; unit++) {
        const value = values[sheet.base + unit]!;
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
        if (value > max) [max, at] = [value, unit];
      }
      const size = sheet.layer.shape.join('×');
      return count === 0
        ? `${sheet.layer.name} ${size}: no values.`
        : `${sheet.layer.name} ${size}: greatest ${shortNumber(max)} at ${placeOf(sheet, at)}, mean ${shortNumber(sum / count)}.`;
    });
    say(this.#twin, `${describe(choice)} ${lines.join(' ')}`);
  }

  #viewButton(): HTMLElement {
    const button = iconButton('network', 'Views', () => {});
    popover(button, () => [
      Object.entries(directions).map(([name, [azimuth, elevation]]) =>
        menuItem(name, () => {
          if (name === 'Default') {
            this.#home();
            this.events.changed(this.state);
            return;
          }
          [this.#camera.azimuth, this.#camera.elevation] = [azimuth, elevation];
          this.#fit();
          this.#moved();
        }),
      ),
      h('hr'),
      ['1', '2', '3', '4'].map(key =>
        menuItem(
          this.state.views[key] ? `View ${key}` : `Keep this as view ${key}`,
          event => {
            const known = this.state.views[key];
            if (known && !event.shiftKey) {
              this.#camera.view = known;
              this.#moved();
            } else {
              this.state.views[key] = this.#camera.view;
              this.events.changed(this.state);
            }
          },
          { title: this.state.views[key] ? 'With Shift it is kept anew' : null },
        ),
      ),
      Object.keys(this.state.views).length > 0
        ? menuItem('Forget kept views', () => {
            for (const key of Object.keys(this.state.views)) delete this.state.views[key];
            this.events.changed(this.state);
          })
        : null,
    ]);
    return button;
  }

  #settingsButton(): HTMLElement {
    const button = iconButton('settings', 'Settings of the view', () => {});
    const slider = (label: string, key: 'unitSize' | 'height' | 'nameSize', min: number, max: number) => {
      const input = h('input', {
        type: 'range',
        min,
        max,
        step: 0.05,
        value: this.state[key],
        oninput: () => {
          this.state[key] = Number(input.value);
          if (key === 'nameSize') this.#labels.setSize(this.state.nameSize);
          this.#kept();
        },
      });
      return h('label', {}, h('span', {}, label), input);
    };
    popover(
      button,
      () =>
        h(
          'div',
          { class: 'settings' },
          this.#rateChoice('In training', 'rate'),
          this.#rateChoice('In tests', 'testRate'),
          h(
            'label',
            {},
            h('span', {}, 'Units'),
            select(
              'Units',
              [
                { value: 'auto', text: `by speed (now ${this.#tier})` },
                { value: 'boxes', text: 'boxes' },
                { value: 'flat', text: 'flat' },
              ],
              this.state.tier,
              value => {
                this.state.tier = value as NetViewState['tier'];
                this.#setTier(this.#firstTier());
                this.#times = [];
                this.#kept();
              },
            ),
          ),
          this.#projectionChoice(),
          slider('Height', 'height', 0.1, 3),
          slider('Size', 'unitSize', 0.1, 1),
          slider('Names', 'nameSize', 0.7, 2.5),
          this.#countChoice('Columns', 'Columns of variables', 'columns', [1, 2, 3, 4, 5, 6], count => this.#chooser.setColumns(count)),
          this.#countChoice('Fast steps', 'Fast steps of records', 'fastSteps', [2, 5, 10, 20, 25, 50, 100, 200], count => this.#timeBar.setFastSteps(count)),
          Object.entries(nudges).map(([name, steps]) =>
            h(
              'div',
              { class: 'nudges', role: 'group', 'aria-label': name },
              h('span', {}, name),
              steps.map(({ sign, label, by }) =>
                h('button', { type: 'button', class: 'button', 'aria-label': label, title: label, onclick: () => this.#nudge(by) }, sign),
              ),
            ),
          ),
          h('p', { class: 'muted' }, this.#painter.name, this.#times.length > 0 ? `; boxes take ${Math.round(Math.min(...this.#times))} ms a frame` : ''),
        ),
      false,
    );
    return button;
  }

  #nudge(by: (camera: Camera) => void): void {
    by(this.#camera);
    this.#moved();
  }

  /** After what it is drawn anew. */
  #rateChoice(label: string, which: 'rate' | 'testRate'): HTMLElement {
    const choices = rates.map(value => ({ value, text: value === 'fastSpike' ? 'every 10 cycles' : `every ${value}` }));
    const choice = select(`Update ${label.toLowerCase()}`, choices, this.state[which], value => {
      this.state[which] = value as Rate;
      this.#kept();
      this.#watch();
    });
    return h('label', {}, h('span', {}, label), choice);
  }

  #countChoice(name: string, label: string, key: 'columns' | 'fastSteps', counts: readonly number[], use: (count: number) => void): HTMLElement {
    const choice = select(label, counts.map(String), String(this.state[key]), value => {
      this.state[key] = Number(value);
      use(this.state[key]);
      this.#kept();
    });
    return h('label', { title: label }, h('span', {}, name), choice);
  }

  /** Which projections synapses are of, where there are several between two layers. */
  #projectionChoice(): HTMLElement | null {
    const kinds = this.#network ? ambiguous(this.#network) : [];
    if (kinds.length === 0) return null;
    const choices = [{ value: '', text: 'the first' }, ...kinds.map(value => ({ value, text: value }))];
    const choice = select('Synapses of projections', choices, this.state.projections, value => {
      this.state.projections = value;
      this.#kept();
      this.#watch();
    });
    return h('label', { title: 'There are several projections between two layers: the class or type of those whose synapses r. and s. show' }, h('span', {}, 'Synapses'), choice);
  }

  #saveButton(): HTMLElement {
    return iconButton('save', 'Save the picture (PNG)', () => {
      this.#webGl?.sharpen();
      this.#draw();
      this.#painter.canvas.toBlob(blob => {
        if (blob) saveFile(`${this.state.variable}.png`, blob);
      });
    });
  }
}

/** `#rrggbb` as bytes. */
function parseColor(text: string): Rgb {
  const number = Number.parseInt(text.replace('#', ''), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}
