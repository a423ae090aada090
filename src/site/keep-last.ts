// In: a way to make something for a page. Out: the same, which keeps what it made last: parts of one page ask for it one after the other,
// and what was made for all pages of a large study would fill the memory.

/**
 * Kept for as long as a job runs; afterwards weakly, so that it can go when its pages are done. Not weakly from the beginning: what a
 * WeakRef was made for stays until the end of the job, and a job may list what all pages hold.
 */
export function keepLast<Key extends object, Made extends object>(make: (key: Key) => Made): (key: Key) => Made {
  let last: { readonly key: Key; readonly made: Made } | null = null;
  let before: { readonly key: WeakRef<Key>; readonly made: WeakRef<Made> } | null = null;
  const loosen = (): void => {
    if (last) before = { key: new WeakRef(last.key), made: new WeakRef(last.made) };
    last = null;
  };
  return (key) => {
    if (last?.key === key) return last.made;
    const kept = before?.key.deref() === key ? before.made.deref() : undefined;
    if (kept !== undefined) return kept;
    if (!last) setImmediate(loosen);
    last = { key, made: make(key) };
    return last.made;
  };
}
