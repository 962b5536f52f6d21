import type { Appearance } from './appearance';
import type { Camera } from './camera';
import type { Scene, Sheet } from './sheets';

export type Tier = 'boxes' | 'flat';

/** A unit that is marked. */
export interface Mark {
  sheet: Sheet;
  unit: number;
}

/** What draws a scene: with WebGL, or without. */
export interface Painter {
  readonly canvas: HTMLCanvasElement;
  readonly name: string;
  /** Whether it can draw boxes. */
  readonly hasBoxes: boolean;
  setScene(scene: Scene): void;
  setValues(values: Float32Array): void;
  resize(width: number, height: number, ratio: number): void;
  draw(camera: Camera, appearance: Appearance, tier: Tier, selected: Mark | null, hovered: Mark | null): void;
  /** The next picture has all its pixels, also where moving pictures have fewer. */
  sharpen(): void;
  /** Waits until what was drawn is there, to measure. */
  finish(): void;
  dispose(): void;
}
