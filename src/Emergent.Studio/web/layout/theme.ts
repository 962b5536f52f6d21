import { signal } from '../dom/signal';
import { keep, load } from './store';

export type Theme = 'light' | 'dark';

const preferred = matchMedia('(prefers-color-scheme: dark)');
const chosen = load<Theme | null>('theme', null);

/** The theme that shows: the browser's, until its user chooses here. */
export const theme = signal<Theme>(chosen ?? (preferred.matches ? 'dark' : 'light'));

const apply = (next: Theme) => {
  document.documentElement.dataset.theme = next;
  theme.set(next);
};

apply(theme.peek());
preferred.addEventListener('change', () => {
  if (load<Theme | null>('theme', null) === null) apply(preferred.matches ? 'dark' : 'light');
});

export function toggleTheme(): void {
  const next = theme.peek() === 'dark' ? 'light' : 'dark';
  // Choosing what the browser prefers is following it again.
  keep('theme', next === (preferred.matches ? 'dark' : 'light') ? null : next);
  apply(next);
}

/** A colour of the style sheet, as it is in the present theme. */
export function themeColor(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
