import { check, formLine, numberField } from '../dom/controls';
import { h } from '../dom/h';
import { boundLines } from './columns';
import type { PlotSettings } from './settings';

/** What is seldom said of a plot: its title, axes, and what lines look like. */
export function plotForm(settings: PlotSettings, usualTitle: string, usual: () => void, changed: () => void): HTMLElement {
  const set = (next: Partial<PlotSettings>) => {
    Object.assign(settings, next);
    changed();
  };
  const text = (label: string, key: 'title' | 'xLabel' | 'yLabel', placeholder: string) => {
    const input = h('input', { type: 'text', placeholder, value: settings[key], onchange: () => set({ [key]: input.value.trim() }) });
    return formLine(label, input);
  };
  const number = (label: string, key: 'xRotation' | 'lineWidth' | 'pointSize' | 'barWidth' | 'textSize', [least, most]: [number, number], title: string) => {
    const input: HTMLInputElement = numberField(title, settings[key], value => {
      const kept = Math.min(Math.max(value, least), most);
      input.value = String(kept);
      set({ [key]: kept });
    });
    return formLine(label, input, title);
  };
  const x = settings.columns[settings.x];
  return h(
    'div',
    { class: 'settings grouped' },
    text('Title', 'title', usualTitle),
    h('h3', {}, 'Along x'),
    text('Name', 'xLabel', settings.x || 'Row'),
    x
      ? boundLines(x, next => {
          Object.assign(x, next);
          changed();
        })
      : null,
    number('Turned', 'xRotation', [-90, 90], 'How far the words of the x axis are turned to the left, in degrees'),
    h('h3', {}, 'Along y'),
    text('Name', 'yLabel', 'as the column'),
    h('h3', {}, 'Lines, points, bars'),
    number('Width', 'lineWidth', [0.1, 20], 'The width of lines, in pixels'),
    number('Points', 'pointSize', [0.1, 30], 'The radius of points, in pixels'),
    number('Bars', 'barWidth', [0.01, 1], 'The share of their room that bars cover, up to 1'),
    number('Text', 'textSize', [6, 40], 'The size of text, in pixels'),
    check(
      'go on where x goes back',
      settings.connectsBackwards,
      connectsBackwards => set({ connectsBackwards }),
      'Draw the line on where x goes back, as from run to run; else each run has a line of its own',
    ).element,
    h('button', { type: 'button', class: 'button', onclick: usual }, 'As the simulation says'),
  );
}
