// In: texts, or sketches of texts that are no longer there. Out: how near two of them are.
//
// A shape is the set of a text's word bigrams, each as a 24-bit hash. Up to 128 of them the sketch keeps all, and the numbers are exact but
// for colliding hashes (below one in a thousand pairs of texts); beyond, it keeps the 128 smallest, a fair sample (standard error .044 at .5),
// and the thresholds ask for more, so that an estimate never passes what the whole text would not.

import type { FoundExcerpt } from './allocation.ts';
import { addressOf, normaliseText } from './normalise.ts';

/** The declared thresholds (see anchors.rationale.md). */
export const threshold = {
  jaccard: 0.5,
  containment: 0.85,
  /** Another place in the source, or another source: nearer than an edit in place. */
  elsewhere: 0.8,
  /** A second candidate as near as this leaves the first one in doubt. */
  doubt: 0.05,
  /** Containment of fewer bigrams than these is chance. */
  fewestBigrams: 8,
  sampledJaccard: 0.6,
  sampledContainment: 0.95,
} as const;

export interface Shape {
  /** Of a figure: hashes of its address and of the address's last part; 0 = none. `null` for text. */
  readonly figure: { readonly address: number; readonly name: number } | null;
  /** How many different bigrams the text has. */
  readonly size: number;
  /** Sorted hashes; all of them up to `limit`. */
  readonly values: Uint32Array;
  readonly limit: number;
}

const largest = 0xffffff;
const mostKept = 128;

export function shapeOf(excerpt: FoundExcerpt): Shape {
  const values = bigrams(normaliseText(excerpt.text));
  return { figure: figureOf(excerpt), size: values.length, values, limit: largest };
}

/** How near `now` is to `old`: Jaccard and both containments, 0 to 1; `sampled` when a sketch had to stand for a long text. */
export interface Nearness {
  readonly score: number;
  readonly oldInNow: number;
  readonly nowInOld: number;
  readonly sampled: boolean;
  /** Bigrams of the smaller side that were looked at. */
  readonly seen: number;
}

export function nearness(old: Shape, now: Shape): Nearness {
  const words = overlap(old, now);
  if (old.figure === null && now.figure === null) return words;
  if (old.figure === null || now.figure === null) return apart;
  return figureNearness(old.figure, now.figure, words, old.size + now.size === 0);
}

/** True when the nearness passes the declared threshold for an edit of the same excerpt. */
export function isEdit(near: Nearness): boolean {
  if (near.score >= (near.sampled ? threshold.sampledJaccard : threshold.jaccard)) return true;
  return isPart(Math.max(near.oldInNow, near.nowInOld), near);
}

/** True when a containment (one of the two of `near`) passes its threshold and rests on enough bigrams. */
export function isPart(containment: number, near: Nearness): boolean {
  const needed = near.sampled ? threshold.sampledContainment : threshold.containment;
  return near.seen >= threshold.fewestBigrams && containment >= needed;
}

const apart: Nearness = { score: 0, oldInNow: 0, nowInOld: 0, sampled: false, seen: 0 };

function overlap(old: Shape, now: Shape): Nearness {
  const limit = Math.min(old.limit, now.limit);
  let [i, j, both, onlyOld, onlyNow] = [0, 0, 0, 0, 0];
  for (;;) {
    const a = old.values[i] ?? Infinity;
    const b = now.values[j] ?? Infinity;
    if (Math.min(a, b) > limit) break;
    if (a === b) both += 1;
    else if (a < b) onlyOld += 1;
    else onlyNow += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    score: share(both, both + onlyOld + onlyNow),
    oldInNow: share(both, both + onlyOld),
    nowInOld: share(both, both + onlyNow),
    sampled: limit < largest,
    seen: both + Math.min(onlyOld, onlyNow),
  };
}

/** A figure is its address: the same one, or the same file name with much the same words; words alone never make it the same figure. */
function figureNearness(
  old: NonNullable<Shape['figure']>,
  now: NonNullable<Shape['figure']>,
  words: Nearness,
  wordless: boolean,
): Nearness {
  const same = wordless ? 1 : words.score;
  let score = 0;
  if (old.address !== 0 && old.address === now.address) score = (1 + same) / 2;
  else if (old.address === 0 || now.address === 0) score = words.score;
  else if (old.name === now.name) score = (0.5 + same) / 2;
  return { ...apart, score, sampled: words.sampled };
}

function figureOf(excerpt: FoundExcerpt): Shape['figure'] {
  if (excerpt.kind !== 'figure') return null;
  const address = addressOf(excerpt);
  if (address === '') return { address: 0, name: 0 };
  const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  return { address: figureHash(address), name: figureHash(path.slice(path.lastIndexOf('/') + 1)) };
}

const figureHash = (text: string): number => Math.max(1, blend(hashWord(text), 0));

// Scripts written without blanks count every character as a word.
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{M}\p{N}_]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;

/** Hashes of the pairs of neighbouring words, sorted, each once; the word itself when there is only one. */
function bigrams(normal: string): Uint32Array {
  const hashes = new Set<number>();
  let count = 0;
  let before = 0;
  for (const [match] of normal.matchAll(word)) {
    const hash = hashWord(match);
    if (count > 0) hashes.add(blend(before, hash));
    before = hash;
    count += 1;
  }
  if (count === 1) hashes.add(blend(before, 0));
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a over UTF-16 units. */
function hashWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Two word hashes into 24 bits (the finaliser of MurmurHash3). */
function blend(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77) ^ (second >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 8) & largest;
}

/** `AbCd…` (all bigrams), `412~AbCd…` (the 128 smallest of 412), `!AbCdEfGh…` (a figure: address, file name, words). */
export function sketchOf(shape: Shape): string {
  const kept = shape.values.subarray(0, mostKept);
  const bytes = Buffer.alloc(kept.length * 3);
  kept.forEach((value, i) => bytes.writeUIntBE(value, i * 3, 3));
  const words = (shape.size > mostKept ? `${shape.size}~` : '') + bytes.toString('base64url');
  return shape.figure === null ? words : `!${short(shape.figure.address)}${short(shape.figure.name)}${words}`;
}

function short(value: number): string {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntBE(value, 0, 3);
  return bytes.toString('base64url');
}

const sketchForm = /^(?:!([\w-]{4})([\w-]{4}))?(?:(\d{1,9})~)?((?:[\w-]{4})*)$/;

export const isSketch = (text: string): boolean => sketchForm.test(text);

/** The inverse of `sketchOf`; an unreadable sketch is that of an empty text, near to nothing. */
export function readSketch(sketch: string): Shape {
  const [, address, name, size, words] = sketchForm.exec(sketch) ?? [];
  const values = numbersOf(words ?? '').sort();
  const figure = address === undefined ? null : { address: oneOf(address), name: oneOf(name ?? '') };
  if (size === undefined) return { figure, size: values.length, values, limit: largest };
  return { figure, size: Number(size), values, limit: values.at(-1) ?? 0 };
}

const oneOf = (text: string): number => numbersOf(text)[0] ?? 0;

function numbersOf(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64url');
  return Uint32Array.from({ length: Math.floor(bytes.length / 3) }, (_, i) => bytes.readUIntBE(i * 3, 3));
}
