// The values of all layers are in one texture, so that a frame is one upload whatever the layers are.

/** Values fill the texture row after row; a power of two spares the shaders a division. */
export const textureWidth = 1024;
const textureBits = Math.log2(textureWidth);

/** The colours of the range from its lower to its upper end, so fine that no step shows; the next is that of what has no value. With it they are as many as a texture is wide that every WebGL 2 has. */
export const mapWidth = 2047;

const common = `
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D values, map;
uniform float lo, hi, unitSize, missingSize;
uniform int base;
uniform ivec4 grid; // pool rows, pool columns, rows, columns

float valueOf(int unit) { return texelFetch(values, ivec2(unit & ${textureWidth - 1}, unit >> ${textureBits}), 0).r; }
float normOf(float v) { return hi > lo ? (clamp(v, lo, hi) - lo) / (hi - lo) : 0.0; }
vec3 colorOf(float v) {
  return texelFetch(map, ivec2(isnan(v) ? ${mapWidth} : int(normOf(v) * ${mapWidth - 1}.0 + 0.5), 0), 0).rgb;
}
float sizeOf(float v) { return isnan(v) ? missingSize : unitSize; }
`;

export const flatVertex = `
precision highp float;
in vec3 position;
uniform mat4 projectionMatrix, modelViewMatrix;
uniform vec2 cells;
uniform float margin;
out vec2 cell;
void main() {
  cell = mix(vec2(-margin), cells + margin, position.xz);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(cell.x, 0.0, cell.y, 1.0);
}`;

/** One quad a layer: its sheet, and on it the cells, whose edges are smoothed by how many pixels a cell has. */
export const flatFragment = `
${common}
uniform vec2 cells;
uniform float margin;
uniform vec4 sheet, rim;
uniform vec3 accent;
uniform ivec4 marks; // cells: the one that is selected, the one under the pointer
uniform bool hasUnits;
in vec2 cell;
out vec4 color;
void main() {
  vec2 px = max(fwidth(cell), vec2(1e-6));
  float soft = max(px.x, px.y);
  vec2 within = min(cell, cells - cell);
  float depth = min(within.x, within.y);
  color = sheet;
  if (depth < 2.0 * soft) {
    // Near its end the sheet is a rounded plate that ends smoothly, with a rim of one pixel.
    vec2 q = -within;
    float edge = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - margin;
    float inside = clamp(0.5 - edge / soft, 0.0, 1.0);
    float line = inside * clamp(1.5 + edge / soft, 0.0, 1.0);
    color = mix(sheet, rim, line);
    color.a *= inside;
  }
  if (!hasUnits || depth <= 0.0) return;

  ivec2 at = ivec2(cell);
  ivec2 pool = at / (grid.wz + 1), inPool = at - pool * (grid.wz + 1);
  if (inPool.x == grid.w || inPool.y == grid.z) return;
  float v = valueOf(base + ((pool.y * grid.y + pool.x) * grid.z + inPool.y) * grid.w + inPool.x);
  vec3 unit = colorOf(v);
  float size = sizeOf(v);
  vec2 f = abs(fract(cell) - 0.5);
  vec2 cover = clamp(0.5 + (size * 0.5 - f) / px, 0.0, 1.0);
  // Cells of a pixel or less: gaps become a tint instead of a moiré.
  float part = mix(cover.x * cover.y, size * size, smoothstep(0.35, 0.9, soft));
  if (at == marks.xy || at == marks.zw) {
    vec2 ring = max(vec2(0.08), px * 1.5);
    if (any(greaterThan(f, 0.5 - ring))) { unit = accent; part = 1.0; }
  }
  color = vec4(mix(color.rgb, unit, part), max(color.a, part));
}`;

export const boxVertex = `
${common}
in vec3 position, normal; // of a cube of size 1 around the origin
uniform mat4 projectionMatrix, modelViewMatrix;
uniform bool zeroCentred;
uniform float height, thinnest;
uniform int selected, hovered;
flat out vec3 tint;
flat out float isMarked;
out vec2 face;
void main() {
  int unit = gl_InstanceID;
  int column = unit % grid.w, row = (unit / grid.w) % grid.z, pool = unit / (grid.w * grid.z);
  vec2 cell = vec2(float((pool % grid.y) * (grid.w + 1) + column), float((pool / grid.y) * (grid.z + 1) + row));
  float v = valueOf(base + unit);
  float size = sizeOf(v);
  float tall = isnan(v) ? 0.0 : height * (zeroCentred ? 2.0 * normOf(v) - 1.0 : normOf(v));
  float low = min(tall, 0.0), high = tall < 0.0 ? 0.0 : max(tall, thinnest);
  vec2 at = cell + 0.5 + position.xz * size;
  // Light on top, sides in the same hue and darker: what tells height from a flat picture.
  float light = normal.y > 0.5 ? 1.0 : normal.y < -0.5 ? 0.45 : abs(normal.z) > 0.5 ? 0.72 : 0.58;
  tint = colorOf(v) * light;
  isMarked = unit == selected ? 1.0 : unit == hovered ? 0.5 : 0.0;
  face = 0.5 + (normal.y != 0.0 ? position.xz : normal.z != 0.0 ? position.xy : position.zy);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at.x, mix(low, high, position.y + 0.5), at.y, 1.0);
}`;

export const boxFragment = `
precision highp float;
uniform vec3 accent;
flat in vec3 tint;
flat in float isMarked;
in vec2 face;
out vec4 color;
void main() {
  vec3 c = tint;
  if (isMarked > 0.0) {
    vec2 rim = max(fwidth(face) * 2.0, vec2(isMarked > 0.7 ? 0.12 : 0.08));
    vec2 f = min(face, 1.0 - face);
    if (f.x < rim.x || f.y < rim.y) c = accent;
  }
  color = vec4(c, 1.0);
}`;
