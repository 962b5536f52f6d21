import { check, menuItem, numberField, popover } from '../dom/controls';
import { h } from '../dom/h';
import { colorMap, colorMaps, cssGradient } from './colormaps';
import { type Range, shortNumber, withEnd } from './ranges';

/** The colour bar between the bounds of the range; it chooses the map. */
export class ColorBar {
  readonly element: HTMLElement;
  #min: HTMLInputElement;
  #max: HTMLInputElement;
  #bar: HTMLButtonElement;
  #zero: HTMLInputElement;
  #minFixed: HTMLInputElement;
  #maxFixed: HTMLInputElement;
  #tick = h('span', { class: 'tick', 'aria-hidden': 'true' });
  #range: Range = { min: -1, max: 1, isZeroCentred: true, isMinFixed: true, isMaxFixed: true };
  #map = '';

  constructor(
    private readonly change: (range: Range) => void,
    choose: (map: string) => void,
  ) {
    this.#min = numberField('Lower end of the range', -1, value => this.#bound('min', value));
    this.#max = numberField('Upper end of the range', 1, value => this.#bound('max', value));
    this.#bar = h('button', { type: 'button', class: 'color-bar', 'aria-label': 'Colour map', title: 'Choose a colour map' }, this.#tick);
    popover(this.#bar, () =>
      colorMaps.map(each => menuItem([h('span', { class: 'swatch-bar', style: { backgroundImage: cssGradient(each) } }), each.name], () => choose(each.name))),
    );
    const zero = check(
      'zero centred',
      true,
      isOn => this.#set({ isZeroCentred: isOn, ...(isOn ? mirrored(this.#range) : {}) }),
      'Zero in the middle of the map; what is negative hangs below its sheet',
    );
    const follows = 'If not, it follows the values of all records';
    const minFixed = check('min', true, isOn => this.#set({ isMinFixed: isOn }), `The lower end is fixed. ${follows}`);
    const maxFixed = check('max', true, isOn => this.#set({ isMaxFixed: isOn }), `The upper end is fixed. ${follows}`);
    [this.#zero, this.#minFixed, this.#maxFixed] = [zero.input, minFixed.input, maxFixed.input];
    this.element = h(
      'div',
      { class: 'color-controls', role: 'group', 'aria-label': 'Range' },
      minFixed.element,
      this.#min,
      this.#bar,
      this.#max,
      maxFixed.element,
      zero.element,
    );
  }

  show(range: Range, map: string): void {
    const isSame = map === this.#map && (Object.keys(range) as (keyof Range)[]).every(key => range[key] === this.#range[key]);
    [this.#range, this.#map] = [range, map];
    if (!isSame) this.#write();
  }

  #write() {
    const range = this.#range;
    if (document.activeElement !== this.#min) this.#min.value = shortNumber(range.min);
    if (document.activeElement !== this.#max) this.#max.value = shortNumber(range.max);
    this.#zero.checked = range.isZeroCentred;
    this.#minFixed.checked = range.isMinFixed;
    this.#maxFixed.checked = range.isMaxFixed;
    this.#bar.style.backgroundImage = cssGradient(colorMap(this.#map));
    this.#bar.setAttribute('aria-label', `Colour map: ${this.#map}`);
    const zeroAt = -range.min / (range.max - range.min);
    this.#tick.hidden = !(zeroAt > 0 && zeroAt < 1);
    this.#tick.style.left = `${100 * zeroAt}%`;
  }

  #bound(which: 'min' | 'max', value: number) {
    const next = withEnd(this.#range, which, value);
    if (next) this.change(next);
    else this.#write();
  }

  #set(next: Partial<Range>) {
    this.change({ ...this.#range, ...next });
  }
}

function mirrored({ min, max }: Range): Partial<Range> {
  const size = Math.max(Math.abs(min), Math.abs(max));
  return { min: -size, max: size };
}
