import { type Child, fill, h } from './h';
import { type IconName, icon } from './icons';

/** A button of an icon, with its name for those who do not see it and as a tooltip. */
export function iconButton(name: IconName, label: string, onclick: (event: MouseEvent) => void, attributes: Record<string, unknown> = {}): HTMLButtonElement {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...attributes }, icon(name));
}

/** A drop-down of choices. */
export function select(
  label: string,
  choices: readonly (string | { value: string; text: string })[],
  value: string,
  onchange: (value: string) => void,
): HTMLSelectElement {
  const element = h('select', { 'aria-label': label, title: label, onchange: () => onchange(element.value) });
  setChoices(element, choices, value);
  return element;
}

export function setChoices(element: HTMLSelectElement, choices: readonly (string | { value: string; text: string })[], value: string): void {
  fill(
    element,
    choices.map(choice => {
      const { value: own, text } = typeof choice === 'string' ? { value: choice, text: choice } : choice;
      return h('option', { value: own, selected: own === value }, text);
    }),
  );
}

/** A check box with its label. */
export function check(label: string, isOn: boolean, onchange: (isOn: boolean) => void, title?: string): { element: HTMLLabelElement; input: HTMLInputElement } {
  const input = h('input', { type: 'checkbox', checked: isOn, onchange: () => onchange(input.checked) });
  return { element: h('label', { class: 'check', title }, input, h('span', {}, label)), input };
}

/** A field for a number that is taken on Enter and when the field is left; what is no number is put back. */
export function numberField(label: string, value: number, onchange: (value: number) => void, attributes: Record<string, unknown> = {}): HTMLInputElement {
  const input = h('input', { type: 'text', inputmode: 'decimal', class: 'number', 'aria-label': label, title: label, value, ...attributes });
  let last = String(value);
  const take = () => {
    const number = Number(input.value.replace(',', '.'));
    if (input.value.trim() === '' || Number.isNaN(number)) input.value = last;
    else if (input.value !== last) onchange(number);
    last = input.value;
  };
  input.addEventListener('focus', () => {
    last = input.value;
    input.select();
  });
  input.addEventListener('change', take);
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') {
      input.value = last;
      input.blur();
      event.stopPropagation();
    }
  });
  return input;
}

/** A field for a number that is chosen by itself while the field is empty; what is no number empties it. */
export function optionalField(label: string, value: number | null, onchange: (value: number | null) => void, least = Number.NEGATIVE_INFINITY): HTMLInputElement {
  const input = h('input', {
    type: 'text',
    inputmode: 'decimal',
    class: 'number',
    placeholder: 'automatic',
    'aria-label': label,
    value: value ?? '',
    onchange: () => {
      const number = Number(input.value.replace(',', '.'));
      const isNumber = input.value.trim() !== '' && Number.isFinite(number) && number >= least;
      if (!isNumber) input.value = '';
      onchange(isNumber ? number : null);
    },
  });
  return input;
}

/** A line of a form: what it is about, and its control. */
export const formLine = (label: string, control: HTMLElement, title?: string): HTMLLabelElement => h('label', { title }, h('span', {}, label), control);

/** Content that opens below (or above) a button and closes on Escape, on a choice and when something else is pressed. */
export function popover(button: HTMLElement, content: () => Child, isMenu = true): void {
  let panel: HTMLElement | null = null;
  const close = (giveBackFocus: boolean) => {
    panel?.remove();
    panel = null;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    if (giveBackFocus) button.focus();
  };
  const outside = (event: Event) => {
    if (!panel?.contains(event.target as Node) && !button.contains(event.target as Node)) close(false);
  };
  const open = () => {
    panel = h('div', {
      class: isMenu ? 'popover menu' : 'popover',
      role: isMenu ? 'menu' : 'dialog',
      'aria-label': button.getAttribute('aria-label') ?? button.textContent,
    });
    fill(panel, content());
    // Within a landmark, so that a reader of the screen knows where it is.
    (document.querySelector('main') ?? document.body).append(panel);
    const at = button.getBoundingClientRect();
    const { width, height } = panel.getBoundingClientRect();
    const isBelow = at.bottom + height + 6 < innerHeight || at.top < height;
    Object.assign(panel.style, {
      left: `${Math.max(Math.min(at.left, innerWidth - width - 6), 6)}px`,
      top: `${isBelow ? Math.min(at.bottom + 4, Math.max(innerHeight - height - 6, 6)) : at.top - height - 4}px`,
    });
    button.setAttribute('aria-expanded', 'true');
    panel.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        close(true);
      }
      if (!isMenu || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      const items = [...panel!.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')];
      const now = items.indexOf(document.activeElement as HTMLElement);
      items[(now + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus();
    });
    panel.addEventListener('click', event => {
      if (isMenu && (event.target as Element).closest('[role^=menuitem]')) close(false);
    });
    document.addEventListener('pointerdown', outside, true);
    panel.querySelector<HTMLElement>('[role^=menuitem], input, select, button')?.focus();
  };
  button.setAttribute('aria-haspopup', isMenu ? 'menu' : 'dialog');
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => (panel ? close(true) : open()));
  button.addEventListener('close-popover', () => close(true));
}

/** An entry of a menu. */
export function menuItem(label: Child, onclick: (event: MouseEvent) => void, attributes: Record<string, unknown> = {}): HTMLButtonElement {
  return h('button', { type: 'button', role: 'menuitem', onclick, ...attributes }, label);
}

/** Hands a file to the browser to save. */
export function saveFile(name: string, content: Blob | string, type = 'text/plain'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Hands an SVG to the browser to save as a PNG, sharp on paper. */
export async function savePng(name: string, source: string, width: number, height: number): Promise<void> {
  const scale = 2;
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = h('canvas', { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done));
  if (blob) saveFile(name, blob);
}

/** Has the user choose a file, or several. */
export function chooseFiles(accept: string, take: (files: File[]) => void, isMany = false): void {
  const input = h('input', { type: 'file', accept, multiple: isMany });
  input.addEventListener('change', () => take([...(input.files ?? [])]));
  input.click();
}

/** Puts text on the clipboard; says whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { class: 'hidden' }, text);
    document.body.append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    return isDone;
  }
}
