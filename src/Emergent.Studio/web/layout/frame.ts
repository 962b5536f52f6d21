import { iconButton } from '../dom/controls';
import { h } from '../dom/h';
import { splitter } from './splitter';

export type Pane = 'left' | 'right' | 'bottom';

/** How the panes are: their sizes in pixels and whether they are folded. */
export interface PaneLayout {
  sizes: Record<Pane, number>;
  folded: Record<Pane, boolean>;
}

export const defaultPanes: PaneLayout = { sizes: { left: 320, right: 300, bottom: 140 }, folded: { left: false, right: true, bottom: true } };

const limits: Record<Pane, [number, number]> = { left: [200, 520], right: [200, 620], bottom: [70, 480] };
const narrow = matchMedia('(max-width: 899.5px)');

/** The regions of the page: a toolbar, three panes that fold around the centre, a status line. */
export class PageFrame {
  readonly element: HTMLElement;
  /** Called with the layout after its user has changed it. */
  onchange: (layout: PaneLayout) => void = () => {};
  #layout: PaneLayout = structuredClone(defaultPanes);
  /** On a narrow page panes lie over the centre, so that at most one is open, and none at first. */
  #drawer: Pane | null = null;
  #panes: Record<Pane, HTMLElement>;
  #listeners: (() => void)[] = [];

  constructor(toolbar: HTMLElement, left: HTMLElement, notices: HTMLElement[], private readonly centre: HTMLElement, right: HTMLElement, bottom: HTMLElement, status: HTMLElement) {
    const titled = (pane: Pane, title: string, content: HTMLElement) =>
      h(
        'aside',
        { class: `pane ${pane}`, 'aria-label': title },
        h(
          'header',
          {},
          h('h2', {}, title),
          iconButton('close', `Fold ${title.toLowerCase()}`, () => this.toggle(pane)),
        ),
        content,
      );
    this.#panes = { left: titled('left', 'Parameters', left), right: titled('right', 'Guide', right), bottom: titled('bottom', 'Log', bottom) };
    const bar = (pane: Pane, direction: 'row' | 'column', sign: 1 | -1) =>
      splitter(
        direction,
        `Size of ${this.#panes[pane].getAttribute('aria-label')?.toLowerCase()}`,
        pixels => {
          const [least, most] = limits[pane];
          this.#layout.sizes[pane] = Math.min(Math.max(this.#layout.sizes[pane] + sign * pixels, least), most);
          this.#apply();
        },
        () => this.onchange(this.#layout),
      );
    this.#panes.left.append(bar('left', 'row', 1));
    this.#panes.right.append(bar('right', 'row', -1));
    this.#panes.bottom.append(bar('bottom', 'column', -1));
    this.element = h(
      'div',
      { class: 'page' },
      toolbar,
      h('div', { class: 'middle' }, this.#panes.left, h('main', { class: 'centre' }, notices, centre, this.#panes.bottom), this.#panes.right),
      status,
    );
    narrow.addEventListener('change', () => this.#apply());
    this.element.addEventListener('pointerdown', event => {
      if (this.centre.inert && (event.target as Element).matches('.middle, .centre')) this.toggle(this.#drawer!);
    });
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Escape' && narrow.matches && this.#drawer) this.toggle(this.#drawer);
    });
    this.#apply();
  }

  set layout(layout: PaneLayout) {
    this.#layout = layout;
    this.#apply();
  }

  isOpen(pane: Pane): boolean {
    return narrow.matches ? this.#drawer === pane : !this.#layout.folded[pane];
  }

  toggle(pane: Pane, open = !this.isOpen(pane)): void {
    if (narrow.matches) this.#drawer = open ? pane : this.#drawer === pane ? null : this.#drawer;
    else {
      this.#layout.folded[pane] = !open;
      this.onchange(this.#layout);
    }
    this.#apply();
  }

  /** Calls back whenever a pane has been folded or opened. */
  follow(listener: () => void): void {
    this.#listeners.push(listener);
    listener();
  }

  #apply(): void {
    for (const [pane, element] of Object.entries(this.#panes) as [Pane, HTMLElement][]) {
      const isOpen = this.isOpen(pane);
      element.hidden = !isOpen;
      const size = `${this.#layout.sizes[pane]}px`;
      if (pane === 'bottom') element.style.height = size;
      else element.style.width = size;
    }
    // What lies half under a pane cannot be pressed by accident; a press beside the pane closes it.
    this.centre.inert = narrow.matches && (this.#drawer === 'left' || this.#drawer === 'right');
    for (const listener of this.#listeners) listener();
  }
}
