import { check, formLine, iconButton, numberField, optionalField, popover, select } from '../dom/controls';
import { type Child, fill, h } from '../dom/h';
import { shortNumber } from '../netview/ranges';
import type { Column } from '../protocol/messages';
import type { TableData } from '../protocol/table';
import { keyPicture } from './key';
import { type ColumnSettings, isColor, type PlotSettings, type Side, type Style } from './settings';
import { fullRange, type Trace } from './traces';

export const styles: { value: Style; text: string }[] = [
  { value: 'lines', text: 'lines' },
  { value: 'points', text: 'points' },
  { value: 'both', text: 'lines and points' },
  { value: 'bars', text: 'bars' },
];

const manyColumns = 8; // more are searched through
const keyWidth = 18;
const knownColors = ['black', 'blue', 'brown', 'cyan', 'gold', 'green', 'grey', 'magenta', 'navy', 'olive', 'orange', 'pink', 'purple', 'red', 'teal', 'violet'];

/** The columns at the left of a plot: which are on, and how each is plotted. */
export class ColumnList {
  readonly element = h('div', { class: 'plot-columns', role: 'group', 'aria-label': 'Columns' });
  /** A part of the names of the columns that are listed. */
  #sought = '';
  readonly #rows = h('div');
  readonly #keys = new Map<string, HTMLElement>();

  constructor(
    private readonly table: TableData,
    private readonly settings: () => PlotSettings,
    /** The settings have been changed here. */
    private readonly changed: () => void,
    /** Rows are listed that have no keys yet. */
    private readonly listed: () => void,
  ) {}

  /** Lists the columns that there are, as they are set. */
  draw(): void {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.focus;
    fill(this.element, this.table.columns.length > manyColumns ? this.#tools() : null, this.#rows);
    this.#drawRows();
    if (focused) this.element.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Shows at each column what its first line looks like. */
  drawKeys(lines: readonly Trace[]): void {
    for (const [name, place] of this.#keys) {
      const line = lines.find(({ column }) => column === name);
      fill(place, line ? keyPicture(line, this.settings(), keyWidth) : null);
    }
  }

  #set(own: ColumnSettings, next: Partial<ColumnSettings>): void {
    Object.assign(own, next);
    this.changed();
  }

  get #listed(): Column[] {
    return this.table.columns.filter(({ name }) => name !== this.settings().x && name.toLowerCase().includes(this.#sought.toLowerCase()));
  }

  #drawRows(): void {
    this.#keys.clear();
    fill(
      this.#rows,
      this.#listed.map(column => (column.type === 'text' ? this.#labelRow(column) : this.#columnRow(column))),
    );
  }

  #tools(): Child {
    const find = h('input', {
      type: 'search',
      placeholder: 'Find a column',
      'aria-label': 'Find a column',
      value: this.#sought,
      oninput: () => {
        this.#sought = find.value;
        this.#drawRows();
        this.listed();
      },
    });
    const all = (isOn: boolean) => () => {
      for (const { name, type } of isOn ? this.#listed : this.table.columns) if (type === 'number') this.settings().columns[name]!.isOn = isOn;
      this.changed();
    };
    const button = (text: string, title: string, isOn: boolean) => h('button', { type: 'button', class: 'button', title, onclick: all(isOn) }, text);
    return h('div', { class: 'plot-column-tools' }, find, button('All', 'Put all columns on that are listed', true), button('None', 'Take all columns off', false));
  }

  /** A column of words names points: of one column at a time. */
  #labelRow({ name }: Column): Child {
    const settings = this.settings();
    const isOn = settings.labels === name;
    const { element, input } = check(
      name,
      isOn,
      on => {
        settings.labels = on ? name : '';
        this.changed();
      },
      `${name} at the points`,
    );
    input.dataset.focus = name;
    input.after(h('span', { class: 'letters', 'aria-hidden': 'true' }, 'Aa'));
    return h('div', { class: isOn ? 'plot-column on' : 'plot-column' }, element);
  }

  #columnRow(column: Column): Child {
    const own = this.settings().columns[column.name]!;
    const { element, input } = check(own.label || column.name, own.isOn, isOn => this.#set(own, { isOn }));
    input.dataset.focus = column.name;
    const key = h('span', { class: 'column-key' });
    this.#keys.set(column.name, key);
    input.after(key);
    element.title = column.name;
    const more = iconButton('more', `How ${column.name} is plotted`, () => {}, { class: 'icon-button column-more' });
    popover(more, () => this.#form(column, own, more), false);
    return h('div', { class: own.isOn ? 'plot-column on' : 'plot-column' }, element, more);
  }

  #form({ name, type }: Column, own: ColumnSettings, button: HTMLElement): Child {
    const { table } = this;
    const width = table.widthOf(table.columns[table.indexOf(name)]!);
    const range = fullRange(table, name);
    const errors = table.columns.filter(each => each.type === 'number' && table.widthOf(each) === 1).map(each => ({ value: each.name, text: each.name }));
    const label = h('input', { type: 'text', placeholder: name, value: own.label, onchange: () => this.#set(own, { label: label.value }) });
    const use = (text: string, next: Partial<PlotSettings>) =>
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          onclick: () => {
            Object.assign(this.settings(), next);
            button.dispatchEvent(new Event('close-popover'));
            this.changed();
          },
        },
        text,
      );
    return h(
      'div',
      { class: 'settings' },
      h('strong', {}, name),
      range ? h('p', { class: 'muted' }, `from ${shortNumber(range[0])} to ${shortNumber(range[1])}`) : null,
      formLine(
        'Drawn as',
        select('Drawn as', [{ value: '', text: 'as the plot' }, ...styles], own.style, style => this.#set(own, { style: style as Style | '' })),
      ),
      formLine(
        'Axis',
        select('Axis', ['left', 'right'], own.side, side => this.#set(own, { side: side as Side })),
      ),
      ...boundLines(own, next => this.#set(own, next)),
      formLine('Name', label),
      formLine('Colour', this.#colorField(own), 'It holds where the column is one line'),
      formLine(
        'Error bars',
        select('Error bars', [{ value: '', text: 'none' }, ...errors], own.errorColumn, errorColumn => this.#set(own, { errorColumn })),
      ),
      width > 1
        ? formLine(
            'Element',
            numberField('Element; −1 for all', own.element, value => this.#set(own, { element: Math.min(Math.max(Math.round(value), -1), width - 1) })),
          )
        : null,
      width === 1 && type === 'number' ? h('div', { class: 'form-buttons' }, use('Along x', { x: name }), use('A line each', { group: name })) : null,
    );
  }

  /** A colour by name or as #rrggbb; what is none is refused. */
  #colorField(own: ColumnSettings): HTMLElement {
    const field = h('input', {
      type: 'text',
      placeholder: 'automatic',
      'aria-label': 'Colour',
      title: 'A name, as red, or #rrggbb',
      list: 'plot-colors',
      value: own.color,
      onchange: () => {
        const color = field.value.trim();
        const isKnown = color === '' || isColor(color);
        field.setAttribute('aria-invalid', String(!isKnown));
        fill(problem, isKnown ? null : `'${color}' is no colour. Give a name, as red, or #rrggbb.`);
        if (isKnown) this.#set(own, { color });
      },
    });
    const problem = h('span', { class: 'field-error', role: 'alert' });
    const names = h('datalist', { id: 'plot-colors' }, knownColors.map(value => h('option', { value })));
    return h('span', { class: 'field-and-error' }, field, names, problem);
  }
}

/** Where the axis of a column begins and ends, and its ticks. */
export function boundLines(own: ColumnSettings, set: (next: Partial<ColumnSettings>) => void): HTMLElement[] {
  return [
    formLine(
      'From',
      optionalField('From', own.min, min => set({ min })),
    ),
    formLine(
      'To',
      optionalField('To', own.max, max => set({ max })),
    ),
    formLine(
      'Ticks',
      optionalField('Ticks', own.ticks, ticks => set({ ticks: ticks && Math.min(Math.round(ticks), 100) }), 2),
      'About how many; the steps are 1, 2 or 5',
    ),
  ];
}
