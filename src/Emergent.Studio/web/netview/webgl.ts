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

interface Program {
  program: WebGLProgram;
  at(name: string): WebGLUniformLocation | null;
}

/** Draws with WebGL 2: a quad a layer (flat) or a box a unit (boxes), from one texture of values. */
export class WebGlPainter implements Painter {
  readonly name: string;
  // Made when they are first wanted: where the processor draws, each takes time to compile.
  readonly #programs = new Map<string, Program>();
  #quad!: WebGLVertexArrayObject;
  #cube!: WebGLVertexArrayObject;
  #valueTexture!: WebGLTexture;
  #mapTexture!: WebGLTexture;
  // The look that the map has been filled for, and whether the values are in their texture.
  #look = '';
  #isUploaded = false;
  #scene: Scene = emptyScene;
  #values: Float32Array = new Float32Array(0);
  #size = { width: 1, height: 1 };
  #drawnAt = 0;
  #resting = 0;
  #isSharp = false;
  /** Whether no graphics card draws. */
  readonly isSlow: boolean;
  #lost = false;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly gl: WebGL2RenderingContext,
    private readonly redraw: () => void,
  ) {
    this.name = rendererOf(gl);
    this.isSlow = isSoftware(this.name);
    canvas.addEventListener('webglcontextlost', event => {
      event.preventDefault();
      this.#lost = true;
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.#lost = false;
      this.#build();
      redraw();
    });
    this.#build();
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
    this.setValues(new Float32Array(scene.unitCount).fill(Number.NaN));
  }

  setValues(values: Float32Array): void {
    this.#values = values;
    this.#isUploaded = false;
  }

  resize(width: number, height: number, ratio: number): void {
    this.#size = { width: width * ratio, height: height * ratio };
  }

  /** The next picture has all its pixels, also where moving pictures have fewer. */
  sharpen(): void {
    this.#isSharp = true;
  }

  draw(camera: Camera, appearance: Appearance, tier: Tier, selected: Mark | null, hovered: Mark | null, done: () => void): void {
    if (this.#lost) {
      done();
      return;
    }
    this.#focus();
    const { gl } = this;
    this.#fillMap(appearance);
    this.#uploadValues();
    const [r, g, b] = unit(appearance.background);
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(r, g, b, 1);
    gl.depthMask(true);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    const sheets = farToNear(this.#scene, camera.position[1]);
    if (tier === 'boxes') this.#drawBoxes(sheets, camera, appearance, selected, hovered);
    this.#drawSheets(sheets, camera, appearance, tier, selected, hovered);
    gl.bindVertexArray(null);
    done();
  }

  /** Waits until what was drawn is there, to measure. */
  finish(): void {
    this.gl.readPixels(0, 0, 1, 1, this.gl.RGBA, this.gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #drawBoxes(sheets: Sheet[], camera: Camera, appearance: Appearance, selected: Mark | null, hovered: Mark | null) {
    const { gl } = this;
    const program = this.#use('box', boxVertex, boxFragment);
    this.#show(program, appearance);
    gl.bindVertexArray(this.#cube);
    gl.enable(gl.DEPTH_TEST);
    gl.enable(gl.CULL_FACE);
    gl.uniformMatrix4fv(program.at('view'), false, camera.matrix);
    gl.uniform3f(program.at('accent'), ...unit(appearance.accent));
    gl.uniform1i(program.at('zeroCentred'), appearance.range.isZeroCentred ? 1 : 0);
    gl.uniform1f(program.at('height'), appearance.height);
    gl.uniform1f(program.at('thinnest'), thinnest);
    for (const sheet of sheets) {
      this.#place(program, sheet, 0);
      gl.uniform1i(program.at('selected'), selected?.sheet === sheet ? selected.unit : -1);
      gl.uniform1i(program.at('hovered'), hovered?.sheet === sheet ? hovered.unit : -1);
      gl.uniform1f(program.at('cellSize'), cellSize(sheet));
      gl.drawArraysInstanced(gl.TRIANGLES, 0, 36, sheet.count);
    }
    gl.disable(gl.CULL_FACE);
  }

  #drawSheets(sheets: Sheet[], camera: Camera, appearance: Appearance, tier: Tier, selected: Mark | null, hovered: Mark | null) {
    const { gl } = this;
    const program = this.#use('flat', flatVertex, flatFragment);
    this.#show(program, appearance);
    gl.bindVertexArray(this.#quad);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.depthMask(false);
    gl.uniformMatrix4fv(program.at('view'), false, camera.matrix);
    gl.uniform3f(program.at('accent'), ...unit(appearance.accent));
    gl.uniform1f(program.at('margin'), margin);
    gl.uniform1i(program.at('hasUnits'), tier === 'flat' ? 1 : 0);
    gl.uniform4f(program.at('sheet'), ...unit(appearance.sheet), sheetOpacity);
    gl.uniform4f(program.at('rim'), ...unit(appearance.sheet), rimOpacity);
    for (const sheet of sheets) {
      // Under boxes the sheet lies a little lower than their feet, else the two would flicker.
      this.#place(program, sheet, tier === 'boxes' ? -0.02 * cellSize(sheet) : 0);
      gl.uniform2f(program.at('cells'), sheet.gridColumns, sheet.gridRows);
      gl.uniform4i(program.at('marks'), ...markedCell(sheet, selected), ...markedCell(sheet, hovered));
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.BLEND);
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
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }

  #fillMap(appearance: Appearance) {
    const look = lookOf(appearance);
    if (look === this.#look) return;
    this.#look = look;
    const colors = [...colorsOf(appearance, mapWidth), colorOf(Number.NaN, appearance)].flatMap(([r, g, b]) => [r, g, b, 255]);
    const { gl } = this;
    gl.bindTexture(gl.TEXTURE_2D, this.#mapTexture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, mapWidth + 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(colors));
  }

  #uploadValues() {
    if (this.#isUploaded) return;
    this.#isUploaded = true;
    const { gl } = this;
    const rows = Math.max(Math.ceil(this.#values.length / textureWidth), 1);
    const padded = new Float32Array(rows * textureWidth);
    padded.set(this.#values);
    gl.bindTexture(gl.TEXTURE_2D, this.#valueTexture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, textureWidth, rows, 0, gl.RED, gl.FLOAT, padded);
  }

  #use(name: string, vertex: string, fragment: string): Program {
    let program = this.#programs.get(name);
    if (!program) {
      program = this.#compile(vertex, fragment);
      this.#programs.set(name, program);
    }
    this.gl.useProgram(program.program);
    return program;
  }

  /** Gives a program the values and what they look like. */
  #show(program: Program, { range, unitSize }: Appearance) {
    const { gl } = this;
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.#mapTexture);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#valueTexture);
    gl.uniform1i(program.at('values'), 0);
    gl.uniform1i(program.at('map'), 1);
    gl.uniform1f(program.at('lo'), range.min);
    gl.uniform1f(program.at('hi'), range.max);
    gl.uniform1f(program.at('unitSize'), unitSize);
    gl.uniform1f(program.at('missingSize'), missingSize);
  }

  #place(program: Program, sheet: Sheet, lower: number) {
    this.gl.uniform1i(program.at('base'), sheet.base);
    this.gl.uniform4i(program.at('grid'), sheet.poolRows, sheet.poolColumns, sheet.rows, sheet.columns);
    this.gl.uniform3f(program.at('origin'), sheet.x, sheet.y + lower, sheet.z);
    this.gl.uniform2f(program.at('pitch'), sheet.pitchX, sheet.pitchZ);
  }

  #build() {
    this.#programs.clear();
    [this.#look, this.#isUploaded] = ['', false];
    this.#valueTexture = this.#newTexture();
    this.#mapTexture = this.#newTexture();
    this.#quad = this.#vertices(new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), [2]);
    this.#cube = this.#vertices(cube(), [3, 3]);
  }

  #newTexture(): WebGLTexture {
    const { gl } = this;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    return texture;
  }

  #vertices(data: Float32Array, sizes: number[]): WebGLVertexArrayObject {
    const { gl } = this;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    const stride = 4 * sizes.reduce((sum, size) => sum + size, 0);
    let offset = 0;
    sizes.forEach((size, location) => {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, size, gl.FLOAT, false, stride, offset);
      offset += 4 * size;
    });
    gl.bindVertexArray(null);
    return array;
  }

  #compile(vertex: string, fragment: string): Program {
    const { gl } = this;
    const program = gl.createProgram();
    for (const [kind, text] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(kind)!;
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
        throw new Error(`A shader of NetView does not compile: ${gl.getShaderInfoLog(shader)}`);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
      throw new Error(`The shaders of NetView do not link: ${gl.getProgramInfoLog(program)}`);
    const locations = new Map<string, WebGLUniformLocation | null>();
    return {
      program,
      at(name) {
        if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
        return locations.get(name)!;
      },
    };
  }
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

/** Position and normal of 36 corners of a unit cube; its z goes to the back, as rows of units do. */
function cube(): Float32Array {
  const data: number[] = [];
  for (let axis = 0; axis < 3; axis++) {
    for (const side of [0, 1]) {
      const normal = [0, 0, 0];
      normal[axis] = side === 0 ? -1 : 1;
      const corners = [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
        [1, 1],
        [0, 1],
      ].map(([p, q]) => {
        const corner = [0, 0, 0];
        corner[axis] = side;
        corner[(axis + 1) % 3] = p!;
        corner[(axis + 2) % 3] = q!;
        return corner;
      });
      // z is mirrored on the way to the scene, which turns every face around.
      if (side === 1) corners.reverse();
      for (const corner of corners) data.push(...corner, ...normal);
    }
  }
  return new Float32Array(data);
}
