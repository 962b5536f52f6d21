import './style.css';
import { copyText, menuItem } from './dom/controls';
import { fill, h } from './dom/h';
import { icon } from './dom/icons';
import { effect } from './dom/signal';
import { ParameterForm } from './forms/form';
import { guidePane } from './guide/guide';
import type { Target } from './guide/links';
import { answerNotice } from './layout/answer';
import { failureBanner } from './layout/failure';
import { defaultPanes, PageFrame, type PaneLayout } from './layout/frame';
import { hashOf, type Seen, seenIn } from './layout/link';
import { logPane } from './layout/log';
import { statusLine } from './layout/statusline';
import { keep, load } from './layout/store';
import { type Arrangement, Workspace } from './layout/workspace';
import { NetView } from './netview/netview';
import { Session } from './protocol/session';
import type { Wire } from './protocol/socket';
import { runControls } from './toolbar/controls';
import { listenToKeys, type Shortcut, showKeys } from './toolbar/keys';
import { openFiles } from './tables/open';
import { doAction, toolbar } from './toolbar/toolbar';
import { createView, describeView, firstView, offersOf } from './views';

/** How many tables are plotted before anyone has chosen. */
const firstPlots = 3;

const address = new URL('ws', document.baseURI);
address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
const session = new Session(() => new WebSocket(address, 'emergent.1') as unknown as Wire);
const controls = runControls(session);

const form = new ParameterForm(session);
const workspace = new Workspace({
  create: (id, linked) => createView(id, linked, session, { simulation: simulationName, layerChosen, open: other => workspace.open(other), changed: seenChanged }),
  offers: () => offersOf(session, workspace.openIds),
  describe: describeView,
  more: { title: 'A table from files…', open: () => openFiles(session, name => workspace.open(`plot:${name}`)) },
  changed: arrangement => {
    keep(`${simulationName()}/tabs`, arrangement);
    seenChanged();
  },
});

const shortcuts: Shortcut[] = [
  { key: ' ', label: 'Space', does: 'Run or stop; again while stopping: stop now', run: controls.runOrStop },
  { key: '.', label: '.', does: 'Step', run: () => controls.step() },
  { key: 'i', label: 'I', does: 'Init', run: controls.init },
  { key: ',', label: ',', does: 'One record back', run: () => netView()?.moveTime(-1) },
  { key: '/', label: '/', does: 'One record on', run: () => netView()?.moveTime(1) },
  { key: 'v', label: 'V', does: 'Choose a variable', run: () => netView()?.chooseVariable() },
  { key: '[', label: '[', does: 'Fold or open the parameters', run: () => frame.toggle('left') },
  { key: ']', label: ']', does: 'Fold or open the guide', run: () => frame.toggle('right') },
  { key: '`', label: '`', does: 'Fold or open the log', run: () => frame.toggle('bottom') },
  { key: '?', label: '?', does: 'This list', run: () => showKeys(shortcuts) },
  { key: '', label: '← → ↑ ↓', does: 'In the network: turn; with Shift: move. In a plot: move' },
  { key: '', label: '+ −', does: 'In the network and in a plot: nearer, farther' },
  { key: '', label: '1 … 9', does: 'In the network: a kept view (the first time, and with Ctrl: keep it)' },
  { key: '', label: '0', does: 'In the network and in a plot: show all' },
];

const frame = new PageFrame(
  toolbar(
    session,
    controls,
    () => frame,
    () => [menuItem([icon('link'), 'Copy a link to what is seen'], () => void copyLink()), menuItem([icon('help'), 'Keys'], () => showKeys(shortcuts))],
  ),
  form.element,
  [failureBanner(session, controls.init), answerNotice(session, openTable)],
  workspace.element,
  guidePane(session, followLink),
  logPane(session),
  statusLine(session, () => frame),
);
frame.onchange = layout => keep(`${simulationName()}/panes`, layout);
listenToKeys(shortcuts);
fill(document.body, h('a', { class: 'skip', href: '#centre' }, 'Skip to the views'), frame.element);
workspace.element.id = 'centre';

let restored = '';
effect(() => {
  const hello = session.hello();
  if (!hello || restored === hello.simulation.name) return;
  frame.layout = load(`${hello.simulation.name}/panes`, panesFor(hello.simulation.guide));
  // After a picture of the page without them: the views take as long to make as all else, and Run answers meanwhile.
  requestAnimationFrame(() => setTimeout(() => restore(hello.simulation.name)));
});

/** Opens the views that a simulation was left with, or that the link says. */
function restore(simulation: string): void {
  if (restored === simulation || simulation !== simulationName()) return;
  restored = simulation;
  const seen = seenIn(location.hash);
  if (!seen.layout) workspace.restore(load<Arrangement | null>(`${simulation}/tabs`, null) ?? firstArrangement(), null);
  show(seen);
}

/** Shows what a link says; one that says which tabs are open says all of what they show. */
function show({ tab, layout, views }: Seen): void {
  if (layout) workspace.restore(layout, views);
  if (tab) workspace.open(tab);
  if (layout) return;
  for (const [id, seen] of Object.entries(views)) {
    const view = workspace.find(id);
    if (view instanceof NetView) view.see(seen);
  }
}

addEventListener('hashchange', () => show(seenIn(location.hash)));

let linkDue = 0;

/** Has the address say what is seen, a moment after it has changed. */
function seenChanged(): void {
  clearTimeout(linkDue);
  linkDue = window.setTimeout(() => {
    if (!restored) return;
    const views = Object.fromEntries(workspace.openIds.map(id => [id, workspace.find(id)?.seen ?? {}]));
    history.replaceState(null, '', `#${hashOf({ tab: workspace.active, layout: workspace.arrangement, views })}`);
  }, 300);
}

/** The address has no token, so that it opens only where this window may be opened. */
async function copyLink(): Promise<void> {
  const isCopied = await copyText(location.href);
  session.tell(isCopied ? 'info' : 'error', isCopied ? 'Copied the link to what is seen.' : `The browser does not let the page copy. ${location.href}`);
}

/** A guide that was written for the window is open from the start, where there is room. */
function panesFor(guide: string | null): PaneLayout {
  const panes = structuredClone(defaultPanes);
  panes.folded.right = innerWidth < 1200 || !guide?.includes('](sim:');
  return panes;
}

/** The network, and beside it, where there is room, what is learned. */
function firstArrangement(): Arrangement {
  const network: Arrangement = { tabs: ['network'], active: 'network' };
  const tables = (session.hello.peek()?.tables ?? []).filter(({ mode }) => mode !== '');
  // Of a simulation that does not learn what counts is how each trial goes.
  const scales = tables.some(({ mode }) => mode === 'Train') ? ['Epoch', 'Trial'] : ['Cycle', 'Trial'];
  const rank = (scale: string) => (scales.includes(scale) ? scales.indexOf(scale) : scales.length);
  const plots = [...tables]
    .sort((a, b) => rank(a.scale) - rank(b.scale))
    .slice(0, firstPlots)
    .map(({ name }) => `plot:${name}`);
  const [first] = plots;
  if (!first) return network;
  const right = { tabs: plots, active: first };
  return innerWidth >= 1200 ? { direction: 'row', share: 0.5, first: network, second: right } : { tabs: ['network', ...plots], active: 'network' };
}

function simulationName(): string {
  return session.hello.peek()?.simulation.name ?? '';
}

function netView(): NetView | undefined {
  return workspace.openIds.map(id => workspace.find(id)).find(view => view instanceof NetView);
}

function layerChosen(name: string): void {
  frame.toggle('left', true);
  form.find(`#${name}.`);
}

/** Opens a table as it is shown first, or a view by its id. */
function openTable(name: string): void {
  const table = session.tables.peek().get(name);
  workspace.open(table ? firstView(table) : name);
}

function followLink(target: Target): void {
  switch (target.does) {
    case 'init':
      controls.init();
      break;
    case 'run':
      controls.run(target.mode ?? undefined);
      break;
    case 'step':
      controls.step(target.scale ?? undefined);
      break;
    case 'tab':
      openTable(target.view);
      break;
    case 'variable':
      workspace.open('network');
      netView()?.show(target.name);
      break;
    case 'parameter':
    case 'set':
      frame.toggle('left', true);
      form.point(target.path, target.does === 'set' ? target.value : undefined);
      break;
    case 'action': {
      const action = session.hello.peek()?.actions.find(({ name }) => name === target.name);
      if (action) doAction(session, action);
    }
  }
}
