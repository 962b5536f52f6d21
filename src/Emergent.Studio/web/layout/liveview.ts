import { effect } from '../dom/signal';
import type { View } from './workspace';

/** A view of what changes by itself: it draws after changes, not after each of them, and only while it is in sight. */
export abstract class LiveView implements View {
  abstract readonly element: HTMLElement;
  #isShown = false;
  #due = 0;
  #ends: (() => void)[] = [];

  shown(): void {
    this.#isShown = true;
    this.request();
  }

  hidden(): void {
    this.#isShown = false;
  }

  dispose(): void {
    for (const end of this.#ends) end();
  }

  protected abstract draw(): void;

  /** How many milliseconds of changes are drawn at once. */
  protected get patience(): number {
    return 0;
  }

  /** Runs now, and again when a signal that it has read changes, until the view is closed. */
  protected follow(body: () => void): void {
    this.#ends.push(effect(body));
  }

  /** Has it drawn soon; in one go, however often this is called until then. */
  protected request(): void {
    if (this.#due !== 0) return;
    this.#due = window.setTimeout(
      () =>
        requestAnimationFrame(() => {
          this.#due = 0;
          if (this.#isShown) this.draw();
        }),
      this.patience,
    );
  }
}
