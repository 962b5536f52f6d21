import { type Appearance, colorOf, missingSize } from './appearance';
import { add, type Camera, type Vector } from './camera';
import { cssColor, mixColors } from './colormaps';
import type { Mark, Painter, Tier } from './painter';
import { type Scene, type Sheet, unitAt } from './sheets';

/** Draws the same flat picture without WebGL: a polygon a unit. */
export class CanvasPainter implements Painter {
  readonly canvas = document.createElement('canvas');
  readonly name = 'No WebGL 2 here: drawn on a 2-D canvas';
  readonly hasBoxes = false;
  readonly #context = this.canvas.getContext('2d')!;
  #scene: Scene = { sheets: [], unitCount: 0, halfSize: [1, 1, 1] };
  #values: Float32Array = new Float32Array(0);
  #ratio = 1;

  setScene(scene: Scene): void {
    this.#scene = scene;
    this.#values = new Float32Array(scene.unitCount).fill(Number.NaN);
  }

  setValues(values: Float32Array): void {
    this.#values = values;
  }

  resize(width: number, height: number, ratio: number): void {
    this.#ratio = ratio;
    this.canvas.width = Math.max(Math.round(width * ratio), 1);
    this.canvas.height = Math.max(Math.round(height * ratio), 1);
  }

  draw(camera: Camera, appearance: Appearance, _tier: Tier, selected: Mark | null, hovered: Mark | null): void {
    const context = this.#context;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.fillStyle = cssColor(appearance.background);
    context.fillRect(0, 0, camera.width, camera.height);
    const eye = camera.position[1];
    const sheets = [...this.#scene.sheets].sort((p, q) => Math.abs(q.y - eye) - Math.abs(p.y - eye));
    for (const sheet of sheets) this.#drawSheet(camera, appearance, sheet, selected, hovered);
  }

  sharpen(): void {}

  finish(): void {}

  dispose(): void {}

  #drawSheet(camera: Camera, appearance: Appearance, sheet: Sheet, selected: Mark | null, hovered: Mark | null) {
    const context = this.#context;
    const plate = this.#path(camera, sheet, -0.5, -0.5, sheet.gridColumns + 0.5, sheet.gridRows + 0.5);
    if (!plate) return;
    context.fillStyle = cssColor(mixColors(appearance.background, appearance.sheet, 0.07));
    context.strokeStyle = cssColor(mixColors(appearance.background, appearance.sheet, 0.22));
    context.lineWidth = 1;
    context.fill(plate);
    context.stroke(plate);
    for (let row = 0; row < sheet.gridRows; row++) {
      for (let column = 0; column < sheet.gridColumns; column++) {
        const unit = unitAt(sheet, column, row);
        if (unit < 0) continue;
        const value = this.#values[sheet.base + unit] ?? Number.NaN;
        const inset = (1 - (Number.isNaN(value) ? missingSize : appearance.unitSize)) / 2;
        const path = this.#path(camera, sheet, column + inset, row + inset, column + 1 - inset, row + 1 - inset);
        if (!path) continue;
        context.fillStyle = cssColor(colorOf(value, appearance));
        context.fill(path);
        const isMarked = (mark: Mark | null) => mark?.sheet === sheet && mark.unit === unit;
        if (isMarked(selected) || isMarked(hovered)) {
          context.strokeStyle = cssColor(appearance.accent);
          context.lineWidth = isMarked(selected) ? 2.5 : 1.5;
          context.stroke(path);
        }
      }
    }
  }

  #path(camera: Camera, sheet: Sheet, left: number, front: number, right: number, back: number): Path2D | null {
    const corner = (column: number, row: number): Vector => add([sheet.x, sheet.y, sheet.z], [column * sheet.pitchX, 0, -row * sheet.pitchZ]);
    const corners = [corner(left, front), corner(right, front), corner(right, back), corner(left, back)].map(each => camera.project(each));
    const path = new Path2D();
    for (const [i, point] of corners.entries()) {
      if (!point) return null;
      if (i === 0) path.moveTo(point.x, point.y);
      else path.lineTo(point.x, point.y);
    }
    path.closePath();
    return path;
  }
}
