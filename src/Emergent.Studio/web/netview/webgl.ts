import { type Appearance, missingSize } from './appearance';
import type { Camera } from './camera';
import type { Rgb } from './colormaps';
import type { Mark, Painter, Tier } from './painter';
import { cellSize, thinnest } from './picking';
import { zeroAlpha } from './ranges';
import { boxFragment, boxVertex, flatFragment, flatVertex } from './shaders';
import type { Scene, Sheet } from './sheets';

const textureWidth = 1024;
const sheetMargin = 0.5;

interface Program {
  program: WebGLProgram;
  at(name: string): WebGLUniformLocation | null;
}

/** Draws with WebGL 2: a quad a layer (flat) or a box a unit (boxes), from one texture of values. */
export class WebGlPainter implements Painter {
  readonly name: string;
  readonly hasBoxes = true;
  #flat!: Program;
  #box!: Program;
  #quad!: WebGLVertexArrayObject;
  #cube!: WebGLVertexArrayObject;
  #texture!: WebGLTexture;
  #rows = 0;
  #scene: Scene = { sheets: [], unitCount: 0, halfSize: [1, 1, 1] };
  #values: Float32Array = new Float32Array(0);
  #lost = false;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly gl: WebGL2RenderingContext,
    restored: () => void,
  ) {
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    this.name = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'WebGL 2';
    canvas.addEventListener('webglcontextlost', event => {
      event.preventDefault();
      this.#lost = true;
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.#lost = false;
      this.#build();
      this.setScene(this.#scene);
      this.setValues(this.#values);
      restored();
    });
    this.#build();
  }

  /** A painter on a new canvas, or null where there is no WebGL 2. */
  static create(restored: () => void): WebGlPainter | null {
    const canvas = document.createElement('canvas');
    // Drawn by the processor, smooth edges double the cost of a frame (measured with SwiftShader: 37 ms instead of 16).
    const gl = canvas.getContext('webgl2', { antialias: !isSoftware(), alpha: false, powerPreference: 'high-performance' });
    if (!gl) return null;
    try {
      return new WebGlPainter(canvas, gl, restored);
    } catch (error) {
      console.error(error);
      return null;
    }
  }

  setScene(scene: Scene): void {
    this.#scene = scene;
    const { gl } = this;
    this.#rows = Math.max(Math.ceil(scene.unitCount / textureWidth), 1);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    const nothing = new Float32Array(this.#rows * textureWidth).fill(Number.NaN);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, textureWidth, this.#rows, 0, gl.RED, gl.FLOAT, nothing);
  }

  setValues(values: Float32Array): void {
    this.#values = values;
    const { gl } = this;
    const whole = Math.floor(values.length / textureWidth);
    const rest = values.length - whole * textureWidth;
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    if (whole > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, textureWidth, Math.min(whole, this.#rows), gl.RED, gl.FLOAT, values);
    if (rest > 0 && whole < this.#rows) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, whole, rest, 1, gl.RED, gl.FLOAT, values, whole * textureWidth);
  }

  resize(width: number, height: number, ratio: number): void {
    this.canvas.width = Math.max(Math.round(width * ratio), 1);
    this.canvas.height = Math.max(Math.round(height * ratio), 1);
  }

  draw(camera: Camera, appearance: Appearance, tier: Tier, selected: Mark | null, hovered: Mark | null): void {
    if (this.#lost) return;
    const { gl } = this;
    const [r, g, b] = unit(appearance.background);
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(r, g, b, 1);
    gl.depthMask(true);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.enable(gl.DEPTH_TEST);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    const view = camera.matrix;
    const eye = camera.position[1];
    // What is further in height lies behind: sheets are blended, so they go from far to near.
    const sheets = [...this.#scene.sheets].sort((p, q) => Math.abs(q.y - eye) - Math.abs(p.y - eye));

    if (tier === 'boxes') {
      const program = this.#use(this.#box, view, appearance);
      gl.bindVertexArray(this.#cube);
      gl.enable(gl.CULL_FACE);
      gl.disable(gl.BLEND);
      gl.uniform1f(program.at('height'), appearance.height);
      gl.uniform1f(program.at('thinnest'), thinnest);
      for (const sheet of sheets) {
        this.#place(program, sheet, selected, hovered, 0);
        gl.uniform1f(program.at('cellSize'), cellSize(sheet));
        gl.drawArraysInstanced(gl.TRIANGLES, 0, 36, sheet.count);
      }
      gl.disable(gl.CULL_FACE);
    }

    const program = this.#use(this.#flat, view, appearance);
    gl.bindVertexArray(this.#quad);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.depthMask(false);
    gl.uniform1f(program.at('margin'), sheetMargin);
    gl.uniform1i(program.at('hasUnits'), tier === 'flat' ? 1 : 0);
    gl.uniform4f(program.at('sheet'), ...unit(appearance.sheet), tier === 'flat' ? 0.07 : 0.05);
    gl.uniform4f(program.at('rim'), ...unit(appearance.sheet), 0.22);
    for (const sheet of sheets) {
      // Under boxes the sheet lies a little lower than their feet, else the two would flicker.
      this.#place(program, sheet, selected, hovered, tier === 'boxes' ? -0.02 * cellSize(sheet) : 0);
      gl.uniform2f(program.at('cells'), sheet.gridColumns, sheet.gridRows);
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }
    gl.bindVertexArray(null);
  }

  finish(): void {
    this.gl.readPixels(0, 0, 1, 1, this.gl.RGBA, this.gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  dispose(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #use(program: Program, view: Float32Array, { map, range, background, accent, unitSize }: Appearance): Program {
    const { gl } = this;
    gl.useProgram(program.program);
    gl.uniformMatrix4fv(program.at('view'), false, view);
    gl.uniform1i(program.at('values'), 0);
    gl.uniform1i(program.at('textureWidth'), textureWidth);
    gl.uniform1i(program.at('stopCount'), map.stops.length);
    gl.uniform3fv(program.at('stops'), map.stops.flatMap(unit));
    gl.uniform3f(program.at('ground'), ...unit(background));
    gl.uniform3f(program.at('accent'), ...unit(accent));
    gl.uniform1f(program.at('lo'), range.min);
    gl.uniform1f(program.at('hi'), range.max);
    gl.uniform1f(program.at('zeroAlpha'), zeroAlpha);
    gl.uniform1i(program.at('zeroCentred'), range.isZeroCentred ? 1 : 0);
    gl.uniform1f(program.at('unitSize'), unitSize);
    gl.uniform1f(program.at('missingSize'), missingSize);
    return program;
  }

  #place(program: Program, sheet: Sheet, selected: Mark | null, hovered: Mark | null, lower: number) {
    const { gl } = this;
    gl.uniform1i(program.at('base'), sheet.base);
    gl.uniform4i(program.at('grid'), sheet.poolRows, sheet.poolColumns, sheet.rows, sheet.columns);
    gl.uniform3f(program.at('origin'), sheet.x, sheet.y + lower, sheet.z);
    gl.uniform2f(program.at('pitch'), sheet.pitchX, sheet.pitchZ);
    gl.uniform1i(program.at('selected'), selected?.sheet === sheet ? selected.unit : -1);
    gl.uniform1i(program.at('hovered'), hovered?.sheet === sheet ? hovered.unit : -1);
  }

  #build() {
    const { gl } = this;
    this.#flat = this.#compile(flatVertex, flatFragment);
    this.#box = this.#compile(boxVertex, boxFragment);
    this.#texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    this.#quad = this.#vertices(new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), [2]);
    this.#cube = this.#vertices(cube(), [3, 3]);
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

/** Whether WebGL is drawn without a graphics processor. */
function isSoftware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  const name = info ? String(gl?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
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
