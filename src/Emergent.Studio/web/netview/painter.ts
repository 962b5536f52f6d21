import type { Appearance } from './appearance';
import type { Camera } from './camera';
import type { Scene, Sheet } from './sheets';

export type Tier = 'boxes' | 'flat';

/** A unit that is marked. */
export interface Mark {
  sheet: Sheet;
  unit: number;
}

/** What draws a scene: WebGL, or the processor, which has no boxes. */
export interface Painter {
  readonly canvas: HTMLCanvasElement;
  readonly name: string;
  setScene(scene: Scene): void;
  /** Of all units; NaN where there is no value. */
  setValues(values: Float32Array): void;
  resize(width: number, height: number, ratio: number): void;
  /** Draws, and says when it is done. A picture that is wanted while another is drawn waits for it; a later one takes its place. */
  draw(camera: Camera, appearance: Appearance, tier: Tier, selected: Mark | null, hovered: Mark | null, done: () => void): void;
  dispose(): void;
}
