// In: the ids of all codes. Out: for each the ids that are spelt nearly like it: one letter more, less, other or swapped, or another
// number or ending of the same words. Linear in the number of ids: candidates share a key with one letter left out.

export function looksAlike<T extends string>(ids: readonly T[]): ReadonlyMap<T, readonly T[]> {
  const found = new Map<T, Set<T>>();
  const folded = ids.map(fold);
  for (const bucket of bucketsOf(folded))
    for (const a of bucket)
      for (const b of bucket) {
        const [x, y] = [ids[a], ids[b]];
        if (x !== undefined && y !== undefined && x !== y && isNear(folded[a] ?? '', folded[b] ?? ''))
          note(found, x, y);
      }
  const order = new Map(ids.map((id, i) => [id, i]));
  return new Map(
    [...found].map(([id, others]) => [id, [...others].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))]),
  );
}

const longest = 80;
/** A bucket fuller than this is a pattern of the study (`step1` … `step99`), not a slip. */
const fullest = 8;
const mostIds = 2 ** 21;
const fold = (id: string): string => id.toLowerCase().replace(/[\s_-]+/g, '_');

/** Indexes of ids that share a key, as one sorted array of (hash of key, index): a map of all keys would take ten times the memory. */
function* bucketsOf(folded: readonly string[]): Iterable<readonly number[]> {
  const short = folded.map((text, i) => (text.length >= 4 && text.length <= longest && i < mostIds ? text : ''));
  const keys = new Float64Array(short.reduce((sum, text) => sum + (text === '' ? 0 : text.length + 3), 0));
  let at = 0;
  short.forEach((text, i) => {
    if (text !== '') for (const hash of hashesOf(text)) keys[at++] = hash * mostIds + i;
  });
  keys.sort();
  let bucket: number[] = [];
  let current = -1;
  for (const key of keys) {
    const hash = Math.floor(key / mostIds);
    if (hash !== current && bucket.length > 1 && bucket.length <= fullest) yield bucket;
    if (hash !== current) bucket = [];
    current = hash;
    const index = key % mostIds;
    if (bucket.at(-1) !== index && bucket.length <= fullest) bucket.push(index);
  }
  if (bucket.length > 1 && bucket.length <= fullest) yield bucket;
}

/** Hashes of the keys of an id: without blanks, its stem, itself, and itself with each letter left out. */
function* hashesOf(text: string): Iterable<number> {
  yield hashOf(`=${text.replace(/_/g, '')}`, -1);
  yield hashOf(`s${stem(text)}`, -1);
  for (let i = -1; i < text.length; i += 1) yield hashOf(text, i);
}

/** FNV-1a over the characters but one; equal hashes of different keys only mean one more comparison. */
function hashOf(text: string, without: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) if (i !== without) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The same words without plural and other common endings. */
const stem = (text: string): string =>
  text
    .split('_')
    .map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s|y|ing|ed)$/, '') : word))
    .join('_');

function isNear(x: string, y: string): boolean {
  if (x === y || x.replace(/_/g, '') === y.replace(/_/g, '')) return true;
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

function note<T>(found: Map<T, Set<T>>, a: T, b: T): void {
  const set = found.get(a);
  if (set) set.add(b);
  else found.set(a, new Set([b]));
}
