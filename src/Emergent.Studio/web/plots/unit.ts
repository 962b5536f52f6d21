import { effect } from '../dom/signal';
import type { View } from '../layout/workspace';
import type { Session } from '../protocol/session';
import { TableData } from '../protocol/table';
import { PlotView } from './plot';

const refresh = 500; // ms between two readings of the history

/** All variables of a unit over the history, as a plot, at first those that the network shows; `Hidden1:3` is unit 3 of Hidden1, `Hidden1:3@Net` of network Net. */
export function unitPlot(name: string, session: Session, wish: unknown, keep: (wish: object) => void): View | null {
  const [, layer, index, network = ''] = /^(.*):(\d+)(?:@(.*))?$/.exec(name) ?? [];
  if (!layer || !index) return null;
  const names = session.network(network)?.unitVariables.map(variable => variable.name) ?? [];
  const shown = session.watched.filter(variable => names.includes(variable));
  const columns = ['Record', ...names].map(column => ({
    name: column,
    type: 'number' as const,
    cellShape: null,
    settings: (shown.length > 0 ? shown : names.slice(0, 1)).includes(column) ? { On: '+' } : ({} as Record<string, string>),
  }));
  const table = new TableData(name);
  table.begin({ id: 0, columns, xAxis: 'Record', settings: null });
  const plot = new PlotView(`Unit ${layer} ${index}${network && ` of ${network}`}`, table, wish, keep);
  let isShown = false;
  let timer = 0;
  let isAsked = false;
  const read = async () => {
    timer = 0;
    if (!isShown || isAsked) return;
    isAsked = true;
    try {
      const { records, variables } = await session.series(network, { layer, index: Number(index) });
      table.append({ type: 'rows', name, from: 0, columns: [records, ...names.map(variable => variables[variable] ?? records.map(() => null))] });
    } catch {
      // Without a connection the plot keeps what it has.
    }
    isAsked = false;
  };
  const end = effect(() => {
    session.history(network);
    if (timer === 0) timer = window.setTimeout(read, refresh);
  });
  return {
    element: plot.element,
    get seen() {
      return plot.seen;
    },
    shown() {
      isShown = true;
      plot.shown();
      void read();
    },
    hidden() {
      isShown = false;
      plot.hidden();
    },
    dispose() {
      end();
      clearTimeout(timer);
      plot.dispose();
    },
  };
}
