import type { View } from '../netview/camera';
import { type Rate, rates } from '../protocol/messages';
import type { Arrangement } from './workspace';

/** What a NetView shows, as a link says it; what is missing is as usual. */
export interface SeenNetwork {
  /** The network's name, where it is not the one that is run. */
  network?: string;
  variable?: string;
  unit?: { layer: string; index: number };
  record?: number;
  camera?: View;
  map?: string;
  /** An end that is missing follows the values. */
  range?: { min?: number; max?: number; isZeroCentred: boolean };
  unitSize?: number;
  height?: number;
  rate?: Rate;
  testRate?: Rate;
  projections?: string;
}

/** What is seen on the page, as a link says it. */
export interface Seen {
  tab?: string;
  layout?: Arrangement;
  /** By the id of their tabs, what views are told: a NetView what it shows, others what is wished of them. */
  views: Record<string, object>;
}

/** What is seen as the part of an address after the #: readable, and without anything secret. */
export function hashOf({ tab, layout, views }: Seen): string {
  const parts: [string, string | undefined][] = [['tab', tab]];
  for (const [id, seen] of Object.entries(views)) {
    // The first network's names stand alone.
    if (isNetwork(id)) parts.push(...partsOf(seen).map(([name, value]): [string, string | undefined] => [id === 'network' ? name : `${id}.${name}`, value]));
    else if (Object.keys(seen).length > 0) parts.push([id, JSON.stringify(seen)]);
  }
  parts.push(['layout', layout && JSON.stringify(layout)]);
  return parts.flatMap(([name, value]) => (value === undefined ? [] : `${escaped(name)}=${escaped(value)}`)).join('&');
}

function partsOf({ network, variable, unit, record, camera, map, range, unitSize, height, rate, testRate, projections }: SeenNetwork): [string, string | undefined][] {
  const text = (value: number | undefined) => (value === undefined ? undefined : String(value));
  return [
    ['net', network],
    ['var', variable],
    ['sel', unit && `${unit.layer}/${unit.index}`],
    ['rec', text(record)],
    ['cam', camera && [camera.azimuth, camera.elevation, camera.distance, ...camera.target].map(value => Number(value.toFixed(3))).join(',')],
    ['map', map],
    ['min', text(range?.min)],
    ['max', text(range?.max)],
    ['zero', range && (range.isZeroCentred ? '1' : '0')],
    ['size', text(unitSize)],
    ['height', text(height)],
    ['rate', rate],
    ['testRate', testRate],
    ['projections', projections],
  ];
}

/** What a link says is to be seen; parts that are not understood are passed over. */
export function seenIn(hash: string): Seen {
  const given = new URLSearchParams(hash.replace(/^#/, '').replace(/\+/g, '%2B'));
  const views: Record<string, object> = {};
  const networks = new Set<string>();
  for (const [name, value] of given) {
    const [, id] = /^(network:[^.]+)\.\w+$/.exec(name) ?? [];
    if (id) networks.add(id);
    else if (name.includes(':')) {
      const wish = parsed(value);
      if (typeof wish === 'object' && wish !== null) views[name] = wish;
    }
  }
  for (const id of ['network', ...networks]) {
    const seen = networkIn(given, id === 'network' ? '' : `${id}.`);
    if (Object.keys(seen).length > 0) views[id] = seen;
  }
  const layout = parsed(given.get('layout'));
  return { tab: given.get('tab') ?? undefined, layout: isArrangement(layout) ? layout : undefined, views };
}

function networkIn(given: URLSearchParams, prefix: string): SeenNetwork {
  const text = (name: string) => given.get(prefix + name) ?? undefined;
  const number = (name: string) => {
    const value = Number(text(name) || Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  const [, layer, index] = /^(.+)\/(\d+)$/.exec(text('sel') ?? '') ?? [];
  const [azimuth, elevation, distance, x, y, z] = (text('cam') ?? '').split(',').map(Number);
  const isCamera = [azimuth, elevation, distance, x, y, z].every(value => Number.isFinite(value));
  const rate = (name: string) => rates.find(each => each === text(name));
  const [min, max, zero] = [number('min'), number('max'), text('zero')];
  const isRange = (min !== undefined || max !== undefined || zero !== undefined) && (min ?? Number.NEGATIVE_INFINITY) < (max ?? Number.POSITIVE_INFINITY);
  const seen: SeenNetwork = {
    network: text('net'),
    variable: text('var'),
    unit: layer && index ? { layer, index: Number(index) } : undefined,
    record: number('rec'),
    camera: isCamera ? { azimuth: azimuth!, elevation: elevation!, distance: distance!, target: [x!, y!, z!] } : undefined,
    map: text('map'),
    range: isRange ? { min, max, isZeroCentred: zero !== '0' } : undefined,
    unitSize: number('size'),
    height: number('height'),
    rate: rate('rate'),
    testRate: rate('testRate'),
    projections: text('projections'),
  };
  return Object.fromEntries(Object.entries(seen).filter(([, value]) => value !== undefined));
}

export const isNetwork = (id: string) => /^network(:|$)/.test(id);

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
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
