import { effect } from '../dom/signal';
import { load } from '../layout/store';
import type { View } from '../layout/workspace';
import type { NetViewState } from '../netview/netview';
import type { Range } from '../netview/ranges';
import type { Session } from '../protocol/session';
import { TableData } from '../protocol/table';
import { TableEditor } from '../tables/editor';
import { TableView } from '../tables/table';
import { PlotView } from './plot';

const refresh = 500; // ms between two readings of the history

/** A unit, as tabs name it: `Hidden1:3` is unit 3 of Hidden1, `Hidden1:3@Net` of network Net. */
function unitOf(name: string): { layer: string; index: number; network: string } | null {
  const [, layer, index, network = ''] = /^(.*):(\d+)(?:@(.*))?$/.exec(name) ?? [];
  return layer && index ? { layer, index: Number(index), network } : null;
}

export function unitTitle(name: string): string {
  const unit = unitOf(name);
  return unit ? `Unit ${unit.layer} ${unit.index}${unit.network && ` of ${unit.network}`}` : name;
}

/** All variables of a unit over the history, as a plot or a table. */
export function unitView(kind: 'plot' | 'table', name: string, session: Session, networkKey: string, wish: unknown, keep: (wish: object) => void, showOther: () => void): View | null {
  const unit = unitOf(name);
  if (!unit) return null;
  const records = new UnitRecords(name, unit, session, load<Partial<NetViewState>>(networkKey, {}).ranges ?? {});
  const view =
    kind === 'plot'
      ? new PlotView(unitTitle(name), records.table, wish, keep, showOther)
      : new TableView(unitTitle(name), records.table, new TableEditor(session, name), wish, keep, showOther);
  return {
    element: view.element,
    get seen() {
      return view.seen;
    },
    shown() {
      records.isShown = true;
      view.shown();
      void records.read();
    },
    hidden() {
      records.isShown = false;
      view.hidden();
    },
    dispose() {
      records.dispose();
      view.dispose();
    },
  };
}

/** The past of a unit as a table, which is read anew while it is in sight. */
class UnitRecords {
  readonly table: TableData;
  isShown = false;
  readonly #names: string[];
  readonly #end: () => void;
  #timer = 0;
  #isAsked = false;

  /**
   * @param ranges Those that the user has given variables in the network, for plots to begin with.
   */
  constructor(
    name: string,
    private readonly unit: { layer: string; index: number; network: string },
    private readonly session: Session,
    ranges: Record<string, Range>,
  ) {
    this.#names = session.network(unit.network)?.unitVariables.map(variable => variable.name) ?? [];
    const shown = session.watched.filter(variable => this.#names.includes(variable));
    const isOn = (variable: string) => (shown.length > 0 ? shown : this.#names.slice(0, 1)).includes(variable);
    this.table = new TableData(name);
    this.table.begin({
      id: 0,
      columns: ['Record', ...this.#names].map(column => ({
        name: column,
        type: 'number' as const,
        cellShape: null,
        settings: { ...(isOn(column) ? { On: '+' } : {}), ...rangeSettings(ranges[column]) },
      })),
      xAxis: 'Record',
      settings: null,
    });
    this.#end = effect(() => {
      session.history(unit.network);
      if (this.#timer === 0) this.#timer = window.setTimeout(() => this.read(), refresh);
    });
  }

  async read(): Promise<void> {
    this.#timer = 0;
    if (!this.isShown || this.#isAsked) return;
    this.#isAsked = true;
    try {
      const { records, variables } = await this.session.series(this.unit.network, this.unit);
      const columns = [records, ...this.#names.map(variable => variables[variable] ?? records.map(() => null))];
      this.table.append({ type: 'rows', name: this.table.name, from: 0, columns });
    } catch {
      // Without a connection it keeps what it has.
    }
    this.#isAsked = false;
  }

  dispose(): void {
    this.#end();
    clearTimeout(this.#timer);
  }
}

/** The ends of a range that stay, as a table says them to plots. */
function rangeSettings(range: Range | undefined): Record<string, string> {
  return {
    ...(range?.isMinFixed ? { FixMin: '+', Min: String(range.min) } : {}),
    ...(range?.isMaxFixed ? { FixMax: '+', Max: String(range.max) } : {}),
  };
}
