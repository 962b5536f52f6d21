import { fill, h } from '../dom/h';
import { effect } from '../dom/signal';
import type { Session } from '../protocol/session';

/** The lines of the log, the newest at the end. */
export function logPane(session: Session): HTMLElement {
  const list = h('ol', { class: 'log', tabindex: 0, 'aria-label': 'Log' });
  effect(() => {
    const lines = session.log();
    const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 8;
    if (lines.length === 0) fill(list, h('li', { class: 'muted' }, 'Nothing has been said yet.'));
    else
      fill(
        list,
        lines.map(({ time, level, text }) => h('li', { class: level }, h('time', {}, clock(time)), h('span', {}, level === 'error' ? `Error: ${text}` : text))),
      );
    if (isAtEnd) list.scrollTop = list.scrollHeight;
  });
  return list;
}

function clock(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : date.toLocaleTimeString(undefined, { hour12: false });
}
