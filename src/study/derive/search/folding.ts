// In: any text. Out: its folded form, in which words are compared, and the way back from folded to original offsets.
// Declared folding (rules.ts says it to readers): compatibility forms, case, accents, typographic quotes and dashes, white
// space, invisible characters. It works on clusters (a character and the marks on it), so composed and decomposed text agree.

import type { Span } from '../../model/study.ts';

export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the original cluster it came from starts and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Equal to `foldWithOffsets(text).text`, several times faster. `fold(fold(x)) === fold(x)`. */
export function fold(text: string): string {
  const plain = notAscii.test(text) ? text.replace(notAsciiRuns, foldRun) : text;
  return plain.toLowerCase().replace(blankRuns, ' ').trim();
}

/** The folded form with its offsets: for the few texts that are shown, so that marks land on the original's characters. */
export function foldWithOffsets(text: string): FoldedText {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(clusters)) {
    const start = match.index;
    const end = start + match[0].length;
    const folded = foldCluster(match[0]);
    // What folds to nothing (a soft hyphen, a joiner) belongs to the character before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (const unit of folded.split('')) {
      if (unit === ' ' && (out.length === 0 || out.at(-1) === ' ')) {
        if (ends.length > 0) ends[ends.length - 1] = end;
        continue;
      }
      out.push(unit);
      starts.push(start);
      ends.push(end);
    }
  }
  const length = out.at(-1) === ' ' ? out.length - 1 : out.length;
  return {
    text: out.slice(0, length).join(''),
    starts: Uint32Array.from(starts.slice(0, length)),
    ends: Uint32Array.from(ends.slice(0, length)),
  };
}

/** Half-open range of the folded text → half-open range of the original: whole clusters, so no character is cut. */
export function originalSpan(folded: FoldedText, start: number, end: number): Span {
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 };
}

/** Order by code points: the same everywhere, whatever the language of the reader's machine. */
export function byCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return surrogatesLast(a) - surrogatesLast(b);
  }
  return left.length - right.length;
}

// UTF-16 puts the surrogates before U+E000; moved up, unit order is code-point order.
const surrogatesLast = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const notAscii = /[^\0-\x7f]/;
// A run takes the plain character before it along: a combining mark may stand on it.
const notAsciiRuns = /[\0-\x7f]?[^\0-\x7f]+/g;
const blankRuns = /[\t\n\v\f\r ]+/g;
const clusters = /\P{M}\p{M}*|\p{M}+/gu;

const foldRun = (run: string): string => run.replace(clusters, foldCluster);

const singleQuotes = '‘’‚‛′‵‹›´ʼʻʹ＇';
const doubleQuotes = '“”„‟″‶«»＂〝〞〟';
const dashes = '‐‑‒–—―−⁃﹘﹣－';
const signs: ReadonlyMap<string, string> = new Map([
  ...[...singleQuotes].map((sign) => [sign, "'"] as const),
  ...[...doubleQuotes].map((sign) => [sign, '"'] as const),
  ...[...dashes].map((sign) => [sign, '-'] as const),
  ['…', '...'],
]);

// Letters, their marks, digits and subscripts (CO₂) are folded; a superscript is a note's number, ™ and ≠ are signs: as they are.
const folds = /^[\p{L}\p{M}\p{Nd}\p{Nl}\u2080-\u2089]/u;
// Accents and vowel points; the vowel signs of other scripts and the voicing of kana change the letter and stay.
const accents = /(?=\p{Mn})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

const known = new Map<string, string>();

function foldCluster(cluster: string): string {
  const cached = known.get(cluster);
  if (cached !== undefined) return cached;
  const folded = foldUnknown(cluster.normalize('NFC').replace(invisible, ''));
  // Marks can be heaped without end: only what is short is remembered.
  if (cluster.length <= 2) known.set(cluster, folded);
  return folded;
}

function foldUnknown(cluster: string): string {
  if (cluster === '') return '';
  const [base = '', ...marks] = cluster;
  if (/^\s/u.test(base)) return ' ';
  const sign = signs.get(base);
  if (sign !== undefined) return sign;
  if (!folds.test(base)) return `${base.toLowerCase()}${marks.join('').replace(accents, '')}`;
  return foldLetters(cluster);
}

// Lower, upper, lower: `ẞ` → `ß` → `SS` → `ss`, `ς` → `Σ` → `σ`, `ı` → `I` → `i`.
function foldLetters(cluster: string): string {
  const bare = withoutAccents(cluster).toLowerCase().toUpperCase().toLowerCase();
  return [...withoutAccents(bare).normalize('NFC')].map((char) => signs.get(char) ?? char).join('');
}

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(accents, '').replace(invisible, '');
