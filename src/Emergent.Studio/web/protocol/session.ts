import { type Signal, signal } from '../dom/signal';
import type { Frame } from './frame';
import type { Answer, FieldValue, Hello, History, LogLine, NetworkInfo, Networks, Series, ServerMessage, Status, TableInfo, UnitAddress, Watch } from './messages';
import { type Connection, StudioSocket, type Wire } from './socket';
import { TableData } from './table';

const logLength = 500;
const idle: Status = {
  type: 'status',
  state: 'ready',
  words: '',
  mode: '',
  counters: {},
  trialName: null,
  logged: '',
  share: null,
  remaining: null,
  pending: 0,
  canUndo: false,
  canRedo: false,
  message: null,
};

/** What the page knows of the simulation, and the ways to ask more of it. */
export class Session {
  readonly connection = signal<Connection>('connecting');
  readonly hello = signal<Hello | null>(null);
  readonly networks = signal<Networks>({ type: 'networks', networks: [], inUse: 0 });
  readonly status = signal<Status>(idle);
  readonly values = signal<Record<string, FieldValue>>({});
  readonly tables = signal<ReadonlyMap<string, TableData>>(new Map());
  readonly log = signal<readonly LogLine[]>([]);
  /** What the last action of this page has answered. */
  readonly answer = signal<Answer | null>(null);
  /** The mode that Run and Step are about. */
  readonly mode: Signal<string> = signal('');
  #histories = new Map<number, Signal<History>>();
  #watches = new Map<number, { watch: Watch; onFrame: (frame: Frame) => void; onUnit: (unit: UnitAddress) => void }>();
  #lastView = 0;
  readonly #socket: StudioSocket;

  constructor(open: () => Wire) {
    this.#socket = new StudioSocket(open, {
      greeting: () => ({ type: 'hello', protocol: 1, rows: this.#ofTables(table => table.rowCount), ids: this.#ofTables(table => table.id) }),
      message: message => this.#take(message),
      frame: frame => this.#watches.get(frame.view)?.onFrame(frame),
      connection: state => this.connection.set(state),
      fault: reason => this.tell('error', reason),
    });
  }

  /** Sends a command; what is refused goes to the log, and null comes back. */
  async command(name: string, args: object = {}): Promise<unknown> {
    try {
      return (await this.#socket.command(name, args)) ?? '';
    } catch (error) {
      this.tell('error', `${name}: ${(error as Error).message}`);
      return null;
    }
  }

  /** Sends a command; throws what it is refused with. */
  attempt(name: string, args: object): Promise<unknown> {
    return this.#socket.command(name, args);
  }

  /** Does what an action is; throws what it is refused with. */
  async act(action: string, args: Record<string, unknown>): Promise<void> {
    const result = (await this.attempt('action', { name: action, arguments: args })) as Answer['result'];
    this.answer.set({ action, result });
  }

  /** Takes a table of the page's own, which the simulation does not know; in place of another of its name. */
  addTable(table: TableData): void {
    this.tables.set(new Map([...this.tables.peek(), [table.name, table]]));
  }

  /** The network of a name, of none the one that is run; null where there is none. It is followed by effects. */
  network(name = ''): NetworkInfo | null {
    const { networks, inUse } = this.networks();
    return (name ? networks.find(each => each.name === name) : networks[inUse]) ?? null;
  }

  /** Which records there are of a network; it is followed by effects. */
  history(name = ''): History {
    return this.#historyOf(this.network(name)?.version ?? 0)();
  }

  series(network: string, unit: UnitAddress): Promise<Series> {
    return this.#socket.request({ type: 'series', network, layer: unit.layer, index: unit.index }) as Promise<Series>;
  }

  newView(): number {
    return ++this.#lastView;
  }

  /** Has a view told its frames, and the unit whose synapses it shows. */
  watch(watch: Watch, onFrame: (frame: Frame) => void, onUnit: (unit: UnitAddress) => void): void {
    this.#watches.set(watch.view, { watch, onFrame, onUnit });
    this.#socket.send({ type: 'watch', ...watch });
  }

  /** The variables that views show. */
  get watched(): string[] {
    return [...new Set([...this.#watches.values()].map(({ watch }) => watch.variable))];
  }

  unwatch(view: number): void {
    if (this.#watches.delete(view)) this.#socket.send({ type: 'unwatch', view });
  }

  ack(view: number, seq: number): void {
    this.#socket.send({ type: 'ack', view, seq });
  }

  tell(level: LogLine['level'], text: string): void {
    this.log.set([...this.log.peek(), { type: 'log' as const, time: new Date().toISOString(), level, text }].slice(-logLength));
  }

  #take(message: ServerMessage) {
    switch (message.type) {
      case 'hello':
        this.#greet(message);
        break;
      case 'form': {
        // The layers and projections of a network that was built anew have parameters of their own.
        const hello = this.hello.peek();
        if (hello) this.hello.set({ ...hello, form: message.form });
        this.values.set(message.values);
        break;
      }
      case 'networks':
        this.networks.set(message);
        break;
      case 'status':
        this.#tellFailure(message);
        this.status.set(message);
        break;
      case 'history':
        this.#historyOf(message.network).set(message);
        break;
      case 'values':
        this.values.set({ ...this.values.peek(), ...message.values });
        break;
      case 'table': {
        this.tables.peek().get(message.name)?.begin(message);
        break;
      }
      case 'tables':
        this.#setTables(message.tables);
        break;
      case 'rows':
        this.tables.peek().get(message.name)?.append(message);
        break;
      case 'unit':
        this.#watches.get(message.view)?.onUnit(message);
        break;
      case 'log':
        this.log.set([...this.log.peek(), message].slice(-logLength));
        break;
    }
  }

  #historyOf(network: number): Signal<History> {
    let history = this.#histories.get(network);
    if (!history) {
      history = signal<History>({ type: 'history', network, first: 0, count: 0, bytes: 0, budget: 0, bounds: {} });
      this.#histories.set(network, history);
    }
    return history;
  }

  // What stopped a simulation stays in the log, whatever comes after; the server may have written it there itself.
  #tellFailure({ state, message }: Status) {
    if (state !== 'failed' || !message || this.status.peek().state === 'failed') return;
    if (!this.log.peek().at(-1)?.text.includes(message)) this.tell('error', message);
  }

  #ofTables(value: (table: TableData) => number): Record<string, number> {
    return Object.fromEntries([...this.tables.peek()].filter(([, table]) => table.info.peek()).map(([name, table]) => [name, value(table)]));
  }

  #setTables(infos: readonly TableInfo[]) {
    const known = this.tables.peek();
    const theirs = infos.map((info): [string, TableData] => {
      const table = known.get(info.name) ?? new TableData(info.name);
      table.info.set(info);
      return [info.name, table];
    });
    const ownOnes = [...known].filter(([, table]) => table.info.peek() === null);
    this.tables.set(new Map([...theirs, ...ownOnes]));
  }

  #greet(hello: Hello) {
    this.hello.set(hello);
    // Tables are there from the start, so that a view of one can be opened before its first row.
    this.#setTables(hello.tables);
    this.values.set(hello.values);
    this.networks.set(hello.networks);
    if (!hello.modes.some(mode => mode.name === this.mode.peek())) this.mode.set(hello.modes[0]?.name ?? '');
    // After a reconnect the server knows nothing of what was watched.
    for (const { watch } of this.#watches.values()) this.#socket.send({ type: 'watch', ...watch });
  }
}
