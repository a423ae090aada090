// In: a way to make something for a page. Out: the same, which keeps what it made last: parts of one page ask for it one after the other,
// and what was made for all pages of a large study would fill the memory.

/** Kept weakly, so that it can go when those pages are done. */
export function keepLast<Key extends object, Made extends object>(make: (key: Key) => Made): (key: Key) => Made {
  let last: { readonly key: WeakRef<Key>; readonly made: WeakRef<Made> } | null = null;
  return (key) => {
    const kept = last?.key.deref() === key ? last.made.deref() : undefined;
    if (kept !== undefined) return kept;
    const made = make(key);
    last = { key: new WeakRef(key), made: new WeakRef(made) };
    return made;
  };
}
