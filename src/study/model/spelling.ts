// In: the ids of all codes. Out: for each the ids that are spelt nearly like it: one letter more, less, other or swapped, or another
// number or ending of the same words. Linear in the number of ids: candidates share a key with one letter left out.

export function looksAlike<T extends string>(ids: readonly T[]): ReadonlyMap<T, readonly T[]> {
  const buckets = new Map<string, T[]>();
  for (const id of ids) for (const key of keysOf(id)) push(buckets, key, id);
  const found = new Map<T, Set<T>>();
  for (const bucket of buckets.values()) {
    // A bucket this full is a pattern of the study (`step1` … `step99`), not a slip.
    if (bucket.length < 2 || bucket.length > 8) continue;
    for (const a of bucket) for (const b of bucket) if (a !== b && isNear(a, b)) note(found, a, b);
  }
  const order = new Map(ids.map((id, i) => [id, i]));
  return new Map(
    [...found].map(([id, others]) => [id, [...others].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))]),
  );
}

const longest = 80;
const fold = (id: string): string => id.toLowerCase().replace(/[\s_-]+/g, '_');

function* keysOf(id: string): Iterable<string> {
  const text = fold(id);
  if (text.length < 4 || text.length > longest) return;
  yield `=${text.replace(/_/g, '')}`;
  yield `s${stem(text)}`;
  yield text;
  for (let i = 0; i < text.length; i += 1) yield text.slice(0, i) + text.slice(i + 1);
}

/** The same words without plural and other common endings. */
const stem = (text: string): string =>
  text
    .split('_')
    .map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s|y|ing|ed)$/, '') : word))
    .join('_');

function isNear(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (a !== b && (x === y || x.replace(/_/g, '') === y.replace(/_/g, ''))) return true;
  if (stem(x) === stem(y)) return true;
  // Two codes that differ in a digit are usually meant (`ipv4`, `ipv6`).
  if (x.replace(/\d/g, '') === y.replace(/\d/g, '')) return false;
  return x.length >= 6 && y.length >= 6 && oneStep(x, y);
}

/** One letter inserted, deleted, changed, or two neighbours swapped. */
function oneStep(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const restA = a.slice(i);
  const restB = b.slice(i);
  if (restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value && list.length <= 9) list.push(value);
}

function note<T>(found: Map<T, Set<T>>, a: T, b: T): void {
  const set = found.get(a);
  if (set) set.add(b);
  else found.set(a, new Set([b]));
}
