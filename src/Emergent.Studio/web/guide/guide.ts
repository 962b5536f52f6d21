import { fill, h } from '../dom/h';
import { effect } from '../dom/signal';
import type { Session } from '../protocol/session';
import { markdown } from './markdown';

/** Follows a link of a guide to a control of the page: `sim:Init`, `sim:tab/Network`, `sim:var/r.Wt`, `sim:param/Sim.Epochs`. */
export type FollowLink = (target: string) => void;

/** The simulation's guide, whose links use the page. */
export function guidePane(session: Session, follow: FollowLink): HTMLElement {
  const element = h('div', { class: 'guide', tabindex: 0, 'aria-label': 'Guide' });
  effect(() => {
    const simulation = session.hello()?.simulation;
    if (!simulation) return;
    const text = simulation.guide || simulation.description;
    fill(
      element,
      text
        ? markdown(text, (label, target) =>
            target.startsWith('sim:')
              ? h('button', { type: 'button', class: 'sim-link', onclick: () => follow(target.slice(4)) }, label)
              : h('a', { href: /^(https?:|#)/.test(target) ? target : '#', target: '_blank', rel: 'noreferrer noopener' }, label),
          )
        : h('p', { class: 'empty' }, 'This simulation has no guide.'),
    );
  });
  return element;
}
