import { fill, h } from '../dom/h';
import type { NetworkInfo, ProjectionInfo, VariableInfo } from '../protocol/messages';

/** A variable that can be shown: of units, or of the synapses of one unit. */
export interface Choice {
  name: string;
  info: VariableInfo;
  isSynaptic: boolean;
}

/** All that a network can show: its unit variables, then for each synaptic variable the receiving and the sending side. */
export function choicesOf(network: NetworkInfo): Choice[] {
  return [
    ...network.unitVariables.map(info => ({ name: info.name, info, isSynaptic: false })),
    ...network.synapseVariables.flatMap(info => ['r', 's'].map(side => ({ name: `${side}.${info.name}`, info, isSynaptic: true }))),
  ];
}

/** The classes and types that tell projections between the same two layers apart; none where there is at most one between any two. */
export function ambiguous({ projections }: NetworkInfo): string[] {
  const namesOf = ({ classes, type }: ProjectionInfo) => new Set([...classes, type]);
  const kinds = projections.flatMap(one =>
    projections
      .filter(other => other !== one && other.sender === one.sender && other.receiver === one.receiver)
      .flatMap(other => [...namesOf(one)].filter(name => !namesOf(other).has(name))),
  );
  return [...new Set(kinds)].sort();
}

export function describe({ name, info }: Choice): string {
  if (name.startsWith('r.')) return `${name}: of the synapses that the selected unit receives. ${info.description}`;
  if (name.startsWith('s.')) return `${name}: of the synapses that the selected unit sends. ${info.description}`;
  return `${name}: ${info.description}`;
}

/** The variables as buttons in columns under the headings of their groups; where there is no room, as a drop-down. */
export class Chooser {
  readonly element = h('div', { class: 'chooser', role: 'group', 'aria-label': 'Variable' });
  readonly select: HTMLSelectElement;
  #buttons = new Map<string, HTMLButtonElement>();
  #chosen = '';
  #columns = 0;

  constructor(
    private readonly choose: (name: string) => void,
    columns: number,
  ) {
    this.setColumns(columns);
    this.select = h('select', { class: 'chooser-select', 'aria-label': 'Variable', onchange: () => choose(this.select.value) });
    // One stop for Tab, arrows inside.
    this.element.addEventListener('keydown', event => {
      const all = [...this.#buttons.values()];
      const now = all.indexOf(document.activeElement as HTMLButtonElement);
      const step = { ArrowDown: this.#columns, ArrowUp: -this.#columns, ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined || now < 0) return;
      event.preventDefault();
      const next = all[Math.min(Math.max(now + step, 0), all.length - 1)]!;
      next.focus();
      next.click();
    });
  }

  /** In how many columns the buttons stand. */
  setColumns(count: number): void {
    this.#columns = count;
    this.element.style.setProperty('--columns', String(count));
  }

  set(choices: Choice[], chosen: string): void {
    const groups = new Map<string, Choice[]>();
    for (const choice of choices) {
      const group = choice.isSynaptic ? 'Synapses' : choice.info.group || 'Unit';
      groups.set(group, [...(groups.get(group) ?? []), choice]);
    }
    this.#buttons.clear();
    const button = (choice: Choice) => {
      const element = h('button', { type: 'button', title: describe(choice), onclick: () => this.choose(choice.name) }, choice.name);
      this.#buttons.set(choice.name, element);
      return element;
    };
    fill(
      this.element,
      [...groups].map(([group, members]) => h('section', {}, h('h3', {}, group), h('div', { class: 'chips' }, members.map(button)))),
    );
    fill(
      this.select,
      [...groups].map(([group, members]) =>
        h(
          'optgroup',
          { label: group },
          members.map(({ name }) => h('option', { value: name }, name)),
        ),
      ),
    );
    this.mark(chosen);
  }

  mark(chosen: string): void {
    this.#chosen = chosen;
    for (const [name, button] of this.#buttons) {
      button.setAttribute('aria-pressed', String(name === chosen));
      button.tabIndex = name === chosen ? 0 : -1;
    }
    this.select.value = chosen;
  }

  focus(): void {
    if (this.element.offsetParent) this.#buttons.get(this.#chosen)?.focus();
    else this.select.focus();
  }
}
