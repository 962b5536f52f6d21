import * as three from 'three';
import { type Appearance, colorOf, colorsOf, lookOf, missingSize, rimOpacity, sheetOpacity } from './appearance';
import type { Camera } from './camera';
import type { Rgb } from './colormaps';
import type { Mark, Painter, Tier } from './painter';
import { cellSize, thinnest } from './picking';
import { margin } from './raster';
import { boxFragment, boxVertex, flatFragment, flatVertex, mapWidth, textureWidth } from './shaders';
import { cellOf, emptyScene, farToNear, type Scene, type Sheet } from './sheets';

// Where the processor draws, a picture that changes has at most so many pixels; it is drawn in full when it has rested.
const pixelsInMotion = 200_000;
const rest = 200; // ms

// Colours are given as they shall appear.
three.ColorManagement.enabled = false;

/** What is drawn of a layer: its sheet, and a box for each unit. */
interface Body {
  plate: three.Mesh;
  boxes: three.Mesh;
}

/** Draws with WebGL 2: a quad a layer (flat) or a box a unit (boxes), from one texture of values. */
export class WebGlPainter implements Painter {
  readonly name: string;
  readonly #renderer: three.WebGLRenderer;
  readonly #eye = new three.Camera();
  readonly #stage = new three.Scene();
  readonly #quad = new three.BufferGeometry();
  readonly #cube = new three.InstancedBufferGeometry();
  // What all layers share; what is of a layer is set as its turn comes.
  readonly #uniforms = {
    values: { value: newTexture(new Float32Array(textureWidth), 1) },
    map: { value: new three.DataTexture(new Uint8Array(4 * (mapWidth + 1)), mapWidth + 1, 1) },
    lo: { value: 0 },
    hi: { value: 1 },
    unitSize: { value: 1 },
    missingSize: { value: missingSize },
    accent: { value: new three.Color() },
  };
  // Compiled when they are first drawn with: where the processor draws, that takes time.
  readonly #plates = new three.RawShaderMaterial({
    glslVersion: three.GLSL3,
    vertexShader: flatVertex,
    fragmentShader: flatFragment,
    side: three.DoubleSide,
    transparent: true,
    depthWrite: false,
    uniforms: {
      ...this.#uniforms,
      base: { value: 0 },
      grid: { value: new three.Vector4() },
      cells: { value: new three.Vector2() },
      margin: { value: margin },
      sheet: { value: new three.Vector4() },
      rim: { value: new three.Vector4() },
      marks: { value: new three.Vector4() },
      hasUnits: { value: false },
    },
  });
  readonly #boxes = new three.RawShaderMaterial({
    glslVersion: three.GLSL3,
    vertexShader: boxVertex,
    fragmentShader: boxFragment,
    uniforms: {
      ...this.#uniforms,
      base: { value: 0 },
      grid: { value: new three.Vector4() },
      zeroCentred: { value: false },
      height: { value: 1 },
      thinnest: { value: thinnest },
      selected: { value: -1 },
      hovered: { value: -1 },
    },
  });
  #bodies = new Map<Sheet, Body>();
  // The look that the map has been filled for.
  #look = '';
  #scene: Scene = emptyScene;
  #selected: Mark | null = null;
  #hovered: Mark | null = null;
  #size = { width: 1, height: 1 };
  #drawnAt = 0;
  #resting = 0;
  #isSharp = false;
  /** Whether no graphics card draws. */
  readonly isSlow: boolean;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly gl: WebGL2RenderingContext,
    private readonly redraw: () => void,
  ) {
    this.name = rendererOf(gl);
    this.isSlow = isSoftware(this.name);
    this.#renderer = new three.WebGLRenderer({ canvas, context: gl });
    // After the renderer has made anew what was lost.
    canvas.addEventListener('webglcontextrestored', redraw);
    this.#quad.setAttribute('position', new three.Float32BufferAttribute([0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1], 3));
    this.#quad.setIndex([0, 1, 2, 2, 1, 3]);
    const { attributes, index } = new three.BoxGeometry();
    this.#cube.setAttribute('position', attributes.position!);
    this.#cube.setAttribute('normal', attributes.normal!);
    this.#cube.setIndex(index);
  }

  /** A painter on a new canvas, or null where there is no WebGL 2. */
  static create(redraw: () => void): WebGlPainter | null {
    // Drawn by the processor, smooth edges double the cost of a frame (measured with SwiftShader: 37 ms instead of 16).
    let context = contextOf(false);
    if (context && !isSoftware(rendererOf(context.gl))) {
      context.gl.getExtension('WEBGL_lose_context')?.loseContext();
      context = contextOf(true);
    }
    if (!context) return null;
    try {
      return new WebGlPainter(context.canvas, context.gl, redraw);
    } catch (error) {
      console.error(error);
      return null;
    }
  }

  setScene(scene: Scene): void {
    this.#scene = scene;
    this.#bodies = new Map(scene.sheets.map(sheet => [sheet, this.#bodyOf(sheet)]));
    this.#stage.clear();
    for (const { plate, boxes } of this.#bodies.values()) this.#stage.add(plate, boxes);
    this.setValues(new Float32Array(scene.unitCount).fill(Number.NaN));
  }

  setValues(values: Float32Array): void {
    const rows = Math.max(Math.ceil(values.length / textureWidth), 1);
    const { values: uniform } = this.#uniforms;
    if (uniform.value.image.height !== rows) {
      uniform.value.dispose();
      uniform.value = newTexture(new Float32Array(rows * textureWidth), rows);
    }
    (uniform.value.image.data as Float32Array).set(values);
    uniform.value.needsUpdate = true;
  }

  resize(width: number, height: number, ratio: number): void {
    this.#size = { width: width * ratio, height: height * ratio };
  }

  /** The next picture has all its pixels, also where moving pictures have fewer. */
  sharpen(): void {
    this.#isSharp = true;
  }

  draw(camera: Camera, appearance: Appearance, tier: Tier, selected: Mark | null, hovered: Mark | null, done: () => void): void {
    this.#focus();
    this.#fillMap(appearance);
    this.#show(appearance, tier);
    [this.#selected, this.#hovered] = [selected, hovered];
    for (const [order, sheet] of farToNear(this.#scene, camera.position[1]).entries()) {
      const { plate, boxes } = this.#bodies.get(sheet)!;
      // Under boxes the sheet lies a little lower than their feet, else the two would flicker.
      plate.position.y = sheet.y - (tier === 'boxes' ? 0.02 * cellSize(sheet) : 0);
      boxes.visible = tier === 'boxes';
      plate.renderOrder = boxes.renderOrder = order;
    }
    // The picture is where the pointer looks for it: the whole matrix is ours.
    this.#eye.projectionMatrix.fromArray(camera.matrix);
    this.#renderer.render(this.#stage, this.#eye);
    done();
  }

  /** Waits until what was drawn is there, to measure. */
  finish(): void {
    this.gl.readPixels(0, 0, 1, 1, this.gl.RGBA, this.gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }

  /** The plate and the boxes of a layer, in units of its cells. */
  #bodyOf(sheet: Sheet): Body {
    const plate = new three.Mesh(this.#quad, this.#plates);
    plate.onBeforeRender = () => {
      const { base, grid, cells, marks } = this.#plates.uniforms;
      base!.value = sheet.base;
      grid!.value.set(sheet.poolRows, sheet.poolColumns, sheet.rows, sheet.columns);
      cells!.value.set(sheet.gridColumns, sheet.gridRows);
      marks!.value.set(...markedCell(sheet, this.#selected), ...markedCell(sheet, this.#hovered));
      this.#plates.uniformsNeedUpdate = true;
    };
    const boxes = new three.Mesh(this.#cube, this.#boxes);
    boxes.onBeforeRender = () => {
      const { base, grid, selected, hovered } = this.#boxes.uniforms;
      base!.value = sheet.base;
      grid!.value.set(sheet.poolRows, sheet.poolColumns, sheet.rows, sheet.columns);
      selected!.value = this.#selected?.sheet === sheet ? this.#selected.unit : -1;
      hovered!.value = this.#hovered?.sheet === sheet ? this.#hovered.unit : -1;
      this.#boxes.uniformsNeedUpdate = true;
      this.#cube.instanceCount = sheet.count;
    };
    for (const mesh of [plate, boxes]) {
      mesh.position.set(sheet.x, sheet.y, sheet.z);
      mesh.scale.set(sheet.pitchX, cellSize(sheet), -sheet.pitchZ);
      mesh.frustumCulled = false;
    }
    return { plate, boxes };
  }

  /** Decides how many pixels this picture gets. */
  #focus() {
    const now = performance.now();
    const isMoving = this.isSlow && !this.#isSharp && now - this.#drawnAt < rest;
    this.#scale(isMoving ? Math.min(1, Math.sqrt(pixelsInMotion / (this.#size.width * this.#size.height))) : 1);
    this.#drawnAt = now;
    this.#isSharp = false;
    clearTimeout(this.#resting);
    if (isMoving) this.#resting = window.setTimeout(this.redraw, rest);
  }

  #scale(share: number) {
    const width = Math.max(Math.round(this.#size.width * share), 1);
    const height = Math.max(Math.round(this.#size.height * share), 1);
    if (this.canvas.width !== width || this.canvas.height !== height) this.#renderer.setSize(width, height, false);
  }

  #fillMap(appearance: Appearance) {
    const look = lookOf(appearance);
    if (look === this.#look) return;
    this.#look = look;
    const { value: map } = this.#uniforms.map;
    const colors = [...colorsOf(appearance, mapWidth), colorOf(Number.NaN, appearance)];
    (map.image.data as Uint8Array).set(colors.flatMap(([r, g, b]) => [r, g, b, 255]));
    map.needsUpdate = true;
  }

  /** Gives the shaders what values and sheets look like. */
  #show({ range, unitSize, height, background, sheet, accent }: Appearance, tier: Tier) {
    this.#renderer.setClearColor(new three.Color(...unit(background)));
    this.#uniforms.lo.value = range.min;
    this.#uniforms.hi.value = range.max;
    this.#uniforms.unitSize.value = unitSize;
    this.#uniforms.accent.value.setRGB(...unit(accent));
    const { uniforms: plates } = this.#plates;
    plates.sheet!.value.set(...unit(sheet), sheetOpacity);
    plates.rim!.value.set(...unit(sheet), rimOpacity);
    plates.hasUnits!.value = tier === 'flat';
    const { uniforms: boxes } = this.#boxes;
    boxes.zeroCentred!.value = range.isZeroCentred;
    boxes.height!.value = height;
  }
}

/** Values in rows of a power of two. */
function newTexture(values: Float32Array<ArrayBuffer>, rows: number): three.DataTexture {
  return new three.DataTexture(values, textureWidth, rows, three.RedFormat, three.FloatType);
}

function contextOf(antialias: boolean): { canvas: HTMLCanvasElement; gl: WebGL2RenderingContext } | null {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { antialias, alpha: false, powerPreference: 'high-performance' });
  return gl && { canvas, gl };
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'WebGL 2';
}

/** Whether that draws without a graphics processor. */
function isSoftware(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

function markedCell(sheet: Sheet, mark: Mark | null): [number, number] {
  if (mark?.sheet !== sheet) return [-1, -1];
  const { column, row } = cellOf(sheet, mark.unit);
  return [column, row];
}

const unit = ([r, g, b]: Rgb): [number, number, number] => [r / 255, g / 255, b / 255];
