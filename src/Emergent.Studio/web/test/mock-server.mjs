// A stand-in for the server while the page is written: a network of made-up activity, by the messages of docs/studio-inside.md.
// node test/mock-server.mjs [port] [small|pools|large]
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const port = Number(process.argv[2] ?? 8765);
const kind = process.argv[3] ?? 'small';
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };

const box = (x, y, z, width, depth) => ({ x, y, z, width, depth });
const layer = (name, shape, place, layerKind = 'Hidden') => ({ name, type: 'LeabraLayer', kind: layerKind, shape, box: place, classes: [] });
const networks = {
  small: [
    layer('Input', [5, 5], box(1, 0, 0, 5, 5), 'Input'),
    layer('Hidden1', [7, 7], box(0, 0, 1, 7, 7)),
    layer('Hidden2', [7, 7], box(0, 0, 2, 7, 7)),
    layer('Output', [5, 5], box(1, 0, 3, 5, 5), 'Target'),
  ],
  pools: [
    layer('LGN', [12, 16], box(0, 0, 0, 16, 12), 'Input'),
    layer('V1', [5, 5, 4, 6], box(20, 0, 0, 34, 24)),
    layer('V4', [2, 3, 5, 4], box(0, 0, 1, 14, 11)),
    layer('IT', [10, 10], box(20, 0, 1, 10, 10)),
    layer('Output', [10], box(36, 0, 1, 10, 1), 'Target'),
  ],
  large: [0, 1, 2, 3].map(z => layer(`Area${z}`, [160, 160], box(0, 0, z, 160, 160))),
};
const layers = networks[kind];
const count = layers.reduce((sum, { shape }) => sum + shape.reduce((p, e) => p * e, 1), 0);
const variable = (name, description, min, max, group, autoScale = false) => ({ name, description, min, max, group, autoScale });
const network = {
  version: 1,
  layers,
  projections: [],
  unitVariables: [
    variable('Act', 'Activation.', -1, 1, 'Activation'),
    variable('ActLrn', 'Activation for learning.', -1, 1, 'Activation'),
    variable('ActDel', 'Change of activation in the last cycle.', -0.1, 0.1, 'Activation', true),
    variable('Ge', 'Excitatory conductance.', 0, 1, 'Input'),
    variable('Gi', 'Inhibitory conductance.', 0, 1, 'Input'),
    variable('Inet', 'Net current.', -1, 1, 'Input'),
    variable('Vm', 'Membrane potential.', 0, 1, 'Input'),
    variable('Targ', 'Target.', -1, 1, 'External'),
    variable('Ext', 'External input.', -1, 1, 'External'),
    ...['AvgSS', 'AvgS', 'AvgM', 'AvgL', 'AvgLLrn', 'AvgSLrn'].map(name => variable(name, 'Running average.', -1, 1, 'Learning')),
    ...['ActQ0', 'ActQ1', 'ActQ2', 'ActM', 'ActP'].map(name => variable(name, 'Activation at the end of a phase.', -1, 1, 'Phase')),
    variable('ActDif', 'ActP − ActM.', -1, 1, 'Phase', true),
  ],
  synapseVariables: ['Wt', 'LWt', 'DWt', 'Norm', 'Moment', 'Scale'].map(name => variable(name, 'Of a synapse.', -1, 1, 'Learning', name === 'DWt')),
};
const field = (path, label, group, type, usual, more = {}) => ({
  path,
  label,
  description: `What ${label} is.`,
  group,
  type,
  min: null,
  max: null,
  choices: null,
  default: usual,
  appliesAt: 'now',
  unit: null,
  ...more,
});
const form = [
  field('Sim.Runs', 'Runs', ['Simulation'], 'integer', '1', { appliesAt: 'init' }),
  field('Sim.Epochs', 'Epochs', ['Simulation'], 'integer', '50', { appliesAt: 'init' }),
  field('Sim.Patterns', 'Patterns', ['Simulation'], 'choice', 'Random', { choices: ['Random', 'Easy', 'Hard'], appliesAt: 'build' }),
  field('Sim.Noise', 'Noise', ['Simulation'], 'number', '0.01'),
  field('Sim.IsLearning', 'Learning', ['Simulation'], 'flag', 'true'),
  ...layers.flatMap(({ name }) => [
    field(`#${name}.Inhib.Layer.Gi`, 'Gi', ['Layers', name, 'Inhib.Layer'], 'number', '1.8', { min: 0 }),
    field(`#${name}.Inhib.Layer.FF`, 'FF', ['Layers', name, 'Inhib.Layer'], 'number', '1'),
    field(`#${name}.Act.Gbar.L`, 'L', ['Layers', name, 'Act.Gbar'], 'number', '0.1'),
    field(`#${name}.Act.Dt.VmTau`, 'VmTau', ['Layers', name, 'Act.Dt'], 'number', '3.3', { unit: 'ms' }),
  ]),
];
const values = Object.fromEntries(form.map(({ path, default: text }) => [path, { text, isDefault: true, pending: false }]));
values['Sim.Noise'] = { text: '0.05', isDefault: false, pending: false };

const epochColumns = ['Run', 'Epoch', 'UnitErr', 'PctErr', 'PctCor', 'CosDiff'];
const tables = {
  TrainEpoch: {
    columns: [
      ...epochColumns.map(name => ({
        name,
        type: 'number',
        cellShape: [],
        plot: {
          isOn: ['PctErr', 'PctCor'].includes(name),
          min: name.startsWith('Pct') ? 0 : null,
          max: name.startsWith('Pct') ? 1 : null,
          color: '',
          label: '',
          errorColumn: '',
          tensorIndex: null,
        },
      })),
      {
        name: 'Hidden1',
        type: 'number',
        cellShape: [7, 7],
        plot: { isOn: false, min: null, max: null, color: '', label: '', errorColumn: '', tensorIndex: 0 },
      },
    ],
    xAxis: 'Epoch',
    rows: [],
  },
  TestTrial: {
    columns: [
      { name: 'Trial', type: 'number', cellShape: [], plot: null },
      { name: 'Name', type: 'text', cellShape: [], plot: null },
      { name: 'UnitErr', type: 'number', cellShape: [], plot: { isOn: true, min: 0, max: null, color: '', label: '', errorColumn: '', tensorIndex: null } },
      { name: 'Output', type: 'number', cellShape: [5, 5], plot: null },
    ],
    xAxis: 'Trial',
    rows: [],
  },
};
for (let trial = 0; trial < 25; trial++)
  tables.TestTrial.rows.push([
    trial,
    `pattern ${trial}`,
    Math.max(0, Math.sin(trial) * 4),
    Array.from({ length: 25 }, (_, i) => Math.max(0, Math.sin(i * trial))),
  ]);

let [run, epoch, trial, cycle, state, words] = [0, 0, 0, 0, 'ready', 'ready'];
const records = [];
let first = 0;
const clients = new Set();
const stepsLeft = { count: 0, scale: 'Trial' };

function valuesOf(name, at) {
  const result = new Float32Array(count);
  const shift = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const isSynaptic = name.includes('.');
  let base = 0;
  layers.forEach(({ shape }, z) => {
    const size = shape.reduce((p, e) => p * e, 1);
    for (let i = 0; i < size; i++) {
      const columns = shape.at(-1);
      const [x, y] = [i % columns, Math.floor(i / columns)];
      const wave = Math.sin(x * 0.9 + z * 2 + shift) * Math.cos(y * 0.8 - shift + Math.floor(at / 50) * 1.3);
      const rise = Math.min((at % 50) / 20, 1);
      result[base + i] =
        isSynaptic && z !== 1
          ? Number.NaN
          : isSynaptic
            ? wave
            : name === 'Inet' || name.startsWith('ActD')
              ? wave * rise
              : Math.max(0, wave * 1.6 - 0.65) * rise;
    }
    base += size;
  });
  return result;
}

function frameOf(client, watch) {
  const isLive = watch.variable.includes('.');
  const record = isLive ? -1 : watch.record < 0 ? first + records.length - 1 : watch.record;
  const counters = records[record - first]?.counters ?? `Run:\t${run}\tEpoch:\t${epoch}\tTrial:\t${trial}\tCycle:\t${cycle}`;
  const data = valuesOf(watch.variable, isLive ? 20 : (records[record - first]?.at ?? 20));
  const text = Buffer.from(counters);
  const padded = Math.ceil(text.length / 4) * 4;
  const frame = Buffer.alloc(40 + padded + data.byteLength);
  const finite = data.filter(value => !Number.isNaN(value));
  frame.writeUInt16LE(0x4d45, 0);
  frame[2] = 1;
  frame[3] = 1;
  frame.writeUInt32LE(watch.view, 4);
  frame.writeUInt32LE(++watch.seq, 8);
  frame.writeInt32LE(record, 12);
  frame.writeUInt32LE(1, 16);
  frame.writeUInt32LE(watch.record < 0 ? 4 : 0, 20);
  frame.writeFloatLE(
    finite.reduce((a, b) => Math.min(a, b), Infinity),
    24,
  );
  frame.writeFloatLE(
    finite.reduce((a, b) => Math.max(a, b), -Infinity),
    28,
  );
  frame.writeUInt32LE(text.length, 32);
  frame.writeUInt32LE(data.length, 36);
  text.copy(frame, 40);
  Buffer.from(data.buffer).copy(frame, 40 + padded);
  watch.credit--;
  client.send(frame);
}

function status() {
  return {
    type: 'status',
    state,
    words,
    mode: 'Train',
    counters: { Run: run, Epoch: epoch, Trial: trial, Cycle: cycle },
    trialName: `pattern ${trial}`,
    share: state === 'running' ? epoch / 50 : null,
    remaining: state === 'running' ? (50 - epoch) * 1.2 : null,
    pending: Object.keys(values).filter(path => values[path].pending),
    canUndo: false,
    canRedo: false,
    message: null,
  };
}
const history = () => ({ type: 'history', first, count: records.length, bytes: records.length * 21000, budget: 64e6 });
const tell = message => {
  for (const client of clients) client.send(message);
};

function addRow() {
  const decay = Math.exp(-epoch / 12);
  const noise = Math.sin(epoch * 7.3) * 0.04;
  const err = Math.max(0, Math.min(1, decay + noise * decay));
  const row = [run, epoch, err * 20, err, 1 - err, 1 - err * 0.5, Array.from({ length: 49 }, (_, i) => Math.sin(i + epoch))];
  tables.TrainEpoch.rows.push(row);
  tell({ type: 'rows', name: 'TrainEpoch', from: tables.TrainEpoch.rows.length - 1, columns: row.map(cell => [cell].flat()) });
}

function advance() {
  if (state !== 'running') return;
  cycle += 5;
  if (cycle >= 100) {
    cycle = 0;
    trial++;
    if (stepsLeft.count > 0 && stepsLeft.scale === 'Trial') stepsLeft.count--;
  }
  if (trial >= 4) {
    trial = 0;
    addRow();
    epoch++;
    if (stepsLeft.count > 0 && stepsLeft.scale === 'Epoch') stepsLeft.count--;
  }
  if (epoch >= 50) {
    epoch = 0;
    run++;
  }
  records.push({
    at: epoch * 400 + trial * 100 + cycle,
    counters: `Run:\t${run}\tEpoch:\t${epoch}\tTrial:\t${trial}\tCycle:\t${cycle}\tName:\tpattern ${trial}`,
  });
  if (records.length > 210) {
    records.shift();
    first++;
  }
  if (stepsLeft.count === 0) [state, words] = ['paused', 'paused after a step'];
  tell(status());
  tell(history());
  for (const client of clients) for (const watch of client.watches.values()) if (watch.record < 0 && watch.credit > 0) frameOf(client, watch);
}
setInterval(advance, 40);

const commands = {
  init() {
    [run, epoch, trial, cycle, state, words] = [0, 0, 0, 0, 'ready', 'ready'];
    records.length = 0;
    tables.TrainEpoch.rows.length = 0;
    for (const value of Object.values(values)) value.pending = false;
    tell({ type: 'table', name: 'TrainEpoch', columns: tables.TrainEpoch.columns, xAxis: 'Epoch', settings: {} });
    tell({ type: 'values', values });
  },
  run() {
    stepsLeft.count = -1;
    [state, words] = ['running', 'running'];
  },
  stop: ({ scale }) => {
    [state, words] = ['paused', scale === 'now' ? 'stopped' : `stopped at the end of the ${scale.toLowerCase()}`];
  },
  step: ({ count: steps, scale }) => {
    Object.assign(stepsLeft, { count: steps, scale });
    [state, words] = ['running', 'stepping'];
  },
  set({ path, value }) {
    const { type, default: usual, appliesAt } = form.find(each => each.path === path);
    if ((type === 'number' || type === 'integer') && Number.isNaN(Number(value))) throw new Error(`'${value}' is not a number.`);
    values[path] = { text: value, isDefault: value === usual, pending: appliesAt !== 'now' };
    tell({ type: 'values', values: { [path]: values[path] } });
  },
  reset({ path }) {
    commands.set({ path, value: form.find(each => each.path === path).default });
  },
  code: ({ as }) => (as === 'json' ? '{ "Sim.Noise": "0.05" }' : 'Noise = 0.05f;'),
};

function receive(client, message) {
  if (message.type === 'hello') {
    client.send({
      type: 'hello',
      protocol: 1,
      simulation: {
        name: 'mock',
        title: 'Random associator',
        description: 'Learns random associations.',
        guide:
          '# Random associator\n\nA network of four layers learns **25 random pairs** of patterns.\n\n1. Press [Init](sim:Init), then [Run](sim:Run).\n2. Look at [the weights](sim:var/r.Wt) and at [the learning curve](sim:tab/TrainEpoch).\n\nSet [Epochs](sim:param/Sim.Epochs) to `10` and run again.\n\n| layer | units |\n|---|---|\n| Input | 25 |\n| Hidden | 49 |\n',
      },
      modes: [
        { name: 'Train', scales: ['Cycle', 'Quarter', 'Trial', 'Epoch', 'Run'] },
        { name: 'Test', scales: ['Cycle', 'Quarter', 'Trial', 'Epoch'] },
      ],
      actions: [
        { name: 'TestAll', description: 'Tests all patterns.', parameters: [] },
        { name: 'TestItem', description: 'Tests one pattern.', parameters: [{ name: 'name', type: 'text', description: 'A part of its name.' }] },
      ],
      form,
      values,
      network,
      tables: Object.keys(tables).map(name => ({ name, mode: 'Train', scale: 'Epoch' })),
    });
    for (const [name, { columns, xAxis, rows }] of Object.entries(tables)) {
      if (!(name in message.rows)) client.send({ type: 'table', name, columns, xAxis, settings: {} });
      const from = Math.min(message.rows[name] ?? 0, rows.length);
      client.send({ type: 'rows', name, from, columns: columns.map((_, c) => rows.slice(from).flatMap(row => row[c])) });
    }
    client.send(status());
    client.send(history());
    client.send({ type: 'log', time: new Date().toISOString(), level: 'info', text: 'Built the network: 148 units, 6 projections.' });
  } else if (message.type === 'watch') {
    client.watches.set(message.view, { seq: 0, credit: 4, ...message });
    frameOf(client, client.watches.get(message.view));
  } else if (message.type === 'unwatch') client.watches.delete(message.view);
  else if (message.type === 'ack') {
    const watch = client.watches.get(message.view);
    if (watch) watch.credit++;
  } else if (message.type === 'series') {
    const at =
      layers
        .slice(
          0,
          layers.findIndex(({ name }) => name === message.layer),
        )
        .reduce((sum, { shape }) => sum + shape.reduce((p, e) => p * e, 1), 0) + message.index;
    client.send({
      type: 'series',
      id: message.id,
      records: records.map((_, i) => first + i),
      variables: Object.fromEntries(network.unitVariables.map(({ name }) => [name, records.map(record => valuesOf(name, record.at)[at])])),
    });
  } else if (message.type === 'command') {
    try {
      const result = commands[message.name]?.(message.args);
      client.send({ type: 'done', id: message.id, result: result ?? null });
    } catch (error) {
      client.send({ type: 'error', id: message.id, message: error.message });
    }
    tell(status());
    tell(history());
  }
}

const server = createServer(async (request, response) => {
  const name = request.url === '/' ? 'index.html' : request.url.slice(1);
  try {
    const content = await readFile(fileURLToPath(new URL(`../dist/${name}`, import.meta.url)));
    response.writeHead(200, {
      'content-type': types[name.split('.').at(-1)],
      'content-security-policy': "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self'; frame-ancestors 'self'",
    });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
});

server.on('upgrade', (request, socket) => {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\nSec-WebSocket-Protocol: emergent.1\r\n\r\n`,
  );
  const client = {
    watches: new Map(),
    send(message) {
      const isBinary = Buffer.isBuffer(message);
      const body = isBinary
        ? message
        : Buffer.from(JSON.stringify(message, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? null : value)));
      const size =
        body.length < 126
          ? Buffer.from([body.length])
          : body.length < 65536
            ? Buffer.from([126, body.length >> 8, body.length & 255])
            : Buffer.concat([
                Buffer.from([127, 0, 0, 0, 0]),
                Buffer.from([body.length >>> 24, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255]),
              ]);
      socket.write(Buffer.concat([Buffer.from([isBinary ? 0x82 : 0x81]), size, body]));
    },
  };
  clients.add(client);
  let waiting = Buffer.alloc(0);
  socket.on('data', chunk => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 6) {
      let size = waiting[1] & 127;
      let at = 2;
      if (size === 126) [size, at] = [waiting.readUInt16BE(2), 4];
      if (waiting.length < at + 4 + size) return;
      const mask = waiting.subarray(at, at + 4);
      const body = Buffer.from(waiting.subarray(at + 4, at + 4 + size).map((byte, i) => byte ^ mask[i & 3]));
      const code = waiting[0] & 15;
      waiting = waiting.subarray(at + 4 + size);
      if (code === 8) socket.end();
      else if (code === 1) receive(client, JSON.parse(body.toString()));
    }
  });
  socket.on('close', () => clients.delete(client));
  socket.on('error', () => clients.delete(client));
});
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`));
