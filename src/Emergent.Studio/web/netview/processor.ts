import type { Appearance } from './appearance';
import type { Camera, View } from './camera';
import type { Mark, Painter, Tier } from './painter';
import type { Scene } from './sheets';

/** What the thread that draws is told: a picture, and what is new since the last. */
export interface Wish {
  canvas?: OffscreenCanvas;
  scene?: Scene;
  size?: { width: number; height: number; ratio: number };
  values?: Float32Array<ArrayBuffer>;
  camera: { view: View; width: number; height: number };
  appearance: Appearance;
  selected: Mark | null;
  hovered: Mark | null;
}

/** What it answers when the picture is there: room for values that it no longer needs. */
export interface Drawn {
  spare: Float32Array<ArrayBuffer> | null;
}

interface Wanted {
  wish: Wish;
  done: () => void;
}

/** Has the processor draw the flat picture, in a thread of its own, so that the page answers meanwhile. */
export class ProcessorPainter implements Painter {
  readonly canvas = document.createElement('canvas');
  readonly #thread = new Worker(new URL('drawing.js', document.baseURI), { type: 'module' });
  // What is new since the last picture.
  #news: Pick<Wish, 'canvas' | 'scene' | 'size'> = { canvas: this.canvas.transferControlToOffscreen() };
  #values: Float32Array | null = null;
  #spare: Float32Array<ArrayBuffer> | null = null;
  // The picture that is drawn, by what is done then, and the one that waits for it.
  #drawing: (() => void) | null = null;
  #waiting: Wanted | null = null;

  constructor(
    readonly name: string,
    failed: (reason: string) => void,
  ) {
    this.#thread.onmessage = ({ data }: MessageEvent<Drawn>) => this.#drawn(data.spare);
    this.#thread.onerror = ({ message }) => {
      failed(`The network cannot be drawn: ${message || 'the script that draws it did not load'}. Reload the page.`);
      this.#drawn(null);
    };
  }

  setScene(scene: Scene): void {
    this.#news.scene = scene;
    this.#values = null;
  }

  setValues(values: Float32Array): void {
    this.#values = values;
  }

  resize(width: number, height: number, ratio: number): void {
    this.#news.size = { width, height, ratio };
  }

  draw(camera: Camera, appearance: Appearance, _tier: Tier, selected: Mark | null, hovered: Mark | null, done: () => void): void {
    const { view, width, height } = camera;
    this.#waiting = { wish: { camera: { view, width, height }, appearance, selected, hovered }, done };
    if (!this.#drawing) this.#send();
  }

  dispose(): void {
    this.#thread.terminate();
  }

  #send() {
    if (!this.#waiting) return;
    const { wish, done } = this.#waiting;
    [this.#waiting, this.#drawing] = [null, done];
    Object.assign(wish, this.#news);
    const given: Transferable[] = this.#news.canvas ? [this.#news.canvas] : [];
    this.#news = {};
    if (this.#values) {
      // The page keeps its values, to say what the pointer is at.
      wish.values = this.#spare?.length === this.#values.length ? this.#spare : new Float32Array(this.#values.length);
      wish.values.set(this.#values);
      given.push(wish.values.buffer);
      this.#values = this.#spare = null;
    }
    this.#thread.postMessage(wish, given);
  }

  #drawn(spare: Float32Array<ArrayBuffer> | null) {
    if (spare) this.#spare = spare;
    const done = this.#drawing;
    this.#drawing = null;
    this.#send();
    done?.();
  }
}
