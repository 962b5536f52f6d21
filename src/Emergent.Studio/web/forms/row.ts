import { iconButton } from '../dom/controls';
import { fill, h } from '../dom/h';
import type { Field, FieldValue } from '../protocol/messages';
import type { Session } from '../protocol/session';

const when = { now: 'Acts at once.', init: 'Applies at the next Init.', build: 'Applies at the next Init, when the network is built anew.' };

/** A parameter: label, value, what to reset it with, and where it is not right, why. */
export class FieldRow {
  readonly element: HTMLElement;
  #input: HTMLElement;
  #error: HTMLElement;
  #text = '';

  constructor(
    readonly field: Field,
    private readonly session: Session,
  ) {
    const id = `field-${field.path}`;
    this.#error = h('p', { class: 'field-error', id: `${id}-error`, role: 'alert', hidden: true });
    this.#input = this.#createInput(id);
    this.#input.setAttribute('aria-describedby', `${id}-error`);
    const reset = iconButton('undo', `Reset ${field.label} to ${field.default ?? 'its default'}`, () => this.#send('reset', { path: field.path }), {
      class: 'icon-button reset',
    });
    this.element = h(
      'div',
      { class: 'field', title: tooltip(field) },
      h('label', { for: id }, field.label),
      h('span', { class: 'field-input' }, this.#input, field.unit ? h('span', { class: 'unit' }, field.unit) : null),
      field.type === 'output' ? null : reset,
      field.appliesAt === 'now' ? null : h('span', { class: 'pending-mark' }, 'applies at Init'),
      this.#error,
    );
    this.element.dataset.path = field.path;
  }

  update(value: FieldValue): void {
    this.#text = value.text;
    this.element.classList.toggle('changed', !value.isDefault);
    this.element.classList.toggle('pending', value.pending);
    if (this.#input instanceof HTMLInputElement && this.#input.type === 'checkbox') this.#input.checked = isTrue(value.text);
    else if (this.field.type === 'flags') {
      const chosen = namesIn(value.text);
      for (const box of this.#input.querySelectorAll('input')) box.checked = chosen.includes(box.value);
    } else if (hasValue(this.#input) && (document.activeElement !== this.#input || this.#input instanceof HTMLSelectElement)) this.#input.value = value.text;
    this.#fail('');
  }

  focus(): void {
    this.element.scrollIntoView({ block: 'center' });
    (this.#input.querySelector('input') ?? this.#input).focus();
  }

  /** Catches the eye. */
  flash(): void {
    this.element.classList.remove('flash');
    void this.element.offsetWidth; // so that it begins anew
    this.element.classList.add('flash');
  }

  /** Sets it as if it had been typed. */
  set(value: string): void {
    if (value === this.#text) return;
    if (this.#input instanceof HTMLInputElement && this.#input.type !== 'checkbox') this.#input.value = value;
    void this.#send('set', { path: this.field.path, value });
  }

  #createInput(id: string): HTMLElement {
    const { field } = this;
    if (field.type === 'output') return h('output', { id });
    if (field.type === 'flags') {
      // What has been ticked, in the order of the choices.
      const boxes = (field.choices ?? []).map(choice => h('input', { type: 'checkbox', value: choice, onchange: () => this.set(boxes.filter(box => box.checked).map(box => box.value).join(', ') || '0') }));
      return h('span', { id, class: 'flags', role: 'group', 'aria-label': field.label }, boxes.map(box => h('label', {}, box, box.value)));
    }
    if (field.type === 'choice') {
      const input = h(
        'select',
        { id, onchange: () => this.set(input.value) },
        (field.choices ?? []).map(choice => h('option', {}, choice)),
      );
      return input;
    }
    if (field.type === 'flag') {
      const input = h('input', { id, type: 'checkbox', onchange: () => this.set(input.checked ? 'true' : 'false') });
      return input;
    }
    const isNumber = field.type === 'number' || field.type === 'integer';
    const input = h('input', {
      id,
      type: 'text',
      inputmode: isNumber ? 'decimal' : null,
      class: isNumber ? 'number' : '',
      spellcheck: 'false',
      autocomplete: 'off',
      onchange: () => this.set(input.value),
      onfocus: () => input.select(),
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') {
          input.value = this.#text;
          this.#fail('');
          input.blur();
        }
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        const number = Number(input.value);
        if (!isNumber || step === 0 || Number.isNaN(number)) return;
        event.preventDefault();
        // A step is a unit of the last digit: 0.04 becomes 0.05, 1.8 becomes 1.9.
        const digits = field.type === 'integer' ? 0 : (input.value.split('.')[1]?.length ?? 1);
        const next = number + step * 10 ** -digits;
        input.value = Math.min(Math.max(next, field.min ?? next), field.max ?? next).toFixed(digits);
        this.set(input.value);
      },
    });
    return input;
  }

  async #send(command: string, args: object) {
    try {
      await this.session.attempt(command, args);
      this.#fail('');
    } catch (error) {
      this.#fail((error as Error).message);
    }
  }

  #fail(reason: string) {
    fill(this.#error, reason);
    this.#error.hidden = reason === '';
    this.#input.setAttribute('aria-invalid', String(reason !== ''));
  }
}

const hasValue = (element: HTMLElement): element is HTMLInputElement | HTMLSelectElement | HTMLOutputElement => 'value' in element;

/** The names in a set of flags; none in `0` and the like. */
const namesIn = (text: string) => text.split(',').map(name => name.trim());

const isTrue = (text: string) => text.toLowerCase() === 'true' || text === '+' || text === '1';

function tooltip({ path, type, description, default: usual, min, max, appliesAt }: Field): string {
  const bounds = min !== null || max !== null ? ` From ${min ?? '−∞'} to ${max ?? '∞'}.` : '';
  if (type === 'output') return `${description}\nIt is there to be looked at.\n${path}`;
  const list = { list: ' Values with commas between; [] is none.', map: ' Names and values, as in cat: 1, dog: 2; [] is none.' }[type as string] ?? '';
  return `${description}${usual !== null ? `\nDefault ${usual}.` : ''}${list}${bounds} ${when[appliesAt]}\n${path}`;
}
