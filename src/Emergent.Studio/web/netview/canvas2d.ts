import { type Appearance, colorOf, colorsOf, lookOf, missingSize, rimOpacity, sheetOpacity } from './appearance';
import type { Camera } from './camera';
import { mixColors, type Rgb } from './colormaps';
import type { Mark } from './painter';
import type { Range } from './ranges';
import { type Area, areaOf, cornersOf, margin, missingCode, mix, type Paint, type Pixels, paintLine, paintSheet, wordOf } from './raster';
import { cellOf, emptyScene, farToNear, type Scene, type Sheet } from './sheets';

/** Draws the flat picture itself, pixel by pixel, where no graphics card would: there it takes a fraction of the time that WebGL does. */
export class CanvasPainter {
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #paint: Paint = { codes: new Uint16Array(0), colors: new Uint32Array(0), ground: [0, 0, 0], sheet: [0, 0, 0], sheetOpacity, unitSize: 1, missingSize };
  #scene: Scene = emptyScene;
  #values: Float32Array = new Float32Array(0);
  #image = new ImageData(1, 1);
  #pixels: Pixels = { words: new Uint32Array(1), width: 1, height: 1 };
  #ratio = 1;
  #look = '';
  #isCoded = false;
  // Where the last picture is not ground.
  #drawn: Area = { left: 0, top: 0, right: 1, bottom: 1 };

  constructor(private readonly canvas: OffscreenCanvas) {
    this.#context = canvas.getContext('2d', { alpha: false })!;
  }

  setScene(scene: Scene): void {
    this.#scene = scene;
    this.setValues(new Float32Array(scene.unitCount).fill(Number.NaN));
  }

  setValues(values: Float32Array): void {
    this.#values = values;
    if (this.#paint.codes.length !== values.length) this.#paint.codes = new Uint16Array(values.length);
    this.#isCoded = false;
  }

  resize(width: number, height: number, ratio: number): void {
    this.#ratio = ratio;
    this.canvas.width = Math.max(Math.round(width * ratio), 1);
    this.canvas.height = Math.max(Math.round(height * ratio), 1);
    this.#image = new ImageData(this.canvas.width, this.canvas.height);
    this.#pixels = { words: new Uint32Array(this.#image.data.buffer), width: this.canvas.width, height: this.canvas.height };
    this.#forget();
  }

  draw(camera: Camera, appearance: Appearance, selected: Mark | null, hovered: Mark | null): void {
    this.#mix(appearance);
    const sheets = farToNear(this.#scene, camera.position[1]);
    const areas = sheets.map(sheet => areaOf(sheet, camera, this.#pixels.width, this.#pixels.height));
    const drawn = union(areas);
    // With what the last picture leaves to be cleared.
    const area = union([drawn, this.#drawn]);
    this.#drawn = drawn;
    this.#clear(area, appearance.background);
    for (const [i, sheet] of sheets.entries()) {
      const isOver = areas.slice(0, i).some(other => meets(other, areas[i]!));
      paintSheet(this.#pixels, camera, sheet, areas[i]!, isOver, this.#paint);
      this.#outline(camera, sheet, -margin, -margin, sheet.gridColumns + margin, sheet.gridRows + margin, appearance.sheet, rimOpacity, 1);
      for (const mark of [hovered, selected]) {
        if (mark?.sheet.base !== sheet.base) continue;
        const { column, row } = cellOf(sheet, mark.unit);
        this.#outline(camera, sheet, column, row, column + 1, row + 1, appearance.accent, 1, mark === selected ? 2.5 : 1.5);
      }
    }
    this.#context.putImageData(this.#image, 0, 0, area.left, area.top, area.right - area.left, area.bottom - area.top);
  }

  /** Gives each unit a code, and each code a colour. */
  #mix(appearance: Appearance) {
    const { range, background, sheet, unitSize } = appearance;
    const look = lookOf(appearance);
    if (look !== this.#look) {
      this.#look = look;
      this.#isCoded = false;
      [this.#paint.ground, this.#paint.sheet] = [background, sheet];
      this.#paint.colors = mix([...colorsOf(appearance, missingCode), colorOf(Number.NaN, appearance)], mixColors(background, sheet, sheetOpacity));
      this.#forget();
    }
    this.#paint.unitSize = unitSize;
    if (!this.#isCoded) encode(this.#values, range, this.#paint.codes);
    this.#isCoded = true;
  }

  /** Has the next picture drawn anew everywhere. */
  #forget() {
    this.#drawn = { left: 0, top: 0, right: this.#pixels.width, bottom: this.#pixels.height };
  }

  #clear({ left, top, right, bottom }: Area, background: Rgb) {
    const { words, width } = this.#pixels;
    const ground = wordOf(background);
    for (let y = top; y < bottom; y++) words.fill(ground, y * width + left, y * width + right);
  }

  #outline(camera: Camera, sheet: Sheet, left: number, front: number, right: number, back: number, color: Rgb, opacity: number, width: number) {
    const ratio = this.#ratio;
    const corners = cornersOf(sheet, left, front, right, back).map(each => {
      const at = camera.project(each);
      return at && { x: at.x * ratio, y: at.y * ratio };
    });
    for (const [i, from] of corners.entries()) {
      const to = corners[(i + 1) % corners.length];
      if (from && to) paintLine(this.#pixels, from, to, color, opacity, width * ratio);
    }
  }
}

function encode(values: Float32Array, { min, max }: Range, codes: Uint16Array) {
  const last = missingCode - 1;
  const scale = max > min ? last / (max - min) : 0;
  const start = 0.5 - min * scale;
  for (let i = 0; i < values.length; i++) {
    const at = values[i]! * scale + start;
    codes[i] = at >= 0 ? (at < last ? at : last) : at < 0 ? 0 : missingCode;
  }
}

const meets = (p: Area, q: Area) => p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom;

const union = (areas: Area[]): Area => ({
  left: Math.min(...areas.map(each => each.left)),
  top: Math.min(...areas.map(each => each.top)),
  right: Math.max(...areas.map(each => each.right), 0),
  bottom: Math.max(...areas.map(each => each.bottom), 0),
});
