import type { View } from '../netview/camera';
import type { Arrangement } from './workspace';

/** What a NetView shows, as a link says it; what is missing is as usual. */
export interface SeenNetwork {
  variable?: string;
  unit?: { layer: string; index: number };
  record?: number;
  camera?: View;
  map?: string;
  range?: { min: number; max: number; isZeroCentred: boolean };
}

/** What is seen on the page, as a link says it. */
export interface Seen {
  tab?: string;
  layout?: Arrangement;
  network: SeenNetwork;
}

/** What is seen as the part of an address after the #: readable, and without anything secret. */
export function hashOf({ tab, layout, network }: Seen): string {
  const { variable, unit, record, camera, map, range } = network;
  const parts: [string, string | undefined][] = [
    ['tab', tab],
    ['var', variable],
    ['sel', unit && `${unit.layer}/${unit.index}`],
    ['rec', record === undefined ? undefined : String(record)],
    ['cam', camera && [camera.azimuth, camera.elevation, camera.distance, ...camera.target].map(value => Number(value.toFixed(3))).join(',')],
    ['map', map],
    ['min', range && String(range.min)],
    ['max', range && String(range.max)],
    ['zero', range && (range.isZeroCentred ? '1' : '0')],
    ['layout', layout && JSON.stringify(layout)],
  ];
  return parts.flatMap(([name, value]) => (value === undefined ? [] : `${name}=${escaped(value)}`)).join('&');
}

/** What a link says is to be seen; parts that are not understood are passed over. */
export function seenIn(hash: string): Seen {
  const given = new URLSearchParams(hash.replace(/^#/, '').replace(/\+/g, '%2B'));
  const text = (name: string) => given.get(name) ?? undefined;
  const number = (name: string) => {
    const value = Number(given.get(name) || Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  const [, layer, index] = /^(.+)\/(\d+)$/.exec(given.get('sel') ?? '') ?? [];
  const [azimuth, elevation, distance, x, y, z] = (given.get('cam') ?? '').split(',').map(Number);
  const isCamera = [azimuth, elevation, distance, x, y, z].every(value => Number.isFinite(value));
  const [min, max] = [number('min'), number('max')];
  return {
    tab: text('tab'),
    layout: arrangementIn(given.get('layout')),
    network: {
      variable: text('var'),
      unit: layer && index ? { layer, index: Number(index) } : undefined,
      record: number('rec'),
      camera: isCamera ? { azimuth: azimuth!, elevation: elevation!, distance: distance!, target: [x!, y!, z!] } : undefined,
      map: text('map'),
      range: min !== undefined && max !== undefined && min < max ? { min, max, isZeroCentred: given.get('zero') !== '0' } : undefined,
    },
  };
}

function arrangementIn(text: string | null): Arrangement | undefined {
  try {
    const node: unknown = JSON.parse(text ?? 'null');
    return isArrangement(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

function isArrangement(node: unknown): node is Arrangement {
  if (typeof node !== 'object' || node === null) return false;
  if ('direction' in node && 'share' in node && 'first' in node && 'second' in node)
    return (node.direction === 'row' || node.direction === 'column') && typeof node.share === 'number' && isArrangement(node.first) && isArrangement(node.second);
  return 'tabs' in node && 'active' in node && Array.isArray(node.tabs) && node.tabs.every(tab => typeof tab === 'string') && typeof node.active === 'string';
}

// Less is escaped than encodeURIComponent does, so that an address can be read.
const escaped = (text: string) => encodeURIComponent(text).replace(/%(2C|2F|3A)/g, code => decodeURIComponent(code));
