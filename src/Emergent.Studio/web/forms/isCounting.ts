import type { Field, FieldValue } from '../protocol/messages';

/** Whether a parameter counts: what it depends on has the values that it needs. What is not among the values says nothing. */
export function isCounting({ countsIf }: Field, values: Record<string, FieldValue>): boolean {
  return countsIf.every(({ path, values: needed }) => {
    const text = values[path]?.text;
    return text === undefined || needed.includes(text);
  });
}
