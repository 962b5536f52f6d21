import type { Appearance } from './appearance';
import type { Camera } from './camera';
import type { Scene, Sheet } from './sheets';

export type Tier = 'boxes' | 'flat';

/** A unit that is marked. */
export interface Mark {
  sheet: Sheet;
  unit: number;
}

/** What draws a scene: with WebGL, or without, which has no boxes. */
export interface Painter {
  readonly canvas: HTMLCanvasElement;
  readonly name: string;
  setScene(scene: Scene): void;
  /** Of all units; NaN where there is no value. */
  setValues(values: Float32Array): void;
  resize(width: number, height: number, ratio: number): void;
  draw(camera: Camera, appearance: Appearance, tier: Tier, selected: Mark | null, hovered: Mark | null): void;
}
