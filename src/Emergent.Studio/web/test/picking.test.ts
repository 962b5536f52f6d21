import { expect, test } from 'vitest';
import { Camera, type Vector } from '../netview/camera';
import { boxOf, meet, pickBoxes, pickFlat } from '../netview/picking';
import { arrange, cellOf } from '../netview/sheets';
import { layer, network, random } from './networks';

const scene = arrange(network(layer('A', [7, 9]), layer('B', [3, 4, 3, 2], 14), layer('C', [6, 6], 2, 1, 1), layer('D', [2, 2, 5, 5], 12, 0, 1)));
const next = random(7);
const heights = Array.from({ length: scene.unitCount }, () => 2 * next() - 1);
const looks = { footprintOf: (i: number) => (i % 11 === 0 ? 0.4 : 0.9), heightOf: (i: number) => heights[i]!, highest: 1 };

const rays = Array.from({ length: 1000 }, () => {
  const camera = new Camera();
  camera.width = 800;
  camera.height = 600;
  camera.orbit(7 * next(), 3 * next() - 1.5);
  camera.distance = 0.8 + next();
  return camera.ray(800 * next(), 600 * next());
});

test('of 1,000 random rays each meets the box that trying all boxes finds', () => {
  let met = 0;
  for (const ray of rays) {
    let nearest = { distance: Number.POSITIVE_INFINITY, index: -1 };
    for (const sheet of scene.sheets) {
      for (let unit = 0; unit < sheet.count; unit++) {
        const { column, row } = cellOf(sheet, unit);
        const index = sheet.base + unit;
        const distance = meet(ray, boxOf(sheet, column, row, looks.footprintOf(index), looks.heightOf(index)));
        if (distance !== null && distance < nearest.distance) nearest = { distance, index };
      }
    }
    const hit = pickBoxes(ray, scene.sheets, looks);
    expect(hit ? hit.sheet.base + hit.unit : -1).toBe(nearest.index);
    if (hit) met++;
  }
  // Else the test would say nothing.
  expect(met).toBeGreaterThan(300);
});

test('of 1,000 random rays each meets the nearest cell that it crosses', () => {
  for (const ray of rays) {
    let nearest = { distance: Number.POSITIVE_INFINITY, index: -1 };
    for (const sheet of scene.sheets) {
      for (let unit = 0; unit < sheet.count; unit++) {
        const { column, row } = cellOf(sheet, unit);
        const flat: [Vector, Vector] = [
          [sheet.x + column * sheet.pitchX, sheet.y, sheet.z - (row + 1) * sheet.pitchZ],
          [sheet.x + (column + 1) * sheet.pitchX, sheet.y, sheet.z - row * sheet.pitchZ],
        ];
        const distance = meet(ray, flat);
        if (distance !== null && distance > 0 && distance < nearest.distance) nearest = { distance, index: sheet.base + unit };
      }
    }
    const hit = pickFlat(ray, scene.sheets);
    expect(hit ? hit.sheet.base + hit.unit : -1).toBe(nearest.index);
  }
});

test('the ray through where a point is drawn goes through the point', () => {
  const camera = new Camera();
  camera.width = 900;
  camera.height = 500;
  camera.orbit(0.7, 0.2);
  const point: Vector = [0.2, -0.1, 0.3];
  const at = camera.project(point)!;
  const { origin, direction } = camera.ray(at.x, at.y);
  const length = Math.hypot(...point.map((value, axis) => value - origin[axis]!));
  point.forEach((value, axis) => {
    expect(origin[axis]! + direction[axis]! * length).toBeCloseTo(value, 6);
  });
  const [x, y, , w] = [0, 1, 2, 3].map(row => point.reduce((sum, value, axis) => sum + camera.matrix[4 * axis + row]! * value, camera.matrix[12 + row]!));
  expect(450 + (x! / w!) * 450).toBeCloseTo(at.x, 3);
  expect(250 - (y! / w!) * 250).toBeCloseTo(at.y, 3);
});

test('what is fitted lies within the margins', () => {
  const camera = new Camera();
  camera.width = 700;
  camera.height = 400;
  const corners = scene.sheets.flatMap(sheet =>
    [0, sheet.gridColumns].flatMap(c => [0, sheet.gridRows].map((r): Vector => [sheet.x + c * sheet.pitchX, sheet.y, sheet.z - r * sheet.pitchZ])),
  );
  camera.fit(corners, [20, 30, 20, 40]);
  for (const corner of corners) {
    const { x, y } = camera.project(corner)!;
    expect(x).toBeGreaterThan(19);
    expect(x).toBeLessThan(681);
    expect(y).toBeGreaterThan(29);
    expect(y).toBeLessThan(361);
  }
});
