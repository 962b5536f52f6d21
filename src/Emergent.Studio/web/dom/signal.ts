/** A value that effects follow: an effect that reads it runs again after it has changed. */
export interface Signal<T> {
  (): T;
  set(value: T): void;
  /** The value, without the effect that reads it following. */
  peek(): T;
}

interface Effect {
  run: () => void;
  sources: Set<Set<Effect>>;
}

let current: Effect | null = null;
const due = new Set<Effect>();

export function signal<T>(initial: T): Signal<T> {
  let value = initial;
  const followers = new Set<Effect>();
  const read = (() => {
    if (current) {
      followers.add(current);
      current.sources.add(followers);
    }
    return value;
  }) as Signal<T>;
  read.peek = () => value;
  read.set = next => {
    if (Object.is(next, value)) return;
    value = next;
    if (followers.size === 0) return;
    // A burst of messages changes many signals; the page is written once, after all of them.
    if (due.size === 0) queueMicrotask(flush);
    for (const follower of followers) due.add(follower);
  };
  return read;
}

/** Runs at once, and again whenever a signal that it has read changes; returns how to end it. */
export function effect(body: () => void): () => void {
  const self: Effect = { run: () => {}, sources: new Set() };
  const leave = () => {
    for (const followers of self.sources) followers.delete(self);
    self.sources.clear();
  };
  self.run = () => {
    leave();
    const outer = current;
    current = self;
    try {
      body();
    } finally {
      current = outer;
    }
  };
  self.run();
  return () => {
    leave();
    due.delete(self);
    self.run = () => {};
  };
}

function flush() {
  for (let round = 0; due.size > 0 && round < 100; round++) {
    const effects = [...due];
    due.clear();
    for (const { run } of effects) {
      try {
        run();
      } catch (error) {
        console.error(error);
      }
    }
  }
}
