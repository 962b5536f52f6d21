import { iconButton } from '../dom/controls';
import { h, say } from '../dom/h';
import { effect } from '../dom/signal';
import type { Session } from '../protocol/session';
import { words } from '../toolbar/toolbar';

const shownFor = 12_000; // ms; the log keeps it

/** What an action has answered, over the lower edge of the views for a while; a table is opened instead. */
export function answerNotice(session: Session, openTable: (name: string) => void): HTMLElement {
  const text = h('p', { role: 'status' });
  const element = h(
    'div',
    { class: 'action-answer', hidden: true },
    text,
    iconButton('close', 'Close the answer', () => hide()),
  );
  let end = 0;
  const hide = () => {
    element.hidden = true;
    say(text, '');
  };
  effect(() => {
    const answer = session.answer();
    clearTimeout(end);
    hide();
    if (!answer) return;
    const { action, result } = answer;
    if (typeof result === 'object' && result !== null) {
      openTable(result.table);
      return;
    }
    element.hidden = false;
    say(text, result === null ? `${words(action)}: done` : `${words(action)}: ${result}`);
    end = window.setTimeout(hide, shownFor);
  });
  return element;
}
