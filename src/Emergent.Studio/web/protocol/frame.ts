/** A variable of every unit of the network at one safe point. */
export interface Frame {
  view: number;
  seq: number;
  /** The record's number; −1 for what was read from the live network. */
  record: number;
  networkVersion: number;
  isNewest: boolean;
  /** Bounds of the finite values. */
  min: number;
  max: number;
  counters: string;
  /** Layer after layer, units row-major; NaN where there is no value. */
  values: Float32Array;
}

const headBytes = 40;
const magic = 0x4d45;
const missing = 255;
const decoder = new TextDecoder();

/** Reads a binary frame; throws with the reason where it is not one. */
export function decodeFrame(buffer: ArrayBuffer): Frame {
  if (buffer.byteLength < headBytes) throw new Error(`A frame has at least ${headBytes} bytes; this one has ${buffer.byteLength}.`);
  const head = new DataView(buffer);
  if (head.getUint16(0, true) !== magic) throw new Error('A frame begins with "EM"; this one does not.');
  if (head.getUint8(2) !== 1) throw new Error(`The frame has version ${head.getUint8(2)}; this page reads version 1. Reload the page.`);
  if (head.getUint8(3) !== 1) throw new Error(`The frame is of kind ${head.getUint8(3)}; this page reads kind 1.`);
  const flags = head.getUint32(20, true);
  const min = head.getFloat32(24, true);
  const max = head.getFloat32(28, true);
  const counterBytes = head.getUint32(32, true);
  const count = head.getUint32(36, true);
  const start = headBytes + Math.ceil(counterBytes / 4) * 4;
  const isBytes = (flags & 3) === 1;
  if (start + count * (isBytes ? 1 : 4) > buffer.byteLength) throw new Error(`The frame says ${count} values; it ends before.`);
  return {
    view: head.getUint32(4, true),
    seq: head.getUint32(8, true),
    record: head.getInt32(12, true),
    networkVersion: head.getUint32(16, true),
    isNewest: (flags & 4) !== 0,
    min,
    max,
    // The number of bytes may include the padding; the text itself has no zeros.
    counters: decoder.decode(new Uint8Array(buffer, headBytes, counterBytes)).replace(/\0+$/, ''),
    values: isBytes ? spread(new Uint8Array(buffer, start, count), min, max) : new Float32Array(buffer, start, count),
  };
}

function spread(bytes: Uint8Array, min: number, max: number): Float32Array {
  const table = new Float32Array(256);
  for (let byte = 0; byte < missing; byte++) table[byte] = min + ((max - min) * byte) / (missing - 1);
  table[missing] = Number.NaN;
  const values = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) values[i] = table[bytes[i]!]!;
  return values;
}
