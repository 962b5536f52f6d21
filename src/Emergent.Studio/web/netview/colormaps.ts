export type Rgb = readonly [number, number, number];

/** A colour map: equally spaced stops from low to high, between which bytes are interpolated linearly. */
export interface ColorMap {
  name: string;
  stops: readonly Rgb[];
}

const map = (name: string, ...stops: Rgb[]): ColorMap => ({ name, stops });

/** emergent's maps, with the stops of emergent, and two of our own in front of them. */
export const colorMaps: readonly ColorMap[] = [
  map('ColdHot', [0, 255, 255], [0, 0, 255], [127, 127, 127], [255, 0, 0], [255, 255, 0]),
  // Lightness falls evenly to both sides, so that the sign and the size survive grey print and every kind of colour vision.
  map('BlueOrange', [0, 42, 120], [46, 110, 190], [200, 202, 205], [214, 140, 40], [120, 52, 0]),
  map('Jet', [0, 0, 127], [0, 0, 255], [0, 127, 255], [0, 255, 255], [127, 255, 127], [255, 255, 0], [255, 127, 0], [255, 0, 0], [127, 0, 0]),
  map('JetMuted', [25, 25, 153], [25, 102, 230], [0, 230, 230], [0, 179, 0], [230, 230, 0], [230, 102, 25], [153, 25, 25]),
  map(
    'Viridis',
    [72, 33, 114],
    [67, 62, 133],
    [56, 87, 140],
    [45, 111, 142],
    [36, 133, 142],
    [30, 155, 138],
    [42, 176, 127],
    [81, 197, 105],
    [134, 212, 73],
    [194, 223, 35],
    [253, 231, 37],
  ),
  map(
    'Plasma',
    [61, 4, 155],
    [99, 0, 167],
    [133, 6, 166],
    [166, 32, 152],
    [192, 58, 131],
    [213, 84, 110],
    [231, 111, 90],
    [246, 141, 69],
    [253, 174, 50],
    [252, 210, 36],
    [240, 248, 33],
  ),
  // The first stop has the bytes that emergent has; they look swapped (3, 12, 37).
  map(
    'Inferno',
    [37, 12, 3],
    [19, 11, 52],
    [57, 9, 99],
    [95, 19, 110],
    [133, 33, 107],
    [169, 46, 94],
    [203, 65, 73],
    [230, 93, 47],
    [247, 131, 17],
    [252, 174, 19],
    [245, 219, 76],
    [252, 254, 164],
  ),
  map('BlueBlackRed', [0, 0, 255], [76, 76, 76], [255, 0, 0]),
  map('BlueGreyRed', [0, 0, 255], [127, 127, 127], [255, 0, 0]),
  map('BlueWhiteRed', [0, 0, 255], [230, 230, 230], [255, 0, 0]),
  map('BlueGreenRed', [0, 0, 255], [0, 230, 0], [255, 0, 0]),
  map('BlueRed', [0, 0, 255], [255, 0, 0]),
  map('Rainbow', [255, 0, 255], [0, 0, 255], [0, 255, 0], [255, 255, 0], [255, 0, 0]),
  map('ROYGBIV', [255, 0, 255], [0, 0, 127], [0, 0, 255], [0, 255, 0], [255, 255, 0], [255, 0, 0]),
  // The desaturated rainbow of ParaView, which emergent's list has by this name.
  map('RainbowDesat', [71, 71, 219], [0, 0, 92], [0, 255, 255], [0, 128, 0], [255, 255, 0], [255, 97, 0], [107, 0, 0], [224, 77, 77]),
  map('DarkLight', [0, 0, 0], [250, 250, 250]),
  map('LightDark', [250, 250, 250], [0, 0, 0]),
  map('DarkLightDark', [0, 0, 0], [250, 250, 250], [0, 0, 0]),
  map('LightDarkLight', [250, 250, 250], [0, 0, 0], [250, 250, 250]),
];

/** Of what has no value in a grid, as emergent has it for all maps. */
export const noColor: Rgb = [200, 200, 200];

/** Of what has no value in a network. */
export const missingColor: Rgb = [32, 32, 32];
export const missingAlpha = 0x40 / 255;

/** The map of a name; ColdHot where there is none of that name. */
export function colorMap(name: string): ColorMap {
  return colorMaps.find(each => each.name === name) ?? colorMaps[0]!;
}

/** What is wrong with the name of a map, empty where there is one of that name. */
export const mapProblem = (name: string) =>
  colorMaps.some(each => each.name === name) ? '' : `There is no colour map '${name}', so ${colorMap(name).name} is shown.`;

/** The colour at 0…1 of a map; bytes. */
export function colorAt({ stops }: ColorMap, at: number): Rgb {
  const place = Math.min(Math.max(at, 0), 1) * (stops.length - 1);
  const low = Math.min(Math.floor(place), stops.length - 2);
  const share = place - low;
  const mixed = (channel: 0 | 1 | 2) => Math.round(stops[low]![channel] * (1 - share) + stops[low + 1]![channel] * share);
  return [mixed(0), mixed(1), mixed(2)];
}

export const cssColor = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

/** A map as a CSS gradient. */
export const cssGradient = ({ stops }: ColorMap) => `linear-gradient(to right, ${stops.map(cssColor).join(', ')})`;

/** What lies between two colours; bytes. */
export function mixColors(from: Rgb, to: Rgb, share: number): Rgb {
  const mixed = (channel: 0 | 1 | 2) => Math.round(from[channel] * (1 - share) + to[channel] * share);
  return [mixed(0), mixed(1), mixed(2)];
}
