import { fill, h } from '../dom/h';
import { effect } from '../dom/signal';
import type { Session } from '../protocol/session';

/** What ended the simulation, where that was, and the way on; hidden while all is well. */
export function failureBanner(session: Session, init: () => void): HTMLElement {
  const element = h('div', { class: 'failure', role: 'alert', hidden: true });
  effect(() => {
    const { state, message, mode, counters } = session.status();
    element.hidden = state !== 'failed';
    if (element.hidden) return;
    const place = Object.entries(counters).map(([name, value]) => `${name} ${value}`);
    fill(
      element,
      h('p', {}, h('strong', {}, message || 'The simulation was ended by an error.'), ` ${mode}, ${place.join(', ')}.`),
      h('p', {}, 'Parameters and views go on working; Init starts afresh.'),
      h('button', { type: 'button', class: 'button', onclick: init }, 'Init'),
    );
  });
  return element;
}
