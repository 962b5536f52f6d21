import { iconButton } from '../dom/controls';
import { h, say } from '../dom/h';
import { effect } from '../dom/signal';
import type { Session } from '../protocol/session';
import type { Connection } from '../protocol/socket';
import type { PageFrame } from './frame';

const connections: Record<Connection, string> = {
  connecting: 'connecting…',
  open: 'connected',
  silent: 'no answer from the simulation',
  closed: 'disconnected, trying again',
};

/** The line at the bottom: the last word of the log, the history, the connection. */
export function statusLine(session: Session, fold: () => PageFrame): HTMLElement {
  const last = h('span', { class: 'last' });
  const history = h('span', {});
  const connection = h('span', { class: 'connection', role: 'status' });
  const button = iconButton('bottom', 'Log (`)', () => fold().toggle('bottom'));
  effect(() => {
    const line = session.log().at(-1);
    say(last, line ? line.text : '');
    last.classList.toggle('error', line?.level === 'error');
  });
  effect(() => {
    const { count, bytes, budget } = session.history();
    say(history, count === 0 ? 'no records' : `${count === 1 ? '1 record' : `${count} records`}, ${megabytes(bytes)} of ${megabytes(budget)} MB`);
  });
  effect(() => {
    const state = session.connection();
    connection.dataset.state = state;
    say(connection, connections[state]);
  });
  return h('footer', { class: 'status-line' }, button, last, h('span', { class: 'grow' }), history, connection);
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
