import { fill, h } from '../dom/h';
import type { Camera } from './camera';
import type { Scene } from './sheets';

/** The names of the layers as text over the picture, at the left front corner of each; one that would cover another is left out. */
export class Labels {
  readonly element = h('div', { class: 'labels' });
  #labels: { element: HTMLElement; width: number; height: number }[] = [];

  constructor(private readonly choose: (layer: string) => void) {}

  setScene({ sheets }: Scene): void {
    fill(
      this.element,
      sheets.map(({ layer }) =>
        h(
          'button',
          { type: 'button', title: `${layer.name}: ${layer.type}, ${layer.shape.join('×')}. Shows its parameters.`, onclick: () => this.choose(layer.name) },
          layer.name,
        ),
      ),
    );
    this.#labels = [...this.element.children].map(each => {
      const element = each as HTMLElement;
      return { element, width: element.offsetWidth, height: element.offsetHeight };
    });
  }

  place(camera: Camera, { sheets }: Scene): void {
    const taken: DOMRect[] = [];
    sheets.forEach((sheet, index) => {
      const label = this.#labels[index];
      if (!label) return;
      if (label.width === 0) {
        label.width = label.element.offsetWidth;
        label.height = label.element.offsetHeight;
      }
      const at = camera.project([sheet.x - 0.5 * sheet.pitchX, sheet.y, sheet.z + 0.6 * sheet.pitchZ]);
      const box = at && new DOMRect(Math.round(at.x), Math.round(at.y), label.width, label.height);
      const covers = (other: DOMRect) => box !== null && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      const isShown = box !== null && !taken.some(covers);
      label.element.style.visibility = isShown ? 'visible' : 'hidden';
      if (!isShown) return;
      taken.push(box);
      label.element.style.transform = `translate(${box.x}px, ${box.y}px)`;
    });
  }
}
