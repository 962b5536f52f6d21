import { iconButton, menuItem, numberField, popover, select, setChoices } from '../dom/controls';
import { type Child, fill, h, say } from '../dom/h';
import { icon } from '../dom/icons';
import { effect } from '../dom/signal';
import type { PageFrame } from '../layout/frame';
import { theme, toggleTheme } from '../layout/theme';
import type { Action, Status } from '../protocol/messages';
import type { Session } from '../protocol/session';
import { actionForm } from './actions';
import type { RunControls } from './controls';

const inlineActions = 3;

/** The row of controls. */
export function toolbar(session: Session, controls: RunControls, frame: () => PageFrame, help: () => Child): HTMLElement {
  const title = h('h1', {}, 'emergent');
  const modes = h('div', { class: 'segments', role: 'group', 'aria-label': 'Mode' });
  const init = h(
    'button',
    { type: 'button', class: 'button', title: 'Initialize: parameters, environment and weights (I)', onclick: controls.init },
    icon('init'),
    h('span', {}, 'Init'),
  );
  const runIcon = h('span', { class: 'icon-slot' });
  const runLabel = h('span', {});
  const run = h('button', { type: 'button', class: 'button primary run', title: 'Run or stop (Space)', onclick: controls.runOrStop }, runIcon, runLabel);
  const stopAt = h('button', { type: 'button', class: 'button run-more', 'aria-label': 'Where to stop', title: 'Where to stop' }, icon('down'));
  popover(stopAt, () => stopItems(session, controls));
  const step = h(
    'button',
    { type: 'button', class: 'button', title: 'Step (.)', 'aria-label': 'Step', onclick: () => controls.step() },
    icon('step'),
    h('span', { class: 'wide-only' }, 'Step'),
  );
  const scale = select('What a step is', ['Trial'], 'Trial', value => {
    controls.scale = value;
  });
  const count = numberField('How many steps', 1, value => {
    controls.count = Math.max(Math.round(value), 1);
    count.value = String(controls.count);
  });
  const actions = h('div', { class: 'actions' });
  const more = iconButton('more', 'More', () => {});
  popover(more, () => [
    (session.hello()?.actions ?? []).map(action => actionItem(session, action)),
    menuItem('New seed at the next Init', () => void session.command('seed')),
    h('hr'),
    menuItem([icon(theme() === 'dark' ? 'sun' : 'moon'), theme() === 'dark' ? 'Light theme' : 'Dark theme'], toggleTheme),
    help(),
  ]);
  const state = h('span', { class: 'state', role: 'status' });
  const counters = h('dl', { class: 'counters', 'aria-label': 'Counters' });
  const progressText = h('span', { class: 'progress-text' });
  const bar = h('div', { class: 'progress-bar' });
  const progress = h('div', { class: 'progress', role: 'progressbar', 'aria-label': 'Progress', 'aria-valuemin': 0, 'aria-valuemax': 100 }, bar);
  const left = iconButton('left', 'Parameters ([)', () => frame().toggle('left'));
  const right = iconButton('guide', 'Guide (])', () => frame().toggle('right'));
  queueMicrotask(() =>
    frame().follow(() => {
      left.setAttribute('aria-pressed', String(frame().isOpen('left')));
      right.setAttribute('aria-pressed', String(frame().isOpen('right')));
    }),
  );

  effect(() => {
    const hello = session.hello();
    if (!hello) return;
    say(title, hello.simulation.title || hello.simulation.name);
    title.title = hello.simulation.description;
    document.title = `${title.textContent} · emergent`;
    const shown = hello.actions.length <= inlineActions ? hello.actions : hello.actions.slice(0, inlineActions);
    fill(
      actions,
      shown.map(action => actionButton(session, action)),
    );
  });
  effect(() => {
    const hello = session.hello();
    const mode = session.mode();
    fill(
      modes,
      (hello?.modes ?? []).map(({ name }) =>
        h('button', { type: 'button', 'aria-pressed': String(name === mode), onclick: () => session.mode.set(name) }, name),
      ),
    );
    modes.hidden = (hello?.modes.length ?? 0) < 2;
    const scales = hello?.modes.find(({ name }) => name === mode)?.scales ?? ['Trial'];
    if (!scales.includes(controls.scale)) controls.scale = scales.includes('Trial') ? 'Trial' : scales[0]!;
    setChoices(scale, scales, controls.scale);
  });
  effect(() => {
    const status = session.status();
    const connection = session.connection();
    // Before the greeting has come there is nothing to run.
    const isOpen = connection === 'open' && session.hello() !== null;
    const isRunning = status.state === 'running' || status.state === 'stopping';
    fill(runIcon, icon(isRunning ? 'stop' : 'play'));
    say(runLabel, status.state === 'stopping' ? 'Stop now' : isRunning ? 'Stop' : 'Run');
    run.classList.toggle('stop', isRunning);
    // The menu keeps its place when nothing runs, so that no button moves under the pointer.
    stopAt.disabled = !isOpen || !isRunning;
    stopAt.classList.toggle('stop', isRunning);
    for (const button of [step, init]) button.disabled = !isOpen || (isRunning && button === step);
    run.disabled = !isOpen;
    for (const button of actions.querySelectorAll('button')) button.disabled = !isOpen || isRunning;
    const words = isOpen ? status.words || status.state : connection === 'silent' ? 'no answer' : session.hello() ? 'disconnected' : 'connecting…';
    state.dataset.state = isOpen ? status.state : 'disconnected';
    say(state, words);
    state.title = status.message ?? words;
    init.classList.toggle('due', status.pending > 0 && !isRunning);
    init.title =
      status.pending > 0 ? `Initialize (I): ${changes(status.pending)} will apply` : 'Initialize: parameters, environment and weights (I)';
    drawCounters(counters, status);
    const share = isRunning && status.share !== null ? Math.min(Math.max(status.share, 0), 1) : null;
    progress.dataset.on = String(share !== null);
    bar.style.transform = `scaleX(${share ?? 0})`;
    if (share === null) progress.removeAttribute('aria-valuenow');
    else progress.setAttribute('aria-valuenow', String(Math.round(100 * share)));
    say(progressText, share === null ? '' : `${Math.floor(100 * share)} %${status.remaining !== null ? ` · ${duration(status.remaining)} left` : ''}`);
  });

  return h(
    'header',
    { class: 'toolbar' },
    left,
    title,
    h(
      'div',
      { class: 'buttons', role: 'toolbar', 'aria-label': 'Running' },
      modes,
      init,
      h('span', { class: 'joined' }, run, stopAt),
      h('span', { class: 'joined step' }, step, scale, h('span', { class: 'times', 'aria-hidden': 'true' }, '×'), count),
      actions,
      more,
    ),
    h('div', { class: 'now' }, state, counters, progressText),
    right,
    progress,
  );
}

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

function stopItems(session: Session, controls: RunControls) {
  const scales = session.hello()?.modes.find(({ name }) => name === session.mode())?.scales ?? [];
  const ends = scales.filter(scale => !['Cycle', 'Quarter', 'Phase'].includes(scale));
  return [
    menuItem('Stop now', () => controls.stop('now')),
    ends.map(scale => menuItem(`Stop at the end of the ${scale.toLowerCase()}`, () => controls.stop(scale))),
  ];
}

function actionButton(session: Session, action: Action): HTMLElement {
  const button = h('button', { type: 'button', class: 'button', title: action.description }, words(action.name));
  if (action.parameters.length > 0) popover(button, () => actionForm(session, action, button), false);
  else button.addEventListener('click', () => doAction(session, action));
  return button;
}

function actionItem(session: Session, action: Action): HTMLElement {
  return menuItem(`${words(action.name)}${action.parameters.length > 0 ? '…' : ''}`, () => doAction(session, action), { title: action.description });
}

/** Does what an action is, once it has been told what it wants to know. */
export function doAction(session: Session, action: Action): void {
  if (action.parameters.length === 0) {
    session.act(action.name, {}).catch((reason: Error) => session.tell('error', `${action.name}: ${reason.message}`));
    return;
  }
  const dialog = h('dialog', { 'aria-label': words(action.name) });
  dialog.append(actionForm(session, action, dialog));
  dialog.addEventListener('close-popover', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** `TestItem` as words: `Test item`; a name with spaces is kept. */
export function words(name: string): string {
  if (name.includes(' ')) return name;
  return name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`);
}

// The counters keep their elements while their names stay, so that only texts change.
function drawCounters(list: HTMLElement, { counters, trialName }: Status) {
  const entries: [string, string][] = Object.entries(counters).map(([name, value]) => [name, String(value)]);
  if (trialName) entries.push(['Name', trialName]);
  const names = entries.map(([name]) => name).join();
  if (list.dataset.names !== names) {
    list.dataset.names = names;
    fill(
      list,
      entries.map(([name]) => h('div', { class: name === 'Name' ? 'name' : `counter-${name.toLowerCase()}` }, h('dt', {}, name), h('dd', {}))),
    );
  }
  list.querySelectorAll('dd').forEach((element, index) => {
    say(element, entries[index]![1]);
  });
}

/** Seconds as `1:05` or `2 h 10 min`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
