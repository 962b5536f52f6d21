import { keep, load } from './layout/store';
import type { OfferGroup, View, ViewOffer } from './layout/workspace';
import { defaultNetView, NetView, type NetViewState } from './netview/netview';
import { PlotView } from './plots/plot';
import { unitTitle, unitView } from './plots/unit';
import type { Session } from './protocol/session';
import type { TableData } from './protocol/table';
import type { AnalysisKind } from './tables/analyses';
import { AnalysisView } from './tables/analysis';
import { TableEditor } from './tables/editor';
import { GridView, tensorColumns } from './tables/grid';
import { TableView } from './tables/table';

const analyses: readonly string[] = ['similarity', 'clusters', 'components'] satisfies AnalysisKind[];
const isAnalysis = (kind: string | undefined): kind is AnalysisKind => kind !== undefined && analyses.includes(kind);

export interface ViewContext {
  simulation(): string;
  layerChosen(name: string): void;
  open(id: string): void;
  /** Something else is seen. */
  changed(): void;
}

/** What an id of a tab stands for, `network`, `network:2`, `plot:TrainEpoch`: as its user had it last, or as a link says. */
export function createView(id: string, linked: object | null, session: Session, context: ViewContext): View | null {
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  const key = `${context.simulation()}/${id}`;
  const keepWish = (wish: object) => {
    keep(key, wish);
    context.changed();
  };
  if (kind === 'network') {
    // Of several networks the tab Network 2 begins with the second. What was kept before a setting was there has the usual.
    const { networks } = session.networks.peek();
    const network = networks.length > 1 && name ? (networks[Number(name) - 1]?.name ?? '') : '';
    const view = new NetView(session, { ...structuredClone(defaultNetView), network, ...load<Partial<NetViewState>>(key, {}) }, {
      changed: state => {
        keep(key, state);
        context.changed();
      },
      layerChosen: context.layerChosen,
      plotUnit: (network, unit) => context.open(`unit:${unit.layer}:${unit.index}${network && `@${network}`}`),
    });
    if (linked) view.see(linked, true);
    return view;
  }
  const wish = linked ?? load<unknown>(key, null);
  const networkKey = `${context.simulation()}/network`;
  if (kind === 'unit') return unitView('plot', name, session, networkKey, wish, keepWish, () => context.open(`unittable:${name}`));
  if (kind === 'unittable') return unitView('table', name, session, networkKey, wish, keepWish, () => context.open(`unit:${name}`));
  const table = session.tables().get(name);
  if (!table) return null;
  if (kind === 'plot') return new PlotView(tableTitle(name), table, wish, keepWish, () => context.open(`table:${name}`));
  if (kind === 'table') return new TableView(tableTitle(name), table, new TableEditor(session, name), wish, keepWish, () => context.open(`plot:${name}`));
  if (kind === 'grid') return new GridView(table, new TableEditor(session, name), wish, keepWish);
  if (isAnalysis(kind)) return new AnalysisView(kind, `${tableTitle(name)} ${kind}`, table, session, wish, keepWish);
  return null;
}

export function describeView(id: string): ViewOffer {
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  if (kind === 'network') return { id, title: name ? `Network ${name}` : 'Network', icon: 'network' };
  const title = tableTitle(name);
  if (kind === 'table') return { id, title: `${title} table`, icon: 'table' };
  if (kind === 'grid') return { id, title: `${title} grid`, icon: 'grid' };
  if (isAnalysis(kind)) return { id, title: `${title} ${kind}`, icon: kind === 'similarity' ? 'matrix' : kind === 'clusters' ? 'tree' : 'points' };
  if (kind === 'unit') return { id, title: unitTitle(name), icon: 'plot' };
  if (kind === 'unittable') return { id, title: `${unitTitle(name)} table`, icon: 'table' };
  return { id, title, icon: 'plot' };
}

/** The view that a table opens as. */
export function firstView(table: TableData): string {
  const as = table.info.peek()?.as ?? 'Plot';
  return `${as === 'Cells' ? 'table' : as.toLowerCase()}:${table.name}`;
}

/** `train_epoch` in words: `Train epoch`. */
export function tableTitle(name: string): string {
  const words = name.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What can be opened: the network, and each table in all the ways in which it can be seen. */
export function offersOf(session: Session, open: readonly string[]): OfferGroup[] {
  const network = ['network', 'network:2'].map(id => ({ title: describeView(id).title, ids: [id] }));
  const tables = [...session.tables.peek().values()].map(table => ({
    title: tableTitle(table.name),
    ids: [...new Set([firstView(table), ...['plot', 'table', ...(tensorColumns(table).length > 0 ? ['grid', ...(table.info.peek() ? analyses : [])] : [])].map(kind => `${kind}:${table.name}`)])],
  }));
  return [...network, ...tables]
    .map(({ title, ids }) => ({ title, offers: ids.filter(id => !open.includes(id)).map(describeView) }))
    .filter(({ offers }) => offers.length > 0);
}
