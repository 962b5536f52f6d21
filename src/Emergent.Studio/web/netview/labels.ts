import { fill, h } from '../dom/h';
import type { Camera, Vector } from './camera';
import { cellOf, type Scene, type Sheet } from './sheets';

/** The names of more units than these would be a burden to lay out anew with each picture. */
const mostNames = 600;

/** The height in pixels of a unit's name, which stands between its unit and the name of the layer. */
const nameHeight = 14;

interface Label {
  element: HTMLElement;
  point: Vector;
  /** Whether the middle of its upper edge is at the point, else its corner. */
  isCentred: boolean;
  /** How many pixels it is lower than the point. */
  below: number;
  width: number;
  height: number;
}

/** The names of the layers as text over the picture, at the left front corner of each, and those of units in front of them, where they leave to be seen what a unit does; one that would cover another is left out. */
export class Labels {
  readonly element = h('div', { class: 'labels' });
  #labels: Label[] = [];
  // The camera as it was when they were placed.
  #placed = '';

  constructor(private readonly choose: (layer: string) => void) {}

  setScene({ sheets }: Scene): void {
    const label = (element: HTMLElement, sheet: Sheet, column: number, row: number, isCentred: boolean, below = 0): Label => ({
      element,
      point: [sheet.x + column * sheet.pitchX, sheet.y, sheet.z - row * sheet.pitchZ],
      isCentred,
      below,
      width: 0,
      height: 0,
    });
    const layers = sheets.map(sheet => {
      const { layer } = sheet;
      const title = `${layer.name}: ${layer.type}, ${layer.shape.join('×')}. Shows its parameters.`;
      return label(h('button', { type: 'button', title, onclick: () => this.choose(layer.name) }, layer.name), sheet, -0.5, -0.6, false, layer.unitNames.some(Boolean) ? nameHeight : 0);
    });
    const units = sheets.flatMap(sheet =>
      sheet.layer.unitNames.flatMap((name, unit) => {
        const { column, row } = cellOf(sheet, unit);
        return name ? label(h('span', { class: 'unit-name' }, name), sheet, column + 0.5, row, true) : [];
      }),
    );
    this.#labels = [...layers, ...units.slice(0, mostNames)];
    fill(
      this.element,
      this.#labels.map(each => each.element),
    );
    this.#placed = '';
  }

  /** Gives the names of layers a size; 1 is usual. */
  setSize(size: number): void {
    this.element.style.setProperty('--name-size', String(size));
    for (const label of this.#labels) label.width = 0;
    this.#placed = '';
  }

  place(camera: Camera): void {
    const seen = [...camera.matrix, camera.width, camera.height].join(' ');
    if (seen === this.#placed) return;
    this.#placed = seen;
    const taken: DOMRect[] = [];
    for (const label of this.#labels) {
      if (label.width === 0) {
        label.width = label.element.offsetWidth;
        label.height = label.element.offsetHeight;
      }
      const at = camera.project(label.point);
      const box = at && new DOMRect(Math.round(at.x - (label.isCentred ? label.width / 2 : 0)), Math.round(at.y + label.below), label.width, label.height);
      const covers = (other: DOMRect) => box !== null && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      const isShown = box !== null && !taken.some(covers);
      label.element.style.visibility = isShown ? 'visible' : 'hidden';
      if (!isShown) continue;
      taken.push(box);
      label.element.style.transform = `translate(${box.x}px, ${box.y}px)`;
    }
  }
}
