// What a user wants otherwise than usual: the part of settings that differs, as JSON. Browsers keep it and links say it, so that what a simulation says later still counts.

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part of settings that differs from the usual ones. */
export function wishOf<T extends object>(settings: T, usual: T): object {
  const wish: Plain = {};
  for (const [key, value] of Object.entries(settings)) {
    const other = (usual as Plain)[key];
    if (isPlain(value) && isPlain(other)) {
      const inner = wishOf(value, other);
      if (Object.keys(inner).length > 0) wish[key] = inner;
    } else if (value !== other) wish[key] = value;
  }
  return wish;
}

/** The usual settings but for what is wished; a wish comes from outside, so that what is no setting or of another kind is passed over. */
export function withWish<T extends object>(usual: T, wish: unknown): T {
  if (!isPlain(wish)) return usual;
  const settings = Object.entries(usual).map(([key, value]): [string, unknown] => {
    const wished = Object.hasOwn(wish, key) ? wish[key] : value;
    if (isPlain(value)) return [key, withWish(value, wished)];
    return [key, isAlike(wished, value) ? wished : value];
  });
  return Object.fromEntries(settings) as T;
}

// Null stands for what is chosen by itself, as the bounds of a range.
function isAlike(wished: unknown, usual: unknown): boolean {
  if (wished === null || usual === null) return [wished, usual].every(value => value === null || typeof value === 'number' || (usual === null && typeof value === 'string'));
  return typeof wished !== 'object' && typeof wished === typeof usual;
}
