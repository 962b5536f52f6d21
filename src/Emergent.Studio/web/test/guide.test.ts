import { expect, test } from 'vitest';
import { answersText } from '../guide/answers';
import { type Known, targetOf, viewKinds } from '../guide/links';
import rules from './guide-links.json';

const known: Known = {
  modes: [
    { name: 'Train', scales: ['Cycle', 'Trial', 'Epoch'] },
    { name: 'Test', scales: ['Trial'] },
  ],
  actions: ['Test item', 'Lesion'],
  parameters: ['Sim.Epochs', '#Hidden1.Inhib.Layer.Gi'],
  variables: ['Act', 'r.Wt', 's.Wt'],
  tables: ['train_epoch', 'patterns'],
};

test.each([
  ['Init', { does: 'init' }],
  ['Run', { does: 'run', mode: null }],
  ['Run/test', { does: 'run', mode: 'Test' }],
  ['Step', { does: 'step', scale: null }],
  ['Step/trial', { does: 'step', scale: 'Trial' }],
  ['tab/Network', { does: 'tab', view: 'network' }],
  ['tab/Train%20epoch', { does: 'tab', view: 'train_epoch' }],
  ['tab/clusters:patterns', { does: 'tab', view: 'clusters:patterns' }],
  ['var/r.Wt', { does: 'variable', name: 'r.Wt' }],
  ['param/Epochs', { does: 'parameter', path: 'Sim.Epochs' }],
  ['param/#Hidden1.Inhib.Layer.Gi', { does: 'parameter', path: '#Hidden1.Inhib.Layer.Gi' }],
  ['set/#Hidden1.Inhib.Layer.Gi=2.2', { does: 'set', path: '#Hidden1.Inhib.Layer.Gi', value: '2.2' }],
  ['set/Sim.Epochs=a=b', { does: 'set', path: 'Sim.Epochs', value: 'a=b' }],
  ['action/TestItem', { does: 'action', name: 'Test item' }],
])('the link %s leads there', (link, target) => {
  expect(targetOf(link, known)).toEqual(target);
});

test.each([
  ['init', "do with 'init'"],
  ['Run/Dream', "no mode 'Dream'"],
  ['Step/Century', 'no steps of a Century'],
  ['tab/nothing', "no table 'nothing'"],
  ['tab/clusters:nothing', "no table 'nothing'"],
  ['var/r.Weight', "no variable 'r.Weight'"],
  ['param/epochs', "no parameter 'epochs'"],
  ['set/Epochs', 'no value'],
  ['set/Epocs=3', "no parameter 'Epocs'"],
  ['action/Explode', "no action 'Explode'"],
])('the link %s leads nowhere and says why', (link, why) => {
  expect((targetOf(link, known) as { why: string }).why).toContain(why);
});

test.each(Object.entries(rules.links))('the link %s leads somewhere as it does by the rules of the server: %s', (link, leads) => {
  expect('why' in targetOf(link, rules.known)).toBe(!leads);
});

test('tables are seen in the ways that the server knows', () => {
  expect(viewKinds).toEqual(rules.viewKinds);
});

test('answers are written below their questions', () => {
  const guide = [
    '# Guide',
    '',
    'Press [Init](sim:Init).',
    '',
    '**Question 1.** Why does [it](sim:tab/Network)',
    'learn?',
    '',
    '```answer 1.1',
    '```',
    '',
    '```',
    'code',
    '```',
    '',
    'What else?',
    '```answer 1.2',
    'Name [two](sim:Init).',
    '```',
  ].join('\n');
  expect(answersText('Neuron', guide, { '1.1': 'Because.\n' })).toBe(
    '# Neuron\n\n## 1.1\n\n**Question 1.** Why does it\nlearn?\n\nBecause.\n\n## 1.2\n\nName two.\n\n(no answer)\n',
  );
});
