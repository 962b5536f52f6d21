export type Vector = [number, number, number];
export type Matrix = Float32Array;

/** From where the scene is seen: directions in radians, the distance to the target in scene units. */
export interface View {
  azimuth: number;
  elevation: number;
  distance: number;
  target: Vector;
}

export interface Ray {
  origin: Vector;
  direction: Vector;
}

/** The vertical field of view, as emergent has it. */
export const fieldOfView = (30 * Math.PI) / 180;
const near = 0.02;
const far = 100;
const steepest = Math.PI / 2 - 0.001;

export const add = (a: Vector, b: Vector, factor = 1): Vector => [a[0] + b[0] * factor, a[1] + b[1] * factor, a[2] + b[2] * factor];
export const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** A camera that turns around a target. */
export class Camera {
  azimuth = 0;
  elevation = 0.42;
  distance = 3;
  target: Vector = [0, 0, 0];
  width = 1;
  height = 1;

  get view(): View {
    return { azimuth: this.azimuth, elevation: this.elevation, distance: this.distance, target: [...this.target] };
  }

  set view({ azimuth, elevation, distance, target }: View) {
    this.azimuth = azimuth;
    this.elevation = elevation;
    this.distance = distance;
    this.target = [...target];
  }

  /** Right, up and forward of the picture. */
  get axes(): [Vector, Vector, Vector] {
    const [sa, ca, se, ce] = [Math.sin(this.azimuth), Math.cos(this.azimuth), Math.sin(this.elevation), Math.cos(this.elevation)];
    return [
      [ca, 0, -sa],
      [-sa * se, ce, -ca * se],
      [-sa * ce, -se, -ca * ce],
    ];
  }

  get position(): Vector {
    return add(this.target, this.axes[2], -this.distance);
  }

  /** Turns by angles; the elevation stops overhead. */
  orbit(azimuth: number, elevation: number): void {
    this.azimuth += azimuth;
    this.elevation = Math.min(Math.max(this.elevation + elevation, -steepest), steepest);
  }

  /** Moves the scene by pixels in the picture's plane. */
  pan(dx: number, dy: number): void {
    const [right, up] = this.axes;
    const size = this.unitsPerPixel;
    this.target = add(add(this.target, right, -dx * size), up, dy * size);
  }

  /** Comes nearer by a factor below 1, the point under a pixel staying where it is. */
  zoom(factor: number, px = this.width / 2, py = this.height / 2): void {
    const distance = Math.min(Math.max(this.distance * factor, 0.08), 30);
    const [dx, dy] = [px - this.width / 2, py - this.height / 2];
    const before = this.unitsPerPixel;
    this.distance = distance;
    const moved = before - this.unitsPerPixel;
    const [right, up] = this.axes;
    this.target = add(add(this.target, right, dx * moved), up, -dy * moved);
  }

  /** How large a pixel is at the target. */
  get unitsPerPixel(): number {
    return (2 * this.distance * Math.tan(fieldOfView / 2)) / Math.max(this.height, 1);
  }

  /** Scene to clip coordinates, column after column. */
  get matrix(): Matrix {
    const [right, up, forward] = this.axes;
    const eye = this.position;
    const f = 1 / Math.tan(fieldOfView / 2);
    const fx = f / (this.width / Math.max(this.height, 1));
    const a = (far + near) / (near - far);
    const b = (2 * far * near) / (near - far);
    const [tx, ty, tz] = [-dot(right, eye), -dot(up, eye), dot(forward, eye)];
    const m = new Float32Array(16);
    for (let i = 0; i < 3; i++) {
      m[4 * i] = fx * right[i]!;
      m[4 * i + 1] = f * up[i]!;
      m[4 * i + 2] = -a * forward[i]!;
      m[4 * i + 3] = forward[i]!;
    }
    m[12] = fx * tx;
    m[13] = f * ty;
    m[14] = a * tz + b;
    m[15] = -tz;
    return m;
  }

  /** Where a point is in the picture, in pixels, and how far away; null behind the camera. */
  project(point: Vector): { x: number; y: number; depth: number } | null {
    const [right, up, forward] = this.axes;
    const away = add(point, this.position, -1);
    const depth = dot(away, forward);
    if (depth < near) return null;
    const pixels = this.height / 2 / Math.tan(fieldOfView / 2) / depth;
    return { x: this.width / 2 + dot(away, right) * pixels, y: this.height / 2 - dot(away, up) * pixels, depth };
  }

  /** The ray through a pixel. */
  ray(px: number, py: number): Ray {
    const [right, up, forward] = this.axes;
    const size = (2 * Math.tan(fieldOfView / 2)) / Math.max(this.height, 1);
    const direction = add(add(forward, right, (px - this.width / 2) * size), up, -(py - this.height / 2) * size);
    const length = Math.hypot(...direction);
    return { origin: this.position, direction: [direction[0] / length, direction[1] / length, direction[2] / length] };
  }

  /** Comes as near as lets all points lie in the picture with margins (left, top, right, bottom; pixels), in its middle. */
  fit(points: Vector[], margins: [number, number, number, number]): void {
    if (points.length === 0 || this.width < 2 || this.height < 2) return;
    const [left, top, right, bottom] = margins;
    const room = { width: Math.max(this.width - left - right, 40), height: Math.max(this.height - top - bottom, 40) };
    for (let round = 0; round < 12; round++) {
      const seen = points.map(point => this.project(point)).filter(each => each !== null);
      if (seen.length < points.length) {
        this.distance *= 2;
        continue;
      }
      const [x0, x1] = [Math.min(...seen.map(p => p.x)), Math.max(...seen.map(p => p.x))];
      const [y0, y1] = [Math.min(...seen.map(p => p.y)), Math.max(...seen.map(p => p.y))];
      this.pan(left + room.width / 2 - (x0 + x1) / 2, top + room.height / 2 - (y0 + y1) / 2);
      this.distance *= Math.max((x1 - x0) / room.width, (y1 - y0) / room.height, 1e-3);
    }
  }
}
