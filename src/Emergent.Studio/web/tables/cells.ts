import { h, say } from '../dom/h';
import { shortNumber } from '../netview/ranges';
import type { TableData } from '../protocol/table';
import { boundsOf, drawTensor, gridOptionsOf, layoutOf, pictureShape } from './tensor';

/** A cell of a table in the page. */
export interface TableCell {
  element: HTMLElement;
  /** Shows what the table has now, unless its user is at it. */
  update(): void;
}

/** Sets an element of a cell; says whether it was taken. */
export type SetElement = (column: string, element: number, value: string) => Promise<boolean>;

/** How a tensor is shown. */
interface TensorWays {
  /** Pixels of an element. */
  size: number;
  /** What an element is called, if it is called anything. */
  nameOf: (element: number) => string;
  /** Shows its numbers. */
  open: () => void;
}

/** A cell: a text, a number, or a tensor; with `set` one that its user may change. */
export function cellOf(table: TableData, row: number, index: number, set: SetElement | null, tensor: TensorWays | null): TableCell {
  return tensor ? tensorCell(table, row, index, set, tensor) : elementCell(table, row, index, 0, set);
}

/** An element of a cell as its text or number. */
export function elementCell(table: TableData, row: number, index: number, place: number, set: SetElement | null): TableCell {
  const column = table.columns[index]!;
  const isNumber = column.type === 'number';
  const text = () => (isNumber ? numberText(table.number(row, index, place)) : String(table.cell(row, index, place) ?? ''));
  const className = isNumber ? 'number' : '';
  const label = `${column.name}, row ${row}${table.widthOf(column) > 1 ? `, element ${place}` : ''}`;
  if (set) return fieldCell(column.name, place, label, className, text, set);
  const element = h('div', { role: 'cell', class: className });
  return {
    element,
    update() {
      say(element, text());
      element.title = String(table.cell(row, index, place) ?? '');
    },
  };
}

function fieldCell(name: string, place: number, label: string, className: string, text: () => string, set: SetElement): TableCell {
  const input = h('input', {
    type: 'text',
    class: `cell-input ${className}`,
    'aria-label': label,
    autocomplete: 'off',
    spellcheck: 'false',
    onchange: async () => input.setAttribute('aria-invalid', String(!(await set(name, place, input.value)))),
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') input.blur();
      if (event.key !== 'Escape') return;
      input.value = text();
      input.setAttribute('aria-invalid', 'false');
      input.blur();
    },
  });
  return {
    element: h('div', { role: 'cell', class: `field-cell ${className}` }, input),
    update() {
      // What was refused stays to be mended.
      if (document.activeElement !== input && input.getAttribute('aria-invalid') !== 'true') input.value = text();
    },
  };
}

function tensorCell(table: TableData, row: number, index: number, set: SetElement | null, { size, nameOf, open }: TensorWays): TableCell {
  const { name, cellShape, settings } = table.columns[index]!;
  const shape = cellShape!;
  const options = { ...gridOptionsOf(settings), ...(set ? { isImage: false } : {}) }; // elements of an image are no cells to be pressed
  const layout = layoutOf(pictureShape(shape, options), options);
  const canvas = h('canvas');
  let chosen = -1;
  let drawn = '';
  const update = () => {
    const values = table.tensor(row, index);
    const now = `${chosen} ${values.join()}`;
    if (now === drawn) return;
    drawn = now;
    drawTensor(canvas, values, shape, size, options, boundsOf(values, options), chosen);
  };
  if (!set) {
    const label = `${name}, row ${row}, ${shape.join('×')} numbers`;
    return { element: h('div', { role: 'cell', class: 'tensor', 'aria-label': label, title: 'Double click: the numbers', ondblclick: open }, canvas), update };
  }

  const value = (element: number) => table.number(row, index, element);
  const elementText = (element: number) => `element ${element}${nameOf(element) && ` (${nameOf(element)})`}`;
  const label = () => (chosen < 0 ? `${name}, row ${row}, ${shape.join('×')} numbers` : `${name}, row ${row}, ${elementText(chosen)}: ${shortNumber(value(chosen))}`);
  const choose = (element: number) => {
    chosen = element;
    tensor.setAttribute('aria-label', label());
    tensor.title = label();
    update();
  };
  const put = async (element: number, next: string) => {
    choose(element);
    await set(name, element, next);
    // Its user may have gone on to another before the answer came.
    if (chosen === element) choose(element);
  };
  const toggle = (element: number) => put(element, value(element) === 0 ? '1' : '0');
  const type = (first: string) => {
    const [x, y] = layout.placeOf(chosen);
    const field = h('input', {
      type: 'text',
      class: 'element-input number',
      'aria-label': `${name}, row ${row}, element ${chosen}`,
      value: first,
      style: { left: `${canvas.offsetLeft + x * size}px`, top: `${canvas.offsetTop + y * size - 4}px` },
      onkeydown: (event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === 'Enter') void put(chosen, field.value);
        if (event.key === 'Enter' || event.key === 'Escape') tensor.focus();
      },
      onblur: () => field.remove(),
    });
    tensor.append(field);
    field.focus();
    field.setSelectionRange(1, 1);
  };
  const tensor = h(
    'div',
    {
      role: 'cell',
      class: 'tensor edited',
      tabindex: 0,
      'aria-label': label(),
      title: 'Press an element to switch it between 0 and 1; type a number to set it; Enter: the numbers',
      onpointermove: (event: PointerEvent) => {
        const element = layout.elementAt(event.offsetX / size, event.offsetY / size);
        if (event.target === canvas && element >= 0) tensor.title = `${name}, ${elementText(element)}: ${shortNumber(value(element))}`;
      },
      onclick: (event: MouseEvent) => {
        const element = event.target === canvas ? layout.elementAt(event.offsetX / size, event.offsetY / size) : -1;
        if (element < 0) return;
        tensor.focus();
        if (event.shiftKey) choose(element);
        else void toggle(element);
      },
      onfocus: () => choose(Math.max(chosen, 0)),
      onblur: (event: FocusEvent) => {
        if (!tensor.contains(event.relatedTarget as Node | null)) choose(-1);
      },
      onkeydown: (event: KeyboardEvent) => {
        const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
        if (step) {
          const [x, y] = layout.placeOf(chosen);
          // A step of one and a half comes over the gap between pools.
          const near = [1, 1.5].map(length => layout.elementAt(x + 0.5 + step[0]! * length, y + 0.5 + step[1]! * length)).find(element => element >= 0);
          if (near !== undefined) choose(near);
        } else if (event.key === ' ') void toggle(chosen);
        else if (event.key === 'Enter') open();
        else if (/^[-.\d]$/.test(event.key) && !event.ctrlKey && !event.metaKey) type(event.key);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
    canvas,
  );
  return { element: tensor, update };
}

/** A number of a table: six significant digits. */
export const numberText = (value: number) => (Number.isNaN(value) ? '' : Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6))));
