import { h } from '../dom/h';

/** A bar between two regions that is dragged, or moved by arrow keys; it tells by how many pixels. */
export function splitter(direction: 'row' | 'column', label: string, move: (pixels: number) => void, done: () => void): HTMLElement {
  const [forth, back] = direction === 'row' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  const bar = h('div', {
    class: `splitter ${direction}`,
    role: 'separator',
    tabindex: 0,
    'aria-label': label,
    'aria-orientation': direction === 'row' ? 'vertical' : 'horizontal',
    'aria-valuenow': 50,
    onkeydown: (event: KeyboardEvent) => {
      const step = event.key === forth ? 16 : event.key === back ? -16 : 0;
      if (step === 0) return;
      event.preventDefault();
      move(step);
      done();
    },
    onpointerdown: (event: PointerEvent) => {
      event.preventDefault();
      bar.setPointerCapture(event.pointerId);
      bar.classList.add('dragging');
      let last = direction === 'row' ? event.clientX : event.clientY;
      const follow = (moved: PointerEvent) => {
        const now = direction === 'row' ? moved.clientX : moved.clientY;
        move(now - last);
        last = now;
      };
      bar.addEventListener('pointermove', follow);
      bar.addEventListener(
        'lostpointercapture',
        () => {
          bar.removeEventListener('pointermove', follow);
          bar.classList.remove('dragging');
          done();
        },
        { once: true },
      );
    },
  });
  return bar;
}
