const readable = 100; // ms: what changes quicker cannot be read, and would be laid out for nothing

/** Shows what it is given, at most ten times a second; the last of all is always shown. */
export function paced<T>(show: (value: T) => void): (value: T) => void {
  let shownAt = Number.NEGATIVE_INFINITY;
  let timer = 0;
  let latest: T;
  const now = () => {
    timer = 0;
    shownAt = performance.now();
    show(latest);
  };
  return value => {
    latest = value;
    if (timer !== 0) return;
    const wait = shownAt + readable - performance.now();
    if (wait <= 0) now();
    else timer = window.setTimeout(now, wait);
  };
}
