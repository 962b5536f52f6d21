import type uPlot from 'uplot';
import { iconButton } from '../dom/controls';
import { h } from '../dom/h';
import { movedWindow, scaledWindow, type Window } from './zoom';

const zoomStep = 1.25; // of a key or button
const moveStep = 0.1; // of what is seen
const least = 4; // pixels of a drag that chooses

/** What of a plot is seen, and the ways to change it: drags, the wheel, keys and buttons, as in a network. */
export class Navigation {
  /** Null for all. */
  #window: Window | null = null;
  /** Whether a drag moves the plot; else it chooses what is seen. */
  #isHand = false;
  readonly tools: HTMLElement;

  constructor(
    /** From where to where all of it goes. */
    private readonly all: () => Window,
    private readonly plot: () => uPlot | null,
    private readonly changed: () => void,
  ) {
    const hand = iconButton(
      'hand',
      'A drag moves the plot (else with Shift)',
      () => {
        this.#isHand = !this.#isHand;
        hand.setAttribute('aria-pressed', String(this.#isHand));
      },
      { 'aria-pressed': 'false' },
    );
    this.tools = h(
      'div',
      { class: 'plot-zoom', role: 'group', 'aria-label': 'What of the plot is seen' },
      hand,
      iconButton('plus', 'Zoom in (+)', () => this.#zoom(1 / zoomStep)),
      iconButton('minus', 'Zoom out (−)', () => this.#zoom(zoomStep)),
      iconButton('fit', 'Show all (0, or double-click)', () => this.see(null)),
    );
  }

  get window(): Window {
    return this.#window ?? this.all();
  }

  /** Shows all of it, without drawing it. */
  forget(): void {
    this.#window = null;
    this.tools.classList.remove('zoomed');
  }

  /** Shows a part; null for all. */
  see(window: Window | null): void {
    this.#window = window;
    this.tools.classList.toggle('zoomed', window !== null);
    this.changed();
  }

  #zoom(factor: number, at?: [number, number]): void {
    this.see(scaledWindow(this.window, factor, at));
  }

  #move(x: number, y: number): void {
    this.see(movedWindow(this.window, x * moveStep, y * moveStep));
  }

  /** How the plot takes presses of the mouse. */
  readonly bindings: uPlot.Cursor.Bind = {
    dblclick: () => () => {
      this.see(null);
      return null;
    },
    mousedown: (_, __, choose) => event => (this.#isHand || event.shiftKey ? this.#drag(event) : choose(event)),
  };

  /** Shows what a drag has chosen. */
  choose(plot: uPlot): void {
    const { left, top, width, height } = plot.select;
    if (width < least && height < least) return;
    const over = (scale: string, from: number, to: number): [number, number] => [plot.posToVal(from, scale), plot.posToVal(to, scale)];
    const now = this.window;
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.see({
      x: width < least ? now.x : over('x', left, left + width),
      left: now.left && (height < least ? now.left : over('left', top + height, top)),
      right: now.right && (height < least ? now.right : over('right', top + height, top)),
    });
  }

  /** Moves the plot with the pointer until it is let go. */
  #drag(start: MouseEvent): null {
    const { clientWidth: width, clientHeight: height } = this.plot()!.over;
    const from = this.window;
    const move = (event: MouseEvent) => this.see(movedWindow(from, (start.clientX - event.clientX) / width, (event.clientY - start.clientY) / height));
    const end = () => {
      document.removeEventListener('mousemove', move);
      document.removeEventListener('mouseup', end);
    };
    document.addEventListener('mousemove', move);
    document.addEventListener('mouseup', end);
    return null;
  }

  /** Follows the wheel and the keys of a surface. */
  listen(surface: HTMLElement): void {
    surface.addEventListener(
      'wheel',
      event => {
        const over = this.plot()?.over.getBoundingClientRect();
        if (!over) return;
        event.preventDefault();
        const lines = event.deltaMode === 1 ? 16 : 1;
        const at: [number, number] = [(event.clientX - over.left) / over.width, 1 - (event.clientY - over.top) / over.height];
        this.#zoom(Math.exp(Math.min(Math.max(event.deltaY * lines, -240), 240) * 0.0015), at);
      },
      { passive: false },
    );
    const keys: Record<string, () => void> = {
      ArrowLeft: () => this.#move(-1, 0),
      ArrowRight: () => this.#move(1, 0),
      ArrowUp: () => this.#move(0, 1),
      ArrowDown: () => this.#move(0, -1),
      '+': () => this.#zoom(1 / zoomStep),
      '=': () => this.#zoom(1 / zoomStep),
      '-': () => this.#zoom(zoomStep),
      0: () => this.see(null),
      Home: () => this.see(null),
    };
    surface.addEventListener('keydown', event => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }
}
