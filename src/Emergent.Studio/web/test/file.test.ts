import { expect, test } from 'vitest';
import { tableTsv } from '../plots/export';
import { settingsOf } from '../plots/settings';
import { metaDataOf, readTable } from '../tables/file';

const read = (text: string, metaData = {}) => readTable('t', 't.tsv', text, metaData);

test('a typed header says names, types and shapes', () => {
  const table = read('$Name\t%Input[2:0,0]<2:1,2>\t%Input[2:0,1]\t|Epoch\t^Ok\r\nab\t1\t0.25\t3\ttrue\r\nc\tNaN\t\t4\tfalse\r\n');
  expect(table.columns.map(({ name, type, cellShape }) => [name, type, cellShape])).toEqual([
    ['Name', 'text', []],
    ['Input', 'number', [1, 2]],
    ['Epoch', 'number', []],
    ['Ok', 'number', []],
  ]);
  expect(table.tensor(0, 1)).toEqual([1, 0.25]);
  expect([table.cell(1, 0), table.number(1, 1), table.cell(1, 2), table.cell(1, 3)]).toEqual(['c', Number.NaN, 4, 0]);
});

test('a table saved as TSV reads back with its types, shapes and values', () => {
  const source = '$Name\t#Input[2:0,0]<2:2,2>\t#Input[2:0,1]\t#Input[2:1,0]\t#Input[2:1,1]\t#SSE\n"a\t""b"""\t1\t0\t-0.25\t1e-7\t3.5\nc\t\t2\t3\t4\t\n';
  const table = read(source);
  const saved = tableTsv(table, [0, 1]);
  expect(saved).toBe(source);
  const again = read(saved);
  expect(again.columns.map(({ name, type, cellShape }) => [name, type, cellShape])).toEqual(table.columns.map(({ name, type, cellShape }) => [name, type, cellShape]));
  expect([again.text(0, 0), again.tensor(0, 1), again.tensor(1, 1), again.number(0, 2), again.number(1, 2)]).toEqual(['a\t"b"', [1, 0, -0.25, 1e-7], [Number.NaN, 2, 3, 4], 3.5, Number.NaN]);
  expect(tableTsv(table, [1]).split('\n')[1]).toBe('c\t\t2\t3\t4\t'); // the rows that are shown
});

test.each([
  ['a name with commas', '#a,b,c\t#x\n1\t2\n', ['a,b,c', 'x']],
  ['a name with brackets', '#Time [ms]\t#a<b\n1\t2\n', ['Time [ms]', 'a<b']],
  ['a tensor of rank 3', '#I[3:0,0,0]<3:2,1,2>\t#I[3:0,0,1]\t#I[3:1,0,0]\t#I[3:1,0,1]\n1\t\t3\t4\n', ['I']],
  ['a tensor of texts', '$W[1:0]<1:2>\t$W[1:1]\na\t"b\tc"\n', ['W']],
])('%s goes out as TSV and comes back', (_, source, names) => {
  const table = read(source);
  expect(table.columns.map(({ name }) => name)).toEqual(names);
  expect(tableTsv(table, [0])).toBe(source);
});

test('lines within cells, and rows of nothing, come back from TSV', () => {
  const table = read('$Said\n"a\rb"\n""\n"c\r\nd"\n');
  expect([0, 1, 2].map(row => table.cell(row, 0))).toEqual(['a\rb', '', 'c\r\nd']);
  const again = read(tableTsv(table, [0, 1, 2]));
  expect([0, 1, 2].map(row => again.cell(row, 0))).toEqual(['a\rb', '', 'c\r\nd']);
});

test('an empty cell in quotes is a row, an empty line is none', () => {
  const table = read('$Said\na\n""\n\nb\n');
  expect([0, 1, 2].map(row => table.cell(row, 0))).toEqual(['a', '', 'b']);
  expect(table.rowCount).toBe(3);
});

test('of a plain header the cells say what is a number; quotes hold commas, quotes and line ends', () => {
  const table = read('\uFEFFEpoch,Said,"SSE, all"\n0,"a, ""b""\nc",1e-3\n\n1,d,\n');
  expect(table.rowCount).toBe(2);
  expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
    ['Epoch', 'number'],
    ['Said', 'text'],
    ['SSE, all', 'number'],
  ]);
  expect([table.cell(0, 1), table.cell(0, 2), table.cell(1, 2)]).toEqual(['a, "b"\nc', 0.001, null]);
});

test('files with the marks of rows of old emergent are read', () => {
  const table = read('_H:\t$Name\t%Act\n_D:\tcat\t1\n_D:\tdog\t2\n');
  expect([table.rowCount, table.text(1, 0), table.number(1, 1)]).toEqual([2, 'dog', 2]);
});

test('a plot of it is configured as settings.json has it', () => {
  const settings = JSON.stringify({ tables: { 't.tsv': { XAxisCol: 'Epoch', Title: 'Errors', 'Err:On': '+', 'Err:FixMax': '+', 'Err:Max': '1' } } });
  const table = read('|Run\t|Epoch\t#Err\n0\t1\t.5\n', metaDataOf(settings, 't.tsv'));
  expect(settingsOf(table)).toMatchObject({ x: 'Epoch', title: 'Errors', columns: { Err: { isOn: true, max: 1 }, Run: { isOn: false } } });
  expect(metaDataOf(settings, 'other.tsv')).toEqual({});
  expect(() => metaDataOf('{', 't.tsv')).toThrow("File 'settings.json' is no JSON");
});

test.each([
  ['', "File 't.tsv' is empty."],
  ['a;b\n1;2\n', "line 1: found 'a;b', which has semicolons"],
  ['a,b\n1,2\n\n3\n', "line 4: found 1 cells, but the header declares 2."],
  ['a,b\n"x\ny",2\n1,2,3\n', 'line 4: found 3 cells, but the header declares 2.'],
  ['%a\t%b\n1\tx\n', "line 2: found 'x' in column 'b', but a column marked % takes a number or an empty cell."],
  ['a,a\n', "line 1: column 'a' stands twice."],
  ['%a[2:0,0]<2:2,2>\t%a[2:0,1]\n', "line 1: column 'a' has shape [2, 2] and so 4 cells"],
  ['%a[2:0,0]\n', "line 1: found '%a[2:0,0]', but the first cell of a tensor column must give its shape"],
  ['a,b\n1,"2\n', 'line 2: a quote is opened and never closed.'],
  ['a,b\n1,"2"3\n', "line 2: after the quoted cell '2' stands '3'"],
])('what is damaged is told with its line: %j', (text, problem) => {
  expect(() => read(text)).toThrow(problem);
});
