// Values are in one texture, in the order of the frame, so that a frame is one upload whatever the layers are; a shader finds its unit from its cell.

const common = `
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D values;
uniform int stopCount;
uniform vec3 stops[16];
uniform vec3 ground;
uniform float lo, hi, zeroAlpha;
uniform bool zeroCentred;
uniform int base, textureWidth;
uniform ivec4 grid; // pool rows, pool columns, rows, columns

float valueOf(int unit) {
  int i = base + unit;
  return texelFetch(values, ivec2(i % textureWidth, i / textureWidth), 0).r;
}
float normOf(float v) { return hi > lo ? (clamp(v, lo, hi) - lo) / (hi - lo) : 0.0; }
float scaledOf(float norm) { return zeroCentred ? 2.0 * norm - 1.0 : norm; }
vec3 colorOf(float v) {
  if (isnan(v)) return mix(ground, vec3(32.0 / 255.0), 64.0 / 255.0);
  float norm = normOf(v);
  float at = norm * float(stopCount - 1);
  int low = min(int(floor(at)), stopCount - 2);
  vec3 c = mix(stops[low], stops[low + 1], at - float(low));
  float opacity = zeroAlpha + (1.0 - zeroAlpha) * (zeroCentred ? abs(scaledOf(norm)) : 0.8);
  return mix(ground, c, opacity);
}
`;

export const flatVertex = `#version 300 es
precision highp float;
layout(location = 0) in vec2 corner;
uniform mat4 view;
uniform vec3 origin;
uniform vec2 pitch, cells;
uniform float margin;
out vec2 cell;
void main() {
  cell = mix(vec2(-margin), cells + margin, corner);
  gl_Position = view * vec4(origin.x + cell.x * pitch.x, origin.y, origin.z - cell.y * pitch.y, 1.0);
}`;

/** One quad a layer: its sheet, and on it the units, whose edges are smoothed by how many pixels a cell has. */
export const flatFragment = `#version 300 es
${common}
uniform vec2 cells;
uniform float margin, unitSize, missingSize;
uniform vec4 sheet, rim;
uniform vec3 accent;
uniform int selected, hovered;
uniform bool hasUnits;
in vec2 cell;
out vec4 color;
void main() {
  vec2 px = max(fwidth(cell), vec2(1e-6));
  // The sheet: a rounded plate that ends smoothly, with a rim of one pixel.
  float radius = margin;
  vec2 q = abs(cell - cells * 0.5) - (cells * 0.5 + margin - radius);
  float edge = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
  float soft = max(px.x, px.y);
  float inside = clamp(0.5 - edge / soft, 0.0, 1.0);
  float line = inside * clamp(1.5 + edge / soft, 0.0, 1.0);
  vec4 plate = mix(sheet, rim, line);
  color = vec4(plate.rgb, plate.a * inside);
  if (!hasUnits) return;

  ivec2 at = ivec2(floor(cell));
  if (at.x < 0 || at.y < 0 || at.x >= int(cells.x) || at.y >= int(cells.y)) return;
  ivec2 pool = at / ivec2(grid.w + 1, grid.z + 1);
  ivec2 local = at - pool * ivec2(grid.w + 1, grid.z + 1);
  if (local.x == grid.w || local.y == grid.z) return;
  int unit = ((pool.y * grid.y + pool.x) * grid.z + local.y) * grid.w + local.x;
  float v = valueOf(unit);
  float size = isnan(v) ? missingSize : unitSize;
  vec2 f = abs(fract(cell) - 0.5);
  vec2 cover = clamp(0.5 + (size * 0.5 - f) / px, 0.0, 1.0);
  // Cells of a pixel or less: gaps become a tint instead of a moiré.
  float part = mix(cover.x * cover.y, size * size, smoothstep(0.35, 0.9, soft));
  vec3 c = colorOf(v);
  if (unit == selected || unit == hovered) {
    vec2 ring = max(vec2(0.08), px * 1.5);
    if (any(greaterThan(f, 0.5 - ring))) { c = accent; part = 1.0; }
    else part = max(part, unit == selected ? part : 0.0);
  }
  color = vec4(mix(color.rgb, c, part), max(color.a, part));
}`;

export const boxVertex = `#version 300 es
${common}
layout(location = 0) in vec3 corner;
layout(location = 1) in vec3 normal;
uniform mat4 view;
uniform vec3 origin;
uniform vec2 pitch;
uniform float cellSize, height, unitSize, missingSize, thinnest;
uniform int selected, hovered;
flat out vec3 tint;
flat out float isMarked;
out vec2 face;
void main() {
  int unit = gl_InstanceID;
  int column = unit % grid.w, row = (unit / grid.w) % grid.z, pool = unit / (grid.w * grid.z);
  vec2 cell = vec2(float((pool % grid.y) * (grid.w + 1) + column), float((pool / grid.y) * (grid.z + 1) + row));
  float v = valueOf(unit);
  float size = isnan(v) ? missingSize : unitSize;
  float tall = isnan(v) ? 0.0 : height * scaledOf(normOf(v));
  float low = min(tall, 0.0), high = tall < 0.0 ? 0.0 : max(tall, thinnest);
  vec2 at = cell + 0.5 + (corner.xz - 0.5) * size;
  vec3 p = vec3(origin.x + at.x * pitch.x, origin.y + mix(low, high, corner.y) * cellSize, origin.z - at.y * pitch.y);
  // Light on top, sides in the same hue and darker: what tells height from a flat picture.
  float light = normal.y > 0.5 ? 1.0 : normal.y < -0.5 ? 0.45 : abs(normal.z) > 0.5 ? 0.72 : 0.58;
  tint = colorOf(v) * light;
  isMarked = unit == selected ? 1.0 : unit == hovered ? 0.5 : 0.0;
  face = normal.y != 0.0 ? corner.xz : normal.z != 0.0 ? corner.xy : corner.zy;
  gl_Position = view * vec4(p, 1.0);
}`;

export const boxFragment = `#version 300 es
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
