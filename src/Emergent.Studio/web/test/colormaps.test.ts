import { describe, expect, test } from 'vitest';
import { colorAt, colorMap, colorMaps, mapProblem } from '../netview/colormaps';

// At 0, ¼, ½, ¾, 1: from the stops of emergent by linear interpolation in bytes.
const expected: Record<string, [number, number, number][]> = {
  ColdHot: [
    [0, 255, 255],
    [0, 0, 255],
    [127, 127, 127],
    [255, 0, 0],
    [255, 255, 0],
  ],
  BlueOrange: [
    [0, 42, 120],
    [46, 110, 190],
    [200, 202, 205],
    [214, 140, 40],
    [120, 52, 0],
  ],
  Jet: [
    [0, 0, 127],
    [0, 127, 255],
    [127, 255, 127],
    [255, 127, 0],
    [127, 0, 0],
  ],
  JetMuted: [
    [25, 25, 153],
    [13, 166, 230],
    [0, 179, 0],
    [230, 166, 13],
    [153, 25, 25],
  ],
  Viridis: [
    [72, 33, 114],
    [51, 99, 141],
    [30, 155, 138],
    [108, 205, 89],
    [253, 231, 37],
  ],
  Plasma: [
    [61, 4, 155],
    [150, 19, 159],
    [213, 84, 110],
    [250, 158, 60],
    [240, 248, 33],
  ],
  Inferno: [
    [37, 12, 3],
    [86, 17, 107],
    [186, 56, 84],
    [248, 142, 18],
    [252, 254, 164],
  ],
  BlueBlackRed: [
    [0, 0, 255],
    [38, 38, 166],
    [76, 76, 76],
    [166, 38, 38],
    [255, 0, 0],
  ],
  BlueGreyRed: [
    [0, 0, 255],
    [64, 64, 191],
    [127, 127, 127],
    [191, 64, 64],
    [255, 0, 0],
  ],
  BlueWhiteRed: [
    [0, 0, 255],
    [115, 115, 243],
    [230, 230, 230],
    [243, 115, 115],
    [255, 0, 0],
  ],
  BlueGreenRed: [
    [0, 0, 255],
    [0, 115, 128],
    [0, 230, 0],
    [128, 115, 0],
    [255, 0, 0],
  ],
  BlueRed: [
    [0, 0, 255],
    [64, 0, 191],
    [128, 0, 128],
    [191, 0, 64],
    [255, 0, 0],
  ],
  Rainbow: [
    [255, 0, 255],
    [0, 0, 255],
    [0, 255, 0],
    [255, 255, 0],
    [255, 0, 0],
  ],
  ROYGBIV: [
    [255, 0, 255],
    [0, 0, 159],
    [0, 128, 128],
    [191, 255, 0],
    [255, 0, 0],
  ],
  DarkLight: [
    [0, 0, 0],
    [63, 63, 63],
    [125, 125, 125],
    [188, 188, 188],
    [250, 250, 250],
  ],
  RainbowDesat: [
    [71, 71, 219],
    [0, 191, 214],
    [128, 192, 0],
    [218, 73, 0],
    [224, 77, 77],
  ],
  LightDark: [
    [250, 250, 250],
    [188, 188, 188],
    [125, 125, 125],
    [63, 63, 63],
    [0, 0, 0],
  ],
  DarkLightDark: [
    [0, 0, 0],
    [125, 125, 125],
    [250, 250, 250],
    [125, 125, 125],
    [0, 0, 0],
  ],
  LightDarkLight: [
    [250, 250, 250],
    [125, 125, 125],
    [0, 0, 0],
    [125, 125, 125],
    [250, 250, 250],
  ],
};

describe('Colour maps', () => {
  test('there is an expectation for each', () => {
    expect(colorMaps.map(({ name }) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.keys(expected))('%s has its colours at five points', name => {
    expect([0, 0.25, 0.5, 0.75, 1].map(at => colorAt(colorMap(name), at))).toEqual(expected[name]);
  });

  test('what lies beyond the ends has the colour of the end', () => {
    expect(colorAt(colorMap('ColdHot'), -3)).toEqual([0, 255, 255]);
    expect(colorAt(colorMap('ColdHot'), 7)).toEqual([255, 255, 0]);
  });

  test('a name that no map has is told', () => {
    expect(mapProblem('Jet')).toBe('');
    expect(mapProblem('jet')).toBe("There is no colour map 'jet', so ColdHot is shown.");
  });
});
