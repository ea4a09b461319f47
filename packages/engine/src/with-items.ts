/**
 * An object or list with each item replaced by what `change` makes of it; the same one where none is another, so that what
 * stays as it is is not copied.
 */
export function withItems(node: object, change: (item: unknown, key: string) => unknown): object {
  const plain = node as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(plain)) {
    const item = plain[key];
    const changed = change(item, key);
    if (changed === item) continue;
    copy ??= (Array.isArray(node) ? [...node] : { ...node }) as Record<string, unknown>;
    copy[key] = changed;
  }
  return copy ?? node;
}
