import { h } from '../dom/h';

/** What a key does, anywhere on the page but in a field. */
export interface Shortcut {
  key: string;
  label: string;
  does: string;
  run?: () => void;
}

export function listenToKeys(shortcuts: readonly Shortcut[]): void {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target as HTMLElement;
    if (at.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog, .popover')) return;
    // Space presses a focused button; it runs only from elsewhere.
    if (event.key === ' ' && at.closest('button, [role=button], [role=tab], a, input')) return;
    const shortcut = shortcuts.find(each => each.key === event.key && each.run);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run!();
  });
}

/** The list of keys as a dialog. */
export function showKeys(shortcuts: readonly Shortcut[]): void {
  const dialog = h(
    'dialog',
    { class: 'keys', 'aria-label': 'Keys' },
    h('h2', {}, 'Keys'),
    h(
      'dl',
      {},
      shortcuts.map(({ label, does }) => h('div', {}, h('dt', {}, h('kbd', {}, label)), h('dd', {}, does))),
    ),
    h('form', { method: 'dialog' }, h('button', { type: 'submit', class: 'button' }, 'Close')),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
