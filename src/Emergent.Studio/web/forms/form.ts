import { check, iconButton, menuItem, popover } from '../dom/controls';
import { type Child, fill, h, say } from '../dom/h';
import { icon } from '../dom/icons';
import { effect } from '../dom/signal';
import type { Field, FieldValue } from '../protocol/messages';
import type { Session } from '../protocol/session';
import { isCounting } from './isCounting';
import { type Listing, listings, showListing } from './listing';
import { FieldRow } from './row';

const mostFound = 300;

interface Group {
  name: string;
  path: string;
  fields: Field[];
  groups: Map<string, Group>;
}

/** The parameters as a form: groups that fold, search, what was changed, undo. */
export class ParameterForm {
  readonly element: HTMLElement;
  #search: HTMLInputElement;
  #body = h('div', { class: 'fields' });
  #summary = h('p', { class: 'form-summary', role: 'status' });
  #fields: Field[] = [];
  #rows = new Map<string, FieldRow>();
  #open = new Set<string>();
  #changedOnly: HTMLInputElement;
  // What was pointed at is shown though it may not count.
  #pointed = '';
  #shownValues: Record<string, FieldValue> = {};

  constructor(private readonly session: Session) {
    this.#search = h('input', { type: 'search', placeholder: 'Find a parameter', 'aria-label': 'Find a parameter', oninput: () => this.#draw() });
    const changed = check('changed only', false, () => this.#draw());
    this.#changedOnly = changed.input;
    const undo = iconButton('undo', 'Undo the last change', () => void session.command('undo'));
    const redo = iconButton('redo', 'Redo', () => void session.command('redo'));
    const list = iconButton('copy', 'Parameters as text', () => {});
    popover(list, () => listings.map(listing => menuItem(listing.title, () => void this.#list(listing, list))));
    this.element = h(
      'div',
      { class: 'form' },
      h(
        'div',
        { class: 'form-head' },
        h('div', { class: 'search' }, icon('search'), this.#search),
        h('div', { class: 'form-tools' }, changed.element, h('span', { class: 'grow' }), undo, redo, list),
      ),
      this.#summary,
      this.#body,
    );
    effect(() => {
      const { canUndo, canRedo, pending: count } = session.status();
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
      say(this.#summary, count === 0 ? '' : `${count === 1 ? '1 change applies' : `${count} changes apply`} at the next Init.`);
      this.#summary.hidden = count === 0;
    });
    effect(() => {
      const fields = session.hello()?.form ?? [];
      this.#fields = fields;
      this.#rows.clear();
      const first = fields[0];
      if (this.#open.size === 0 && first) this.#open.add(first.group[0] ?? '');
      this.#draw();
    });
    effect(() => {
      const values = session.values();
      for (const [path, row] of this.#rows) {
        const value = values[path];
        if (value && value !== this.#shownValues[path]) row.update(value);
      }
      this.#shownValues = values;
      this.#markGroups();
      if (this.#changedOnly.checked) this.#draw();
    });
  }

  /** Shows what has all words of a text in its path or label. */
  find(text: string): void {
    this.#search.value = text;
    this.#draw();
  }

  /** Points at a parameter: shows it among its like, whatever was searched for; with a value sets it. */
  point(path: string, value?: string): void {
    const field = this.#fields.find(each => each.path === path);
    if (!field) return;
    this.#search.value = '';
    this.#changedOnly.checked = false;
    this.#pointed = path;
    field.group.forEach((_, depth) => this.#open.add(field.group.slice(0, depth + 1).join('\n')));
    this.#draw();
    const row = this.#row(field);
    row.focus();
    row.flash();
    if (value !== undefined) row.set(value);
  }

  async #list(listing: Listing, opener: HTMLElement) {
    const text = await this.session.command('parameters', { as: listing.as });
    if (typeof text === 'string') showListing(this.session.hello.peek()?.simulation.name ?? '', listing, text, opener);
  }

  #draw() {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const values = this.session.values.peek();
    const changedOnly = this.#changedOnly.checked;
    const isFiltered = words.length > 0 || changedOnly;
    const matches = this.#fields.filter(field => {
      if (changedOnly && values[field.path]?.isDefault !== false) return false;
      const text = `${field.path} ${field.label} ${field.group.join(' ')}`.toLowerCase();
      return words.every(word => text.includes(word));
    });
    const shown = isFiltered ? matches.slice(0, mostFound) : matches;
    const none =
      this.#fields.length === 0
        ? 'This simulation has no parameters to set.'
        : changedOnly && words.length === 0
          ? 'Nothing has been changed.'
          : 'No parameter matches.';
    fill(
      this.#body,
      shown.length === 0 ? h('p', { class: 'empty' }, none) : this.#drawGroup(tree(shown), 0, isFiltered),
      matches.length > shown.length ? h('p', { class: 'muted' }, `${matches.length - shown.length} more match; say more.`) : null,
    );
    this.#markGroups();
  }

  #drawGroup(group: Group, depth: number, isFiltered: boolean): Child[] {
    return [
      group.fields.map(field => this.#row(field).element),
      [...group.groups.values()].map(inner => {
        // Groups within a layer are few: they are open when it is.
        const isOpen = isFiltered || this.#open.has(inner.path);
        const content = h('div', { class: 'group-fields' });
        const details = h(
          'details',
          {
            open: isOpen,
            class: `depth-${Math.min(depth, 4)}`,
            ontoggle: () => {
              // It is told late: what has been drawn anew meanwhile has the rows now, and they would leave it.
              if (!details.isConnected) return;
              if (details.open) {
                this.#open.add(inner.path);
                if (content.childElementCount === 0) {
                  fill(content, this.#drawGroup(inner, depth + 1, isFiltered));
                  this.#markGroups();
                }
              } else this.#open.delete(inner.path);
            },
          },
          h('summary', {}, icon('right'), h('span', {}, inner.name), h('span', { class: 'changed-count' })),
          content,
        );
        details.dataset.group = inner.path;
        if (isOpen) fill(content, this.#drawGroup(inner, depth + 1, isFiltered));
        return details;
      }),
    ];
  }

  /** Folded groups tell how many of their parameters were changed; what does not count now is left out, unless it was changed or asked for. */
  #markGroups() {
    const values = this.session.values.peek();
    const isAsked = this.#changedOnly.checked || this.#search.value.trim() !== '';
    for (const [path, row] of this.#rows) row.element.hidden = !isAsked && path !== this.#pointed && values[path]?.isDefault !== false && !isCounting(row.field, values);
    const counts = new Map<string, number>();
    for (const { path, group } of this.#fields) {
      if (values[path]?.isDefault !== false) continue;
      for (let depth = 1; depth <= group.length; depth++) {
        const key = group.slice(0, depth).join('\n');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    for (const details of this.#body.querySelectorAll('details')) {
      const count = counts.get(details.dataset.group ?? '') ?? 0;
      const mark = details.querySelector('.changed-count')!;
      say(mark, count === 0 ? '' : String(count));
      mark.setAttribute('title', count === 0 ? '' : `${count} changed`);
      details.hidden = details.querySelector('.field') !== null && details.querySelector('.field:not([hidden]), .group-fields:empty') === null;
    }
  }

  #row(field: Field): FieldRow {
    let row = this.#rows.get(field.path);
    if (!row) {
      row = new FieldRow(field, this.session);
      this.#rows.set(field.path, row);
      const value = this.session.values.peek()[field.path];
      if (value) row.update(value);
    }
    return row;
  }
}

function tree(fields: Field[]): Group {
  const root: Group = { name: '', path: '', fields: [], groups: new Map() };
  for (const field of fields) {
    let at = root;
    field.group.forEach((name, depth) => {
      let next = at.groups.get(name);
      if (!next) {
        next = { name, path: field.group.slice(0, depth + 1).join('\n'), fields: [], groups: new Map() };
        at.groups.set(name, next);
      }
      at = next;
    });
    at.fields.push(field);
  }
  return root;
}
