import { iconButton, menuItem, popover } from '../dom/controls';
import { fill, h } from '../dom/h';
import { type IconName, icon } from '../dom/icons';
import { splitter } from './splitter';

/** What a tab shows. */
export interface View {
  element: HTMLElement;
  /** It has come into view: it asks for what is new. */
  shown(): void;
  /** It is out of view: it asks for nothing. */
  hidden(): void;
  dispose(): void;
  /** What it shows, for a link: for a NetView in words of its own, else what is wished otherwise than usual. */
  readonly seen?: object;
}

/** A view that can be opened. */
export interface ViewOffer {
  id: string;
  title: string;
  icon: IconName;
}

/** Views of one thing: what it is called, and the views of it that are not open, the usual one first. */
export interface OfferGroup {
  title: string;
  offers: ViewOffer[];
}

interface Group {
  tabs: string[];
  active: string;
}

interface Split {
  direction: 'row' | 'column';
  /** The part of the first. */
  share: number;
  first: Node;
  second: Node;
}

type Node = Group | Split;
export type Arrangement = Node;

/** On a page too narrow for two views all tabs are in one group; the arrangement comes back with the room. */
const narrow = matchMedia('(max-width: 759.5px)');

const isSplit = (node: Node): node is Split => 'direction' in node;

export interface WorkspaceOptions {
  /** Makes a view: as its user had it last, or as a link says. */
  create(id: string, linked: object | null): View | null;
  offers(): OfferGroup[];
  describe(id: string): ViewOffer;
  /** Opens what is not offered, as from a file. */
  more: { title: string; open(): void };
  changed(arrangement: Arrangement): void;
}

/** The centre: groups of tabs, side by side and above each other. */
export class Workspace {
  readonly element = h('div', { class: 'workspace' });
  #root: Node = { tabs: [], active: '' };
  #views = new Map<string, View>();
  #visible = new Set<string>();
  #lastActive = '';

  constructor(private readonly options: WorkspaceOptions) {
    narrow.addEventListener('change', () => this.#render());
  }

  /** Shows an arrangement; tabs of which there is nothing to show are left out. With what a link says of views, they begin anew as it says, or as usual. */
  restore(arrangement: Arrangement, linked: Readonly<Record<string, object>> | null): void {
    if (linked) {
      for (const view of this.#views.values()) view.dispose();
      this.#views.clear();
      this.#visible.clear();
    }
    const prune = (node: Node): Node | null => {
      if (!isSplit(node)) {
        const tabs = node.tabs.filter(id => this.#view(id, linked && (linked[id] ?? {})));
        return tabs.length === 0 ? null : { tabs, active: tabs.includes(node.active) ? node.active : tabs[0]! };
      }
      const [first, second] = [prune(node.first), prune(node.second)];
      return first && second ? { ...node, first, second } : (first ?? second);
    };
    this.#root = prune(arrangement) ?? { tabs: [], active: '' };
    this.#render();
  }

  /** Shows a view: its tab if it is open, else a new one in the last group, so that the network stays in sight. */
  open(id: string): void {
    const at = this.#groupOf(id);
    this.#lastActive = id;
    if (at) at.active = id;
    else if (this.#view(id)) {
      const group = this.#groups().at(-1)!;
      group.tabs.push(id);
      group.active = id;
    }
    this.#changed();
  }

  get arrangement(): Arrangement {
    return this.#root;
  }

  /** The tab that was chosen last. */
  get active(): string {
    return this.openIds.includes(this.#lastActive) ? this.#lastActive : (this.#groups()[0]?.active ?? '');
  }

  /** The view of an id, if it is open. */
  find(id: string): View | undefined {
    return this.#groupOf(id) ? this.#views.get(id) : undefined;
  }

  get openIds(): string[] {
    return this.#groups().flatMap(group => group.tabs);
  }

  close(id: string): void {
    const group = this.#groupOf(id);
    if (!group) return;
    const index = group.tabs.indexOf(id);
    group.tabs.splice(index, 1);
    if (group.active === id) group.active = group.tabs[Math.min(index, group.tabs.length - 1)] ?? '';
    this.#dropEmpty();
    this.#changed();
    this.#views.get(id)?.dispose();
    this.#views.delete(id);
  }

  #view(id: string, linked: object | null = null): View | null {
    const known = this.#views.get(id);
    if (known) return known;
    const view = this.options.create(id, linked);
    if (view) this.#views.set(id, view);
    return view;
  }

  #groups(node: Node = this.#root): Group[] {
    return isSplit(node) ? [...this.#groups(node.first), ...this.#groups(node.second)] : [node];
  }

  #groupOf(id: string): Group | undefined {
    return this.#groups().find(group => group.tabs.includes(id));
  }

  #replace(old: Node, next: Node, node: Node = this.#root): void {
    if (node === old) this.#root = next;
    else if (isSplit(node)) {
      if (node.first === old) node.first = next;
      else if (node.second === old) node.second = next;
      else {
        this.#replace(old, next, node.first);
        this.#replace(old, next, node.second);
      }
    }
  }

  #dropEmpty(): void {
    const tidy = (node: Node): Node | null => {
      if (!isSplit(node)) return node.tabs.length > 0 ? node : null;
      const [first, second] = [tidy(node.first), tidy(node.second)];
      if (!first || !second) return first ?? second;
      node.first = first;
      node.second = second;
      return node;
    };
    this.#root = tidy(this.#root) ?? { tabs: [], active: '' };
  }

  #split(group: Group, direction: Split['direction'], id: string): void {
    const from = this.#groupOf(id);
    if (from) {
      from.tabs.splice(from.tabs.indexOf(id), 1);
      if (from.active === id) from.active = from.tabs[0] ?? '';
    }
    this.#replace(group, { direction, share: 0.5, first: group, second: { tabs: [id], active: id } });
    this.#dropEmpty();
  }

  #move(id: string, to: Group): void {
    const from = this.#groupOf(id);
    if (!from || from === to) return;
    from.tabs.splice(from.tabs.indexOf(id), 1);
    if (from.active === id) from.active = from.tabs[0] ?? '';
    to.tabs.push(id);
    to.active = id;
    this.#dropEmpty();
  }

  #changed(): void {
    this.#render();
    this.options.changed(this.#root);
  }

  #render(): void {
    const focused = document.activeElement?.id;
    const root = narrow.matches ? this.#merged() : this.#root;
    fill(this.element, this.#draw(root));
    const visible = new Set(this.#groups(root).map(group => group.active));
    for (const id of this.#visible) if (!visible.has(id)) this.#views.get(id)?.hidden();
    for (const id of visible) if (!this.#visible.has(id)) this.#views.get(id)?.shown();
    this.#visible = visible;
    for (const tab of this.element.querySelectorAll('.tab[aria-selected=true]')) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focused) document.getElementById(focused)?.focus();
  }

  #merged(): Group {
    const tabs = this.openIds;
    return { tabs, active: tabs.includes(this.#lastActive) ? this.#lastActive : (tabs[0] ?? '') };
  }

  #draw(node: Node): HTMLElement {
    if (!isSplit(node)) return this.#drawGroup(node);
    const [first, second] = [this.#draw(node.first), this.#draw(node.second)];
    const apply = () => {
      first.style.flex = `${node.share} 1 0`;
      second.style.flex = `${1 - node.share} 1 0`;
    };
    const both = h('div', { class: `split ${node.direction}` });
    const bar = splitter(
      node.direction,
      'Between two groups of tabs',
      pixels => {
        const size = node.direction === 'row' ? both.clientWidth : both.clientHeight;
        node.share = Math.min(Math.max(node.share + pixels / Math.max(size, 1), 0.12), 0.88);
        apply();
      },
      () => this.options.changed(this.#root),
    );
    apply();
    both.append(first, bar, second);
    return both;
  }

  #drawGroup(group: Group): HTMLElement {
    const index = this.#groups().indexOf(group) + 1;
    const tabs = group.tabs.map(id => this.#drawTab(group, id, index));
    const more = iconButton('plus', 'Open a view', () => {});
    popover(more, () => {
      const groups = this.options.offers();
      const openHere = (id: string) => () => {
        if (narrow.matches) this.open(id);
        else if (this.#view(id)) {
          group.tabs.push(id);
          group.active = id;
          this.#changed();
        }
      };
      const offers = groups.map(({ title, offers: [first, ...others] }) =>
        h(
          'div',
          { class: 'menu-row' },
          menuItem([icon(first!.icon), title], openHere(first!.id), { 'aria-label': first!.title, title: first!.title }),
          others.map(offer => menuItem(icon(offer.icon), openHere(offer.id), { 'aria-label': offer.title, title: offer.title, class: 'short' })),
        ),
      );
      const { title, open } = this.options.more;
      return [offers.length === 0 ? h('p', { class: 'muted' }, 'Everything is open.') : offers, h('hr'), menuItem([icon('table'), title], open)];
    });
    const canSplit = group.tabs.length > 1 && !narrow.matches;
    const splitTo = (direction: Split['direction']) => () => {
      this.#split(group, direction, group.active);
      this.#changed();
    };
    const panel = h('div', {
      class: 'tab-panel',
      role: 'tabpanel',
      id: `panel-${index}`,
      'aria-label': group.active ? this.options.describe(group.active).title : 'Empty',
    });
    const view = group.active ? this.#view(group.active) : null;
    panel.append(view?.element ?? h('p', { class: 'empty' }, 'No view is open here. Open one with +.'));
    const element = h(
      'section',
      { class: 'group' },
      h(
        'div',
        { class: 'tab-bar' },
        h(
          'div',
          { class: 'tabs', role: tabs.length > 0 ? 'tablist' : null, 'aria-label': 'Views' },
          tabs.map(tab => tab.tab),
        ),
        more,
        h('span', { class: 'grow' }),
        iconButton('splitRight', 'Move this tab to the right', splitTo('row'), { disabled: !canSplit, hidden: narrow.matches }),
        iconButton('splitBelow', 'Move this tab below', splitTo('column'), { disabled: !canSplit, hidden: narrow.matches }),
        iconButton('close', 'Close this tab', () => this.close(group.active), { disabled: this.openIds.length < 2 }),
      ),
      panel,
    );
    this.#acceptTabs(element, group);
    return element;
  }

  #drawTab(group: Group, id: string, index: number) {
    const { title, icon: name } = this.options.describe(id);
    const isActive = id === group.active;
    const activate = (other: string) => {
      this.open(other);
      document.getElementById(tabId(other))?.focus();
    };
    const tab = h(
      'button',
      {
        type: 'button',
        class: 'tab',
        role: 'tab',
        id: tabId(id),
        draggable: 'true',
        'aria-selected': isActive ? 'true' : 'false',
        'aria-controls': isActive ? `panel-${index}` : null,
        tabindex: isActive ? 0 : -1,
        onclick: () => activate(id),
        onauxclick: (event: MouseEvent) => {
          if (event.button === 1 && this.openIds.length > 1) this.close(id);
        },
        ondragstart: (event: DragEvent) => event.dataTransfer?.setData('text/x-emergent-tab', id),
        onkeydown: (event: KeyboardEvent) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (step !== 0) activate(group.tabs[(group.tabs.indexOf(id) + step + group.tabs.length) % group.tabs.length]!);
          if (event.key === 'Delete' && this.openIds.length > 1) this.close(id);
        },
      },
      icon(name),
      h('span', {}, title),
    );
    return { tab };
  }

  /** A tab that is dropped in the middle moves here; at the right or the lower edge it opens a group there. */
  #acceptTabs(element: HTMLElement, group: Group): void {
    const zone = (event: DragEvent) => {
      const box = element.getBoundingClientRect();
      if (event.clientX > box.right - box.width * 0.25) return 'row';
      return event.clientY > box.bottom - box.height * 0.25 ? 'column' : 'into';
    };
    element.addEventListener('dragover', event => {
      if (!event.dataTransfer?.types.includes('text/x-emergent-tab')) return;
      event.preventDefault();
      element.dataset.drop = zone(event);
    });
    element.addEventListener('dragleave', event => {
      if (!element.contains(event.relatedTarget as globalThis.Node | null)) delete element.dataset.drop;
    });
    element.addEventListener('drop', event => {
      const id = event.dataTransfer?.getData('text/x-emergent-tab');
      delete element.dataset.drop;
      if (!id) return;
      event.preventDefault();
      const where = zone(event);
      if (where === 'into') this.#move(id, group);
      else if (!(group.tabs.length === 1 && group.tabs[0] === id)) this.#split(group, where, id);
      this.#changed();
    });
  }
}

const tabId = (id: string) => `tab-${id.replace(/\W+/g, '-')}`;
