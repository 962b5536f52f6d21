import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeFrame, type Frame } from '../protocol/frame';
import { Session } from '../protocol/session';
import { type Connection, StudioSocket, type Wire } from '../protocol/socket';
import { TableData } from '../protocol/table';
import written from './protocol.json';

// Written by hand from docs/studio-inside.md: view 3, seq 7, record 12, network 2, the newest, −1 … 1, "Run:\t0", values.
const head = '454d0101 03000000 07000000 0c000000 02000000 04000000 000080bf 0000803f 06000000';
const counters = '52756e3a 09300000';
const floatFixture = `${head} 03000000 ${counters} 000080bf 0000c07f 0000803f`;
const byteFixture = `${head.replace('04000000 000080bf', '05000000 000080bf')} 04000000 ${counters} 007ffeff`;

function bytes(hex: string): ArrayBuffer {
  return new Uint8Array(
    hex
      .replace(/ /g, '')
      .match(/../g)!
      .map(pair => Number.parseInt(pair, 16)),
  ).buffer;
}

const isNewestOfView3 = { view: 3, seq: 7, record: 12, networkVersion: 2, isNewest: true, min: -1 };

test('a frame of floats is read as it was written', () => {
  const frame = decodeFrame(bytes(floatFixture));
  expect({ ...frame, values: [...frame.values] }).toEqual({ ...isNewestOfView3, max: 1, counters: 'Run:\t0', values: [-1, Number.NaN, 1] });
});

test('a frame of bytes is spread over its bounds, 255 is missing', () => {
  const { values } = decodeFrame(bytes(byteFixture));
  expect([...values]).toEqual([-1, 0, 1, Number.NaN]);
});

test('a frame that is not one says why', () => {
  expect(() => decodeFrame(bytes('454d01'))).toThrow('at least 40 bytes');
  expect(() => decodeFrame(bytes(floatFixture.replace('454d0101', '00000101')))).toThrow('"EM"');
  expect(() => decodeFrame(bytes(floatFixture.replace('454d0101', '454d0201')))).toThrow('version 2');
  expect(() => decodeFrame(bytes(floatFixture).slice(0, -4))).toThrow('ends before');
});

test('a frame is read as the server writes it', () => {
  const frame = decodeFrame(bytes(written.frame));
  expect({ ...frame, values: [...frame.values] }).toEqual({ ...isNewestOfView3, max: 0.25, counters: 'Run: 0', values: [-1, Number.NaN, 0.25] });
});

class FakeWire implements Wire {
  binaryType = '';
  readyState = 0;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  sent: Record<string, unknown>[] = [];
  send(data: string) {
    this.sent.push(JSON.parse(data));
  }
  close() {
    this.readyState = 3;
    this.onclose?.();
  }
  open() {
    this.readyState = 1;
    this.onopen?.();
  }
}

function connected() {
  const wires: FakeWire[] = [];
  const states: Connection[] = [];
  const faults: string[] = [];
  const frames: Frame[] = [];
  const socket = new StudioSocket(
    () => {
      wires.push(new FakeWire());
      return wires.at(-1)!;
    },
    {
      greeting: () => ({ type: 'hello', rows: { Log: 4 } }),
      message: () => {},
      frame: frame => frames.push(frame),
      connection: state => states.push(state),
      fault: reason => faults.push(reason),
    },
  );
  wires[0]!.open();
  return { socket, wires, states, faults, frames };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the greeting is first on each connection, which comes again by itself', () => {
  const { wires, states } = connected();
  expect(wires[0]!.sent).toEqual([{ type: 'hello', rows: { Log: 4 } }]);
  wires[0]!.close();
  vi.advanceTimersByTime(250);
  expect(wires.length).toBe(2);
  wires[1]!.close();
  vi.advanceTimersByTime(250);
  expect(wires.length).toBe(2);
  vi.advanceTimersByTime(250);
  wires[2]!.open();
  expect(wires[2]!.sent[0]).toEqual({ type: 'hello', rows: { Log: 4 } });
  expect(states).toEqual(['connecting', 'open', 'closed', 'connecting', 'closed', 'connecting', 'open']);
});

test('what the server writes is what a session knows', () => {
  const wire = new FakeWire();
  const session = new Session(() => wire);
  wire.open();
  for (const message of written.messages) wire.onmessage!({ data: JSON.stringify(message) });
  expect(session.hello()?.simulation.title).toBe('A');
  expect(session.hello()?.form[0]).toMatchObject({ path: 'Sim.Epochs', type: 'integer', min: 1, max: null, countsIf: [{ path: 'Sim.Learns', values: ['true'] }] });
  expect(session.network()?.name).toBe('Second');
  expect(session.network('First')?.version).toBe(2);
  expect(session.network('Third')).toBe(null);
  expect(session.network()?.layers[0]).toEqual({
    name: 'Hidden',
    type: 'Layer',
    kind: 'Hidden',
    shape: [1, 3],
    box: { x: 0, y: 0, z: 1, width: 3, depth: 1 },
    classes: ['Big'],
    unitNames: ['a', '', 'c'],
  });
  expect(session.history()).toMatchObject({ first: 5, count: 7, bounds: { Act: [-0.5, 0.75] } });
  expect(session.history('First')).toMatchObject({ first: 0, count: 0 });
  expect(session.status()).toMatchObject({ state: 'running', counters: { Epoch: 3 }, trialName: 'cat', share: null, remaining: 2.5, canUndo: true });
  expect(session.values()).toEqual({ 'Sim.Epochs': { text: '10', isDefault: true, pending: false } });
  expect(session.tables().get('train_epoch')).toMatchObject({ id: 4, xAxis: 'Epoch', settings: { Title: 'Learning' } });
  expect(session.tables().get('train_epoch')?.columns[1]).toMatchObject({ name: 'SSE', type: 'number', cellShape: [2], settings: { On: '+' } });
  expect(session.log().at(-1)).toEqual({ type: 'log', time: '2026-01-02T03:04:05.678Z', level: 'error', text: 'It failed.' });
});

test('a session goes on where it was: rows of which beginning it has, and the form of a network that was built anew', () => {
  const wires: FakeWire[] = [];
  const session = new Session(() => {
    wires.push(new FakeWire());
    return wires.at(-1)!;
  });
  wires[0]!.open();
  expect(wires[0]!.sent[0]).toEqual({ type: 'hello', protocol: 1, rows: {}, ids: {} });
  const tell = (message: object) => wires[0]!.onmessage!({ data: JSON.stringify(message) });
  const field = (path: string) => ({ path, label: path, description: '', group: [], type: 'number', min: null, max: null, choices: null, default: null, appliesAt: 'now', unit: null });
  const simulation = { name: 'a', title: 'A', description: '', guide: null };
  tell({ type: 'hello', protocol: 1, simulation, modes: [], actions: [], form: [field('Sim.A')], values: {}, networks: { type: 'networks', networks: [], inUse: 0 }, tables: [{ name: 'log', mode: 'Train', scale: 'Epoch' }], mostFileBytes: 0 });
  tell({ type: 'table', name: 'log', id: 7, columns: [{ name: 'Epoch', type: 'number', cellShape: [], plot: null }], xAxis: 'Epoch', settings: {} });
  tell({ type: 'rows', name: 'log', from: 0, columns: [[0, 1, 2]] });
  const value = { text: '1', isDefault: true, pending: false };
  tell({ type: 'form', form: [field('#New.Gi')], values: { '#New.Gi': value } });
  expect(session.hello()?.form.map(({ path }) => path)).toEqual(['#New.Gi']);
  expect(session.values()).toEqual({ '#New.Gi': value });
  wires[0]!.close();
  vi.advanceTimersByTime(250);
  wires[1]!.open();
  expect(wires[1]!.sent[0]).toEqual({ type: 'hello', protocol: 1, rows: { log: 3 }, ids: { log: 7 } });
});

test('each command gets the answer of its own id', async () => {
  const { socket, wires } = connected();
  const [first, second] = [socket.command('init'), socket.command('set', { path: 'Sim.Epochs', value: 'x' })];
  const refused = expect(second).rejects.toThrow('not a number');
  const [a, b] = wires[0]!.sent.slice(1);
  expect(a).toMatchObject({ type: 'command', name: 'init' });
  wires[0]!.onmessage!({ data: JSON.stringify({ type: 'error', id: b!.id, message: 'not a number' }) });
  wires[0]!.onmessage!({ data: JSON.stringify({ type: 'done', id: a!.id, result: 'ok' }) });
  expect(await first).toBe('ok');
  await refused;
});

test('a command without answer fails with the connection', async () => {
  const { socket, wires } = connected();
  const command = expect(socket.command('run')).rejects.toThrow('connection was lost');
  wires[0]!.close();
  await command;
  await expect(socket.command('run')).rejects.toThrow('Not connected');
});

test('what is not understood is told and does not end the socket', () => {
  const { wires, faults, frames } = connected();
  wires[0]!.onmessage!({ data: '{' });
  wires[0]!.onmessage!({ data: new ArrayBuffer(3) });
  wires[0]!.onmessage!({ data: bytes(floatFixture) });
  expect(faults.length).toBe(2);
  expect(frames.length).toBe(1);
});

test('a socket at whose end nobody answers is told so, and given up in the end', () => {
  const { wires, states } = connected();
  const wire = wires[0]!;
  vi.advanceTimersByTime(4000);
  expect(wire.sent.at(-1)).toEqual({ type: 'ping' });
  wire.onmessage!({ data: '{"type":"pong"}' });
  expect(states).toEqual(['connecting', 'open']);
  vi.advanceTimersByTime(8000);
  expect(states).toEqual(['connecting', 'open', 'silent']);
  // Whatever it says, it is there.
  wire.onmessage!({ data: '{"type":"history"}' });
  expect(states.at(-1)).toBe('open');
  expect(wire.sent.filter(({ type }) => type === 'ping').length).toBe(2);
  vi.advanceTimersByTime(30_000);
  expect(states.slice(3)).toEqual(['open', 'silent', 'closed', 'connecting']);
  expect([wire.readyState, wires.length]).toEqual([3, 2]);
});

const columns = [
  { name: 'Epoch', type: 'number' as const, cellShape: [], plot: null, settings: {} },
  { name: 'Out', type: 'number' as const, cellShape: [1, 2], plot: null, settings: {} },
];

test('rows are appended, and written over where they come again', () => {
  const table = new TableData('Log');
  table.begin({ id: 1, columns, xAxis: 'Epoch', settings: null });
  table.append({
    type: 'rows',
    name: 'Log',
    from: 0,
    columns: [
      [0, 1],
      [1, 2, 3, 4],
    ],
  });
  table.append({
    type: 'rows',
    name: 'Log',
    from: 1,
    columns: [
      [1, 2],
      [5, 6, 7, null],
    ],
  });
  expect(table.rowCount).toBe(3);
  expect([0, 1, 2].map(row => table.number(row, 0))).toEqual([0, 1, 2]);
  expect(table.tensor(1, 1)).toEqual([5, 6]);
  expect(table.tensor(2, 1)).toEqual([7, Number.NaN]);
  // Rows that leave a hole are of a time that this page has missed.
  table.append({ type: 'rows', name: 'Log', from: 9, columns: [[9], [0, 0]] });
  expect(table.rowCount).toBe(3);
});
