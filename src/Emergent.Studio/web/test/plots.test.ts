import { expect, test } from 'vitest';
import { placedLabels } from '../plots/labels';
import { barSlot } from '../plots/draw';
import { tickDepth } from '../plots/export';
import { settingsOf } from '../plots/settings';
import { axisLabel, boundsOf, extentOf, fullRange, placesOf, ticks, ticksOf, traces } from '../plots/traces';
import { movedRange, scaledRange, scaledWindow } from '../plots/zoom';
import type { Cell } from '../protocol/messages';
import { TableData } from '../protocol/table';
import { filteredRows, orderedRows } from '../tables/rows';
import { Selection } from '../tables/selection';
import { boundsOf as tensorBounds, colorsOf, gridOptionsOf, layoutOf, usualGrid } from '../tables/tensor';

const on = { On: '+' };

function table(columns: Record<string, Cell[]>, said: Record<string, Record<string, string>> = {}, shapes: Record<string, number[]> = {}, settings: Record<string, string> = {}): TableData {
  const names = Object.keys(columns);
  const data = new TableData('Log');
  data.begin({
    id: 1,
    columns: names.map(name => ({
      name,
      type: columns[name]!.some(cell => typeof cell === 'string') ? 'text' : 'number',
      cellShape: shapes[name] ?? [],
      settings: said[name] ?? {},
    })),
    xAxis: 'Epoch',
    settings,
  });
  data.append({ type: 'rows', name: 'Log', from: 0, columns: names.map(name => columns[name]!) });
  return data;
}

test('a line is interrupted where x goes back, unless runs are joined', () => {
  const log = table({ Run: [0, 0, 0, 1, 1], Epoch: [0, 1, 2, 0, 1], Err: [5, 4, 3, 9, 8] }, { Err: on });
  const settings = settingsOf(log);
  expect(traces(log, settings, ['red'])[0]!.y).toEqual([5, 4, 3, Number.NaN, 9, 8]);
  settings.connectsBackwards = true;
  expect(traces(log, settings, ['red'])[0]!.y).toEqual([5, 4, 3, 9, 8]);
});

test('a group column gives a line for each of its values', () => {
  const log = table({ Run: [0, 0, 1, 1], Epoch: [0, 1, 0, 1], Err: [5, 4, 9, 8] }, { Err: on });
  const lines = traces(log, { ...settingsOf(log), group: 'Run' }, ['red', 'blue']);
  expect(lines.map(({ label, y, color }) => ({ label, y, color }))).toEqual([
    { label: 'Err Run 0', y: [5, 4], color: 'red' },
    { label: 'Err Run 1', y: [9, 8], color: 'blue' },
  ]);
});

test('bars have a place for each value of x, in which those of several lines stand side by side', () => {
  const log = table({ Run: [0, 0, 1, 1, 1], Rate: [0.1, 20, 20, 0.1, 3], Err: [5, 4, 9, 8, 7] }, { Err: on });
  const settings = { ...settingsOf(log), x: 'Rate', group: 'Run', style: 'bars' as const };
  const lines = traces(log, settings, ['red', 'blue']);
  expect(lines[0]!.x).toEqual([0, 1]);
  expect(lines[1]!.x.filter((_, i) => !Number.isNaN(lines[1]!.y[i]!))).toEqual([1, 0, 2]);
  expect(placesOf(log, settings, [0, 1, 2, 3, 4])!.rows).toEqual([0, 1, 4]); // the words of the ticks: 0.1, 20 and 3
  expect(extentOf(lines, settings)).toEqual([-0.6, 2.6]);
  // Two bars cover 0.8 of the room of a place together, and touch in its middle.
  const slots = [0, 1].map(index => barSlot(1, { index, count: 2, share: 0.8 }));
  expect(slots[0]![0]).toBeCloseTo(0.6);
  expect(slots[0]![1]).toBeCloseTo(1);
  expect(slots[1]![0]).toBeCloseTo(1);
  expect(slots[1]![1]).toBeCloseTo(1.4);
});

test('a value of x that comes again in a line has another bar, and words without bars a place for each row', () => {
  const log = table({ Name: ['cat', 'dog', 'cat'], Err: [5, 4, 9] }, { Err: on });
  const settings = { ...settingsOf(log), x: 'Name' };
  expect(traces(log, settings, ['red'])[0]!.x).toEqual([0, 1, 2]);
  const bars = { ...settings, style: 'bars' as const };
  expect(traces(log, bars, ['red'])[0]!.x).toEqual([0, 1, 2]);
  expect(placesOf(log, { ...bars, group: 'Name' }, [0, 1, 2])!.rows).toEqual([0, 1, 2]);
  expect(placesOf(log, { ...settings, x: 'Err' }, [0, 1, 2])).toBeNull();
});

test('rows without a number and beyond fixed bounds are left out', () => {
  const log = table({ Epoch: [0, 1, 2, 3], Err: [5, null, 100, 3] }, { Err: { ...on, FixMax: '+', Max: '10' } });
  expect(traces(log, settingsOf(log), ['red'])[0]!.rows).toEqual([0, 3]);
});

test('a fixed end of an axis is exact, a free one has a little room', () => {
  const log = table({ Epoch: [0, 1], Err: [0.2, 0.6] }, { Err: { ...on, FixMin: '+', Min: '0', FixMax: '+', Max: '1' } });
  const settings = settingsOf(log);
  expect(boundsOf(traces(log, settings, ['red']), 'left', settings)).toEqual([0, 1]);
  settings.columns.Err!.max = null;
  expect(boundsOf(traces(log, settings, ['red']), 'left', settings)![1]).toBeCloseTo(0.616);
  expect(boundsOf(traces(log, settings, ['red']), 'right', settings)).toBeNull();
});

test('error bars are within the axis', () => {
  const log = table({ Epoch: [0, 1], Err: [1, 2], Sem: [0.5, 3] }, { Err: { ...on, ErrCol: 'Sem' } });
  const settings = settingsOf(log);
  const lines = traces(log, settings, ['red']);
  expect(lines[0]!.errors).toEqual([0.5, 3]);
  const [low, high] = boundsOf(lines, 'left', settings)!;
  expect(low).toBeLessThan(-1);
  expect(high).toBeGreaterThan(5);
});

test('all elements of a tensor are lines of their own', () => {
  const log = table({ Epoch: [0, 1], Out: [1, 2, 3, 4] }, { Out: { ...on, TensorIdx: '-1' } }, { Out: [1, 2] });
  expect(traces(log, settingsOf(log), ['red']).map(({ label, y }) => [label, y])).toEqual([
    ['Out [0]', [1, 3]],
    ['Out [1]', [2, 4]],
  ]);
});

test('names on the x axis are numbered by row', () => {
  const log = table({ Epoch: ['cat', 'dog'], Err: [1, 2] }, { Err: on });
  const lines = traces(log, { ...settingsOf(log), style: 'bars' }, ['red']);
  expect(lines[0]!.x).toEqual([0, 1]);
  expect(extentOf(lines, settingsOf(log))).toEqual([-0.6, 1.6]);
});

test('a column of words that is on names the points, and a column may be drawn otherwise than the plot', () => {
  const log = table({ Epoch: [0, 1, 0], Name: ['cat', 'dog', 'cow'], Err: [1, 2, 3], Best: [0, 0, 0] }, { Name: on, Err: on, Best: on });
  log.columns[2]!.settings = { ...on, Lines: '-', Points: '+' };
  const [err, best] = traces(log, settingsOf(log), ['red', 'blue']);
  expect(err!.names).toEqual(['cat', 'dog', '', 'cow']);
  expect([err!.style, best!.style]).toEqual(['points', 'lines']);
  expect(extentOf([err!], settingsOf(log))).toEqual([-0.06, 1.06]);
  expect(extentOf([best!], settingsOf(log))).toEqual([0, 1]);
  const unnamed = { ...settingsOf(log), labels: '' };
  expect(traces(log, unnamed, ['red'])[0]!.names).toBeNull();
});

test('labels stand at the right of their points, else at the left, above or below, cover no other and stay within', () => {
  const area = { left: 0, top: 0, right: 200, bottom: 100 };
  const labels = placedLabels(
    ['first', 'second', 'third', 'fourth', 'too many'].map(text => ({ x: 100, y: 50, text })),
    area,
  );
  expect(labels.map(({ text, anchor }) => [text, anchor])).toEqual([
    ['first', 'start'],
    ['second', 'end'],
    ['third', 'middle'],
    ['fourth', 'middle'],
  ]);
  expect(labels[2]!.y).toBeLessThan(50);
  expect(labels[3]!.y).toBeGreaterThan(50);
  expect(placedLabels([{ x: 190, y: 50, text: 'edge' }], area)[0]!.anchor).toBe('end');
});

test('a label stands rather beside another point than on it', () => {
  const area = { left: 0, top: 0, right: 200, bottom: 100 };
  expect(placedLabels([{ x: 100, y: 50, text: 'here' }, { x: 120, y: 50, text: 'there' }], area)[0]).toMatchObject({ text: 'here', anchor: 'end' });
});

test('without a word on what is plotted it is the first number after the counters', () => {
  const log = table({ Run: [0], Epoch: [0], Name: ['cat'], Act: [1, 2], Err: [3] }, {}, { Act: [1, 2] });
  expect(traces(log, settingsOf(log), ['red']).map(({ label }) => label)).toEqual(['Err']);
});

test('ticks are at nice numbers', () => {
  expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(ticks(-3.2, 47, 6)).toEqual([0, 10, 20, 30, 40]);
});

test('rows are filtered by words and comparisons, and sorted with what is missing last', () => {
  const log = table({ Epoch: [0, 1, 2, 3], Name: ['cat', 'dog', 'cow', 'cat'], Err: [5, null, 1, 3] });
  const order = { column: -1, isDescending: false, filter: '', permutation: 0 };
  expect(orderedRows(log, { ...order, filter: 'ca' })).toEqual([0, 3]);
  expect(orderedRows(log, { ...order, filter: 'ca err<4' })).toEqual([3]);
  expect(orderedRows(log, { ...order, filter: 'name=dog' })).toEqual([1]);
  expect(orderedRows(log, { ...order, column: 2 })).toEqual([2, 3, 0, 1]);
  expect(orderedRows(log, { ...order, column: 2, isDescending: true })).toEqual([0, 3, 2, 1]);
  expect(orderedRows(log, { ...order, column: 1 })).toEqual([0, 3, 2, 1]);
});

test('row 0 of a tensor lies at the bottom unless asked for at the top, pools have a gap', () => {
  const layout = layoutOf([2, 1, 2, 3]);
  expect([layout.columns, layout.rows]).toEqual([3, 4.3]);
  expect(layout.placeOf(0)).toEqual([0, 3.3]);
  expect(layout.placeOf(6)[1]).toBeCloseTo(1);
  expect(layout.elementAt(0.5, 4)).toBe(0);
  expect(layout.elementAt(0.5, 2.2)).toBe(-1);
  expect(layoutOf([2, 1, 2, 3], { ...usualGrid, topZero: true }).placeOf(6)).toEqual([0, 2.3]);
});

test('an odd dimension goes to columns, or to rows where asked', () => {
  const wide = layoutOf([2, 3, 4]);
  expect([wide.columns, wide.rows]).toEqual([8.3, 3]);
  expect(wide.placeOf(12)).toEqual([4.3, 2]);
  const tall = layoutOf([2, 3, 4], { ...usualGrid, oddInRows: true, gap: 1 });
  expect([tall.columns, tall.rows]).toEqual([4, 7]);
  expect(layoutOf([5])).toMatchObject({ columns: 5, rows: 1 });
  expect(layoutOf([5], { ...usualGrid, oddInRows: true })).toMatchObject({ columns: 1, rows: 5 });
});

test('each cell of a grid is one element, whatever the shape', () => {
  for (const shape of [[3, 2], [2, 2, 2, 2], [2, 3, 2, 2, 2], [2, 2, 2, 2, 2, 2]]) {
    const layout = layoutOf(shape);
    const count = shape.reduce((product, extent) => product * extent, 1);
    const places = Array.from({ length: count }, (_, element) => layout.placeOf(element));
    expect(new Set(places.map(String)).size).toBe(count);
    expect(Math.max(...places.map(([x]) => x))).toBeCloseTo(layout.columns - 1);
    expect(Math.max(...places.map(([, y]) => y))).toBeCloseTo(layout.rows - 1);
    places.forEach(([x, y], element) => expect(layout.elementAt(x + 0.5, y + 0.5)).toBe(element));
  }
});

test('a simulation says how a column is drawn by the keys of emergent', () => {
  const options = gridOptionsOf({ 'top-zero': '+', colormap: 'Jet', 'fix-max': '+', max: '3', 'grid-fill': '1', 'dim-extra': 'x' });
  expect(options).toEqual({ ...usualGrid, topZero: true, map: 'Jet', max: 3, fill: 1 });
  expect(tensorBounds([0.2, 7], options)).toEqual([-3, 3]);
  expect(tensorBounds([0.2, 7], usualGrid)).toEqual([-10, 10]);
});

test('an image has greys, or channels first or last', () => {
  const image = { ...usualGrid, isImage: true };
  expect(colorsOf([Number.NaN, 1], [1, 2], { ...image, isImage: false, map: 'DarkLight' }, [0, 1])).toEqual(['rgb(200 200 200)', 'rgb(250 250 250)']); // no value, no colour
  expect(colorsOf([0, 1], [1, 2], image, [0, 1])).toEqual(['rgb(0 0 0)', 'rgb(255 255 255)']);
  expect(colorsOf([1, 0, 0, 0, 0, 1], [1, 2, 3], image, [0, 1])).toEqual(['rgb(255 0 0)', 'rgb(0 0 255)']);
  expect(colorsOf([1, 0, 0, 0, 0, 1], [3, 1, 2], image, [0, 1])).toEqual(['rgb(255 0 0)', 'rgb(0 0 255)']);
});

test('every key of emergent sets what a plot looks like, in small letters too', () => {
  const said = { Type: 'Bar', LegendCol: 'Run', NegXDraw: '+', Title: 'Errors', XAxisLabel: 'time', yaxislabel: 'errors', XAxisRot: '45', LineWidth: '2', PointSize: '5', BarWidth: '.5', Scale: '3' };
  const columns = { Run: { Off: '+' }, Err: { On: '', NTicks: '4', Label: 'error', Color: 'red', FixMin: 'true', Min: '-1' }, Sem: { On: '-', FloatMax: '-', Max: '4', FloatMin: '+', Min: '2' } };
  const { columns: own, ...settings } = settingsOf(table({ Epoch: [0], Run: [0], Err: [1], Sem: [1] }, columns, {}, said));
  expect(settings).toEqual({
    x: 'Epoch',
    group: 'Run',
    labels: '',
    filter: '',
    style: 'bars',
    connectsBackwards: true,
    title: 'Errors',
    xLabel: 'time',
    yLabel: 'errors',
    xRotation: 45,
    lineWidth: 2,
    pointSize: 5,
    barWidth: 0.5,
    textSize: 18,
  });
  expect(own.Err).toMatchObject({ isOn: true, ticks: 4, label: 'error', color: 'red', min: -1, max: null });
  expect([own.Run!.isOn, own.Sem!.isOn]).toEqual([false, false]);
  expect(own.Sem).toMatchObject({ min: null, max: 4 });
});

test.each([
  ['LineWidth', 'wide'],
  ['PointSize', '0'],
  ['BarWidth', '-1'],
  ['Scale', ''],
])('%s=%s says nothing', (key, value) => {
  const log = (settings: Record<string, string>) => settingsOf(table({ Epoch: [0], Err: [1] }, {}, {}, settings));
  expect(log({ [key]: value })).toEqual(log({}));
});

test('axes are called and ticked as their columns say', () => {
  const log = table({ Epoch: [0, 1], Err: [1, 3], Sem: [0, 0] }, { Epoch: { NTicks: '3', FixMax: '+', Max: '5' }, Err: { ...on, Label: 'errors', NTicks: '6' } });
  const settings = settingsOf(log);
  expect([axisLabel('x', settings), axisLabel('left', settings), axisLabel('right', settings)]).toEqual(['Epoch', 'errors', '']);
  expect([ticksOf('x', settings), ticksOf('left', settings), ticksOf('right', settings)]).toEqual([3, 6, null]);
  expect(extentOf(traces(log, settings, ['red']), settings)).toEqual([0, 5]);
  settings.columns.Sem!.isOn = true;
  expect(axisLabel('left', settings)).toBe('');
  expect(axisLabel('left', { ...settings, yLabel: 'both' })).toBe('both');
  expect(fullRange(log, 'Err')).toEqual([1, 3]);
  expect(ticks(0, 3, 10, true)).toEqual([0, 1, 2, 3]);
});

test('along x may be the numbers of the rows', () => {
  const log = table({ Epoch: [7, 3, 5], Err: [1, 2, 3] }, { Err: on });
  const settings = { ...settingsOf(log), x: '', filter: '!Err=2' };
  expect(traces(log, settings, ['red'])[0]!.x).toEqual([0, 2]);
  expect(axisLabel('x', settings)).toBe('Row');
});

test('words that are turned need room for their length', () => {
  expect(tickDepth(['0', 'elephant'], 0, 12)).toBe(12);
  expect(tickDepth(['0', 'elephant'], 90, 12)).toBeCloseTo(8 * 0.55 * 12);
  expect(tickDepth(['0', 'elephant'], -45, 12)).toBeCloseTo(tickDepth(['0', 'elephant'], 45, 12));
});

test('a filter leaves rows out of a plot, and words along x close up', () => {
  const log = table({ Epoch: ['cat', 'dog', 'cow'], Err: [1, 2, 3] }, { Err: on });
  const [line] = traces(log, { ...settingsOf(log), filter: '!dog' }, ['red']);
  expect([line!.x, line!.y, line!.rows]).toEqual([
    [0, 1],
    [1, 3],
    [0, 2],
  ]);
});

test.each([
  ['Name~at', [0, 3]],
  ['!Name~at', [1, 2]],
  ['!cat', [1, 2]],
  ['!err>2 !dog', [2]],
  ['"black cow"', [2]],
  ['Name="black cow"', [2]],
  ['!', [1]],
])('the filter %s leaves these rows', (filter, rows) => {
  const log = table({ Epoch: [0, 1, 2, 3], Name: ['cat', 'dog!', 'black cow', 'cat'], Err: [5, null, 1, 3] });
  expect(filteredRows(log, filter as string)).toEqual(rows);
});

test('a random order has each row once, is the same for the same number, and another for another', () => {
  const log = table({ Epoch: Array.from({ length: 50 }, (_, i) => i) });
  const order = (permutation: number) => orderedRows(log, { column: -1, isDescending: false, filter: '', permutation });
  expect(order(1)).not.toEqual(order(0));
  expect(order(1)).toEqual(order(1));
  expect(order(1)).not.toEqual(order(2));
  expect([...order(1)].sort((a, b) => a - b)).toEqual(order(0));
});

test('a window is scaled about a place and moved by a share, and never so small that nothing could be told apart', () => {
  expect(scaledRange([0, 10], 0.5, 0.2)).toEqual([1, 6]);
  expect(scaledRange([1, 6], 2, 0.2)).toEqual([0, 10]);
  expect(scaledRange([1, 1 + 1e-12], 0.1)).toEqual([1, 1 + 1e-12]);
  expect(movedRange([0, 10], -0.1)).toEqual([-1, 9]);
  expect(scaledWindow({ x: [0, 2], left: [0, 4], right: null }, 0.5)).toEqual({ x: [0.5, 1.5], left: [1, 3], right: null });
});

test('rows are chosen by a press, with Ctrl one more or less, with Shift all between', () => {
  const selection = new Selection();
  const shown = [4, 2, 0, 1, 3];
  const press = (row: number, keys = '') => {
    selection.press(row, shown, keys.includes('shift'), keys.includes('ctrl'));
    return selection.of(shown);
  };
  expect(press(2)).toEqual([2]);
  expect(press(1, 'shift')).toEqual([2, 0, 1]);
  expect(press(0, 'ctrl')).toEqual([2, 1]);
  expect(press(3, 'ctrl')).toEqual([2, 1, 3]);
  expect(press(4, 'shift')).toEqual(shown);
  expect(press(0)).toEqual([0]);
  expect(press(0)).toEqual([]);
  selection.choose([1, 4]);
  selection.keep(4);
  expect(selection.of(shown)).toEqual([1]);
});
