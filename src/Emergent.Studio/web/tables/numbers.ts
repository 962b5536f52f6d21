import { iconButton } from '../dom/controls';
import { h, say } from '../dom/h';
import { effect } from '../dom/signal';
import type { TableData } from '../protocol/table';
import { elementCell } from './cells';
import type { TableEditor } from './editor';
import { boundsOf, cellSize, drawTensor, type GridOptions, layoutOf, pictureShape } from './tensor';

/** A tensor as numbers, each where the grid has its colour, or as the grid, by a button; with an editor the numbers can be changed. */
export function showNumbers(title: string, table: TableData, row: number, index: number, options: GridOptions, editor: TableEditor | null): void {
  const column = table.columns[index]!;
  const { placeOf } = layoutOf(column.cellShape!, options);
  const places = Array.from({ length: table.widthOf(column) }, (_, element) => ({ element, at: placeOf(element) }));
  const along = (axis: 0 | 1) => [...new Set(places.map(({ at }) => at[axis]))].sort((a, b) => a - b);
  const columns = along(0);
  const error = h('p', { class: 'field-error', role: 'alert' });
  const set = editor
    ? async (name: string, element: number, value: string) => {
        const reason = await editor.setCell(name, row, element, value).then(
          () => '',
          (refused: Error) => refused.message,
        );
        say(error, reason);
        return reason === '';
      }
    : null;
  const cells = places.map(({ element }) => elementCell(table, row, index, element, set));
  const lines = along(1).map(y =>
    h(
      'div',
      { role: 'row' },
      columns.map(x => cells[places.findIndex(({ at }) => at[0] === x && at[1] === y)]?.element),
    ),
  );
  const shape = column.cellShape!;
  const canvas = h('canvas');
  const picture = h('div', { class: 'numbers-grid', hidden: true, role: 'img', 'aria-label': `${title} as a grid` }, canvas);
  const drawGrid = () => {
    const values = table.tensor(row, index);
    drawTensor(canvas, values, shape, cellSize(layoutOf(pictureShape(shape, options), options), options), options, boundsOf(values, options));
  };
  const numbers = h('div', { class: 'numbers-table', role: 'table', 'aria-label': title, tabindex: 0 }, lines);
  const toggle = iconButton(
    'grid',
    'As a grid',
    () => {
      picture.hidden = !picture.hidden;
      numbers.hidden = !picture.hidden;
      toggle.setAttribute('aria-pressed', String(!picture.hidden));
    },
    { 'aria-pressed': 'false' },
  );
  const dialog = h(
    'dialog',
    { class: 'numbers', 'aria-label': title },
    h(
      'header',
      {},
      h('h3', {}, title),
      h('span', { class: 'grow' }),
      toggle,
      iconButton('close', 'Close', () => dialog.close()),
    ),
    error,
    numbers,
    picture,
  );
  const end = effect(() => {
    table.version();
    for (const cell of cells) cell.update();
    drawGrid();
  });
  dialog.addEventListener('close', () => {
    end();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
