import type { LayerInfo, NetworkInfo } from '../protocol/messages';

export function layer(name: string, shape: number[], x = 0, y = 0, z = 0): LayerInfo {
  const [width, depth] =
    shape.length === 4
      ? [shape[1]! * shape[3]! + shape[1]! - 1, shape[0]! * shape[2]! + shape[0]! - 1]
      : shape.length === 2
        ? [shape[1]!, shape[0]!]
        : [shape.reduce((p, e) => p * e, 1), 1];
  return { name, type: 'LeabraLayer', kind: 'Hidden', shape, box: { x, y, z, width, depth }, classes: [], unitNames: [] };
}

export const network = (...layers: LayerInfo[]): NetworkInfo => ({ version: 1, name: 'Net', layers, projections: [], unitVariables: [], synapseVariables: [] });

/** Numbers from 0 to 1 that are the same in each run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
