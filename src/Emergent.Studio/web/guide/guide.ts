import { iconButton, saveFile } from '../dom/controls';
import { fill, h } from '../dom/h';
import { effect } from '../dom/signal';
import { keep, load } from '../layout/store';
import { choicesOf } from '../netview/chooser';
import type { Session } from '../protocol/session';
import { answersText } from './answers';
import { type Known, type Target, targetOf } from './links';
import { markdown } from './markdown';

/** The simulation's guide: links that use the page, and boxes for answers, which are kept in the browser. */
export function guidePane(session: Session, follow: (target: Target) => void): HTMLElement {
  const element = h('div', { class: 'guide', tabindex: 0, 'aria-label': 'Guide' });
  let links: { button: HTMLButtonElement; link: string }[] = [];
  let drawn = '';
  effect(() => {
    const simulation = session.hello()?.simulation;
    if (!simulation) return;
    const text = simulation.guide || simulation.description;
    // What is being written into a box is left in peace when other things become known.
    if (drawn === `${simulation.name}\n${text}`) return;
    drawn = `${simulation.name}\n${text}`;
    links = [];
    const key = `${simulation.name}/answers`;
    const answers = load<Record<string, string>>(key, {});
    let hasAnswers = false;
    const link = (label: (Node | string)[], target: string) => {
      if (!target.startsWith('sim:')) return h('a', { href: /^(https?:|#)/.test(target) ? target : '#', target: '_blank', rel: 'noreferrer noopener' }, label);
      const button = h(
        'button',
        {
          type: 'button',
          class: 'sim-link',
          onclick: () => {
            const found = targetOf(target.slice(4), known());
            if ('why' in found) session.tell('error', `Guide: the link ${target} leads nowhere. ${found.why}`);
            else follow(found);
          },
        },
        label,
      );
      links.push({ button, link: target.slice(4) });
      return button;
    };
    const answer = (id: string) => {
      hasAnswers = true;
      const area = h('textarea', {
        class: 'answer',
        rows: 4,
        placeholder: 'Your answer; it is kept in this browser.',
        'aria-label': `Answer ${id}`,
        oninput: () => {
          answers[id] = area.value;
          keep(key, answers);
        },
      });
      area.value = answers[id] ?? '';
      return area;
    };
    fill(element, text ? markdown(text, link, answer) : h('p', { class: 'empty' }, 'This simulation has no guide.'));
    if (hasAnswers)
      element.append(
        h(
          'p',
          { class: 'guide-end' },
          'All questions with your answers, as Markdown',
          iconButton('save', 'Save the answers', () => saveFile(`${simulation.name} answers.md`, answersText(simulation.title || simulation.name, text, answers), 'text/markdown')),
        ),
      );
    mark();
  });
  const known = (): Known => {
    const hello = session.hello();
    const network = session.network();
    return {
      modes: hello?.modes ?? [],
      actions: hello?.actions.map(({ name }) => name) ?? [],
      parameters: (hello?.form ?? []).map(({ path }) => path),
      variables: network ? choicesOf(network).map(({ name }) => name) : [],
      tables: [...session.tables().keys()],
    };
  };
  // A link that leads nowhere shows it, and says why.
  const mark = () => {
    const all = known();
    for (const { button, link } of links) {
      const found = targetOf(link, all);
      const isBroken = 'why' in found;
      button.classList.toggle('broken', isBroken);
      button.title = isBroken ? `This link leads nowhere. ${found.why}` : words(found);
    }
  };
  effect(mark);
  return element;
}

/** What a link does, in words. */
function words(target: Target): string {
  switch (target.does) {
    case 'init':
      return 'Presses Init';
    case 'run':
      return target.mode ? `Runs ${target.mode}` : 'Presses Run';
    case 'step':
      return target.scale ? `Steps by one ${target.scale}` : 'Presses Step';
    case 'tab':
      return `Opens ${target.view}`;
    case 'variable':
      return `Shows ${target.name} in the network`;
    case 'parameter':
      return `Shows where ${target.path} is set`;
    case 'set':
      return `Sets ${target.path} to ${target.value}`;
    case 'action':
      return `Does '${target.name}'`;
  }
}
