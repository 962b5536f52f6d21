import { h } from '../dom/h';

const help = 'Rows with all of these words: cat; Name~cat has it in that column; Name=cat is all of it; Epoch>10 compares; ! in front: not so';

/** The field that says which rows of a table are shown; empty for all. */
export function filterField(filter: string, onchange: (filter: string) => void): HTMLInputElement {
  const input = h('input', {
    type: 'search',
    class: 'filter',
    placeholder: 'Filter rows: words, Epoch>10',
    'aria-label': 'Filter rows',
    title: help,
    value: filter,
    oninput: () => onchange(input.value),
  });
  return input;
}
