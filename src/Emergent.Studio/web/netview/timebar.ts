import { iconButton, numberField } from '../dom/controls';
import { h, say } from '../dom/h';
import { paced } from '../dom/paced';
import type { History } from '../protocol/messages';

/** Scrolls through the records; −1 follows the newest. */
export class TimeBar {
  readonly element: HTMLElement;
  record = -1;
  #history: History = { type: 'history', network: 0, first: 0, count: 0, bytes: 0, budget: 0, bounds: {} };
  #slider: HTMLInputElement;
  #live: HTMLButtonElement;
  #number: HTMLInputElement;
  #place = h('span', { class: 'record-place' });
  #counters = h('span', { class: 'record-counters' });
  #logged = h('span', { class: 'record-logged', title: 'Of the last trial that was logged' });
  #buttons: HTMLButtonElement[];

  #fastBack: HTMLButtonElement;
  #fastForward: HTMLButtonElement;
  #fastSteps = 0;

  constructor(
    private readonly go: (record: number) => void,
    fastSteps: number,
  ) {
    this.#slider = h('input', {
      type: 'range',
      min: 0,
      max: 0,
      value: 0,
      class: 'time',
      'aria-label': 'Record',
      oninput: () => this.#to(Number(this.#slider.value)),
    });
    this.#live = h(
      'button',
      { type: 'button', class: 'live', 'aria-pressed': 'true', title: 'Follow the newest record', onclick: () => this.follow() },
      'live',
    );
    this.#number = numberField('Number of the record', 0, value => this.#to(Math.round(value)));
    this.#fastBack = iconButton('fastBack', '', () => this.move(-this.#fastSteps));
    this.#fastForward = iconButton('fastForward', '', () => this.move(this.#fastSteps));
    this.setFastSteps(fastSteps);
    this.#buttons = [
      iconButton('first', 'Oldest record', () => this.#to(this.#history.first)),
      this.#fastBack,
      iconButton('back', 'One record back (,)', () => this.move(-1)),
      iconButton('forward', 'One record on (/)', () => this.move(1)),
      this.#fastForward,
    ];
    this.element = h(
      'div',
      { class: 'time-bar', role: 'group', 'aria-label': 'Time' },
      this.#buttons.slice(0, 3),
      this.#slider,
      this.#buttons.slice(3),
      this.#live,
      this.#number,
      this.#place,
      h('div', { class: 'record-words' }, this.#counters, this.#logged),
    );
    this.#show();
  }

  readonly #showHistory = paced(() => this.#show());

  readonly setCounters = paced((text: string) => {
    say(this.#counters, text.replace(/\t/g, '  '));
    this.#counters.title = text;
  });

  /** Says what was logged last, which belongs to no record of the past. */
  readonly setLogged = paced((text: string) => {
    say(this.#logged, text);
  });

  setHistory(history: History): void {
    this.#history = history;
    // What was looked at has left the ring: the oldest that there is.
    if (this.record >= 0 && history.count === 0) this.follow();
    else if (this.record >= 0 && this.record < history.first) this.#to(history.first);
    this.#showHistory(undefined);
  }

  /** How many records the fast buttons go. */
  setFastSteps(count: number): void {
    this.#fastSteps = count;
    for (const [button, where] of [[this.#fastBack, 'back'], [this.#fastForward, 'on']] as const) {
      button.title = `${count} records ${where}`;
      button.setAttribute('aria-label', button.title);
    }
  }

  move(by: number): void {
    const { first, count } = this.#history;
    if (count === 0) return;
    const now = this.record < 0 ? first + count - 1 : this.record;
    this.#to(now + by);
  }

  follow(): void {
    this.record = -1;
    this.#show();
    this.go(-1);
  }

  /** Shows a record that a link names, whatever records there are by now. */
  set(record: number): void {
    this.record = record;
    this.#show();
  }

  #to(record: number) {
    const { first, count } = this.#history;
    if (count === 0) return;
    this.record = Math.min(Math.max(record, first), first + count - 1);
    this.#show();
    this.go(this.record);
  }

  #show() {
    const { first, count } = this.#history;
    const last = first + Math.max(count - 1, 0);
    this.#slider.min = String(first);
    this.#slider.max = String(last);
    this.#slider.value = String(this.record < 0 ? last : this.record);
    if (document.activeElement !== this.#number) this.#number.value = count === 0 ? '' : this.#slider.value;
    this.#slider.disabled = this.#number.disabled = count < 2;
    for (const button of this.#buttons) button.disabled = count < 2;
    this.#live.setAttribute('aria-pressed', String(this.record < 0));
    const place = count === 0 ? 'no records' : `${count === 1 ? 'of 1 record' : `of records ${first}…${last}`}${this.record < 0 ? '' : ', not live'}`;
    say(this.#place, place);
    this.#place.classList.toggle('away', this.record >= 0);
    this.#logged.hidden = this.record >= 0;
    this.#slider.setAttribute('aria-valuetext', `${this.#number.value} ${place}`);
  }
}
