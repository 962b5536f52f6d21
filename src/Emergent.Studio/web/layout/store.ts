/** What is kept in the browser: per simulation the layout, for all the theme. A browser that forbids it forgets. */
export function load<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`emergent-studio:${key}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(`emergent-studio:${key}`, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page works as well without.
  }
}
