import { expect, test } from 'vitest';
import { Camera } from '../netview/camera';
import type { Rgb } from '../netview/colormaps';
import { pickFlat } from '../netview/picking';
import { areaOf, missingCode, mix, type Paint, type Pixels, paintLine, paintSheet, wordOf } from '../netview/raster';
import { arrange, type Sheet } from '../netview/sheets';
import { layer, network, random } from './networks';

const ground: Rgb = [10, 20, 30];
const plate: Rgb = [200, 201, 202];
const scene = arrange(network(layer('A', [7, 9]), layer('B', [3, 4, 3, 2], 14), layer('C', [60, 60], 2, 1, 1), layer('D', [2, 2, 5, 5], 12, 0, 1), layer('E', [40], 0, 9)));

/** A paint in which each unit of a sheet, but those without a value, has a colour of its own whatever part of a pixel it covers. */
function numbered(sheet: Sheet): Paint {
  const codes = Uint16Array.from({ length: scene.unitCount }, (_, i) => ((i - sheet.base) % 17 === 5 ? missingCode : (i - sheet.base) % missingCode));
  return { codes, colors: Uint32Array.from({ length: (missingCode + 1) * 16 }, (_, i) => i >> 4), ground, sheet: plate, sheetOpacity: 1, unitSize: 1, missingSize: 1 };
}

function empty(width: number, height: number): Pixels {
  return { words: new Uint32Array(width * height).fill(wordOf(ground)), width, height };
}

const at = ({ words, width }: Pixels, x: number, y: number) => words[y * width + x]!;

test('of 1,000 random pixels each shows the unit that its ray meets', () => {
  const next = random(11);
  let [met, missed] = [0, 0];
  for (let view = 0; view < 50; view++) {
    const camera = new Camera();
    [camera.width, camera.height] = [400, 300];
    camera.orbit(view % 5 === 0 ? 0 : 7 * next(), 3 * next() - 1.5);
    camera.distance = 0.3 + next();
    const sheet = scene.sheets[view % scene.sheets.length]!;
    camera.target = [sheet.x + (sheet.gridColumns * sheet.pitchX) / 2, sheet.y, sheet.z - (sheet.gridRows * sheet.pitchZ) / 2];
    const pixels = empty(800, 600); // two for each of the page's
    const area = areaOf(sheet, camera, 800, 600);
    const paint = numbered(sheet);
    paintSheet(pixels, camera, sheet, area, view % 2 === 0, paint);
    for (let i = 0; i < 20; i++) {
      // Two thirds near the sheet.
      const { left, top, right, bottom } = i % 3 === 0 ? { left: 0, top: 0, right: 800, bottom: 600 } : area;
      const [x, y] = [Math.floor(left + (right - left) * next()), Math.floor(top + (bottom - top) * next())];
      const unitAt = (dx: number, dy: number) => pickFlat(camera.ray((x + 0.5 + dx) / 2, (y + 0.5 + dy) / 2), [sheet])?.unit ?? -1;
      const unit = unitAt(0, 0);
      // On a border either side is right.
      if ([unitAt(0.05, 0), unitAt(-0.05, 0), unitAt(0, 0.05), unitAt(0, -0.05)].some(each => each !== unit)) continue;
      const shown = at(pixels, x, y);
      if (unit < 0) expect([wordOf(ground), wordOf(plate)]).toContain(shown);
      else expect(shown).toBe(paint.codes[sheet.base + unit]);
      if (unit < 0) missed++;
      else met++;
      if (shown !== wordOf(ground)) expect(x >= area.left && x < area.right && y >= area.top && y < area.bottom).toBe(true);
    }
  }
  // Else the test would say nothing.
  expect(met).toBeGreaterThan(250);
  expect(missed).toBeGreaterThan(100);
});

test('a large unit covers its share of its cell, one without a value less', () => {
  const camera = new Camera();
  [camera.width, camera.height] = [900, 900];
  camera.orbit(0, 2); // from above
  const sheet = arrange(network(layer('A', [1, 2]))).sheets[0]!;
  const [red, grey]: Rgb[] = [
    [255, 0, 0],
    [90, 90, 90],
  ];
  const colors = mix([...Array.from({ length: missingCode }, () => red!), grey!], plate);
  const pixels = empty(900, 900);
  paintSheet(pixels, camera, sheet, areaOf(sheet, camera, 900, 900), false, { codes: Uint16Array.of(3, missingCode), colors, ground, sheet: plate, sheetOpacity: 1, unitSize: 0.9, missingSize: 0.4 });
  const shown = (column: number) => {
    const { x, y } = camera.project([sheet.x + column * sheet.pitchX, sheet.y, sheet.z - 0.5 * sheet.pitchZ])!;
    return at(pixels, Math.floor(x), Math.floor(y));
  };
  expect([0.02, 0.08, 0.5, 0.92, 0.98, 1.1, 1.25, 1.35, 1.5, 1.65, 1.75].map(shown)).toEqual(
    [plate, red, red, red, plate, plate, plate, grey, grey, grey, plate].map(color => wordOf(color!)),
  );
});

test('a line is smooth, as wide as it says, and stays in the picture', () => {
  const pixels = empty(20, 20);
  paintLine(pixels, { x: -5, y: 10.5 }, { x: 30, y: 10.5 }, [255, 255, 255], 1, 3);
  expect([8, 9, 10, 11, 12].map(y => at(pixels, 7, y))).toEqual([ground, [255, 255, 255], [255, 255, 255], [255, 255, 255], ground].map(color => wordOf(color as Rgb)));
  paintLine(pixels, { x: 3.5, y: 40 }, { x: 3.5, y: -40 }, [0, 0, 0], 0.5, 1);
  expect(at(pixels, 3, 2)).toBe(wordOf([5, 10, 15]));
  expect(at(pixels, 4, 2)).toBe(wordOf(ground));
});

test('what lies under a sheet shows through it, but not through its units', () => {
  const camera = new Camera();
  [camera.width, camera.height] = [300, 300];
  camera.orbit(0, 2); // from above
  const [low, high] = arrange(network(layer('A', [1, 1]), layer('B', [1, 1], 0, 0, 1))).sheets;
  const colors = mix([[0, 0, 255], ...Array.from({ length: missingCode }, (): Rgb => [255, 0, 0])], ground);
  const paint = { codes: Uint16Array.of(0, 1), colors, ground, sheet: [110, 120, 130] as Rgb, sheetOpacity: 0.5, unitSize: 0.5, missingSize: 0.4 };
  const pixels = empty(300, 300);
  paintSheet(pixels, camera, low!, areaOf(low!, camera, 300, 300), false, { ...paint, unitSize: 0.95 });
  paintSheet(pixels, camera, high!, areaOf(high!, camera, 300, 300), true, paint);
  const shown = (u: number) => {
    const { x, y } = camera.project([high!.x + u * high!.pitchX, high!.y, high!.z - 0.5 * high!.pitchZ])!;
    return at(pixels, Math.floor(x), Math.floor(y));
  };
  expect([shown(0.5), shown(0.2), shown(-0.4)]).toEqual([wordOf([255, 0, 0]), wordOf([55, 60, 192]), wordOf([85, 95, 105])]);
});
