import { copyText, saveFile } from '../dom/controls';
import { h, say } from '../dom/h';

/** Parameters as text: which, and in what kind of file. */
export interface Listing {
  as: string;
  title: string;
  file: string;
}

export const listings: readonly Listing[] = [
  { as: 'nonDefault', title: 'Not the default of their type', file: 'non-default.txt' },
  { as: 'all', title: 'All', file: 'all.txt' },
  { as: 'key', title: 'Those that models change most', file: 'key.txt' },
  { as: 'csharp', title: 'Changed here, as C#', file: 'changed.cs' },
  { as: 'json', title: 'Changed here, as JSON', file: 'changed.json' },
];

/** Shows parameters as text, to be copied or saved. */
export function showListing(simulation: string, { title, file }: Listing, text: string, opener: HTMLElement): void {
  const said = h('span', { class: 'muted', role: 'status' });
  const copy = async () => say(said, (await copyText(text)) ? 'Copied.' : 'The browser does not let the page copy: mark the text.');
  const heading = `Parameters: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  const dialog = h(
    'dialog',
    { class: 'listing', 'aria-label': heading },
    h('h2', {}, heading),
    h('pre', { tabindex: 0, 'aria-label': 'Text' }, text),
    h(
      'form',
      { method: 'dialog' },
      h('button', { type: 'button', onclick: () => void copy() }, 'Copy'),
      h('button', { type: 'button', onclick: () => saveFile(`${simulation}-parameters-${file}`, text) }, 'Save'),
      said,
      h('span', { class: 'grow' }),
      h('button', { type: 'submit' }, 'Close'),
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
