// In: one line of a note. Out: what the grammar of FORMAT.md, section 1, calls it. Block structure is decided here and in
// parse-note.ts alone; a line scanner and no Markdown library, because in notes a heading, a list or emphasis inside a quote is the
// author's text, and a marker is not Markdown at all (scan.rationale.md).

export interface Marker {
  readonly part: 'open' | 'axial';
  /** Trailing words after the marker. */
  readonly rest: string;
  /** Where `rest` starts in the line. */
  readonly restAt: number;
  /** True for the one form that the template has: `**OPEN CODING TRACE:**`. */
  readonly usual: boolean;
}

export type LineKind =
  | { readonly kind: 'blank' }
  | { readonly kind: 'marker'; readonly marker: Marker }
  | {
      readonly kind: 'fence';
      readonly ticks: number;
      readonly info: string;
      readonly closes: boolean;
      readonly quoted: boolean;
    }
  | { readonly kind: 'image' }
  | { readonly kind: 'coding' }
  /** `at` is where the quoted words start; a bare `>` has none. `depth` counts all `>` before the words. */
  | { readonly kind: 'quote'; readonly at: number; readonly bare: boolean; readonly depth: number }
  | { readonly kind: 'text' };

// Blank also means: nothing but characters that nobody can see. Control characters are not blanks: they are shown.
const blank = /[ \t\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
const anyBlank = new RegExp(blank, 'g');
const decorated =
  /^ *(?:> *)*(?:#{1,6} *)?[*_]{0,3} *(OPEN|AXIAL)[ _-]*CODING(?:[ _-]*TRACES?)?(?![\p{L}\p{N}]) *:? *[*_]{0,3} *:?/iu;
const usualMarker = /^\*\*(?:OPEN|AXIAL) CODING TRACE:\*\*[ \t]*$/;

// One object for all: a note may have a million of them.
const blankLine: LineKind = { kind: 'blank' };
const textLine: LineKind = { kind: 'text' };
const imageLine: LineKind = { kind: 'image' };
const codingLine: LineKind = { kind: 'coding' };

/** What stands on a line; `text` is the line without its end. */
export function classify(text: string): LineKind {
  const start = afterBlanks(text, 0);
  if (start === text.length) return blankLine;
  const marker = markerOf(text);
  if (marker) return { kind: 'marker', marker };
  const fence = fenceOf(text);
  if (fence) return fence;
  if (text.startsWith('![', start)) return imageLine;
  if (text.length < 80 && /^ *# *coding *$/i.test(plainBlanks(text))) return codingLine;
  return text[start] === '>' ? quoteLine(text, start) : textLine;
}

/** Blanks of any kind as common ones: as many characters as before. */
const plainBlanks = (text: string): string => text.replace(anyBlank, ' ');

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && blank.test(text[at] ?? '')) at += 1;
  return at;
}

function quoteLine(text: string, first: number): LineKind {
  const at = afterBlanks(text, first + 1);
  let depth = 1;
  let signs = at;
  for (; signs < text.length && (text[signs] === '>' || text[signs] === ' '); signs += 1)
    if (text[signs] === '>') depth += 1;
  return { kind: 'quote', at, bare: afterBlanks(text, signs) === text.length, depth };
}

function fenceOf(text: string): LineKind | undefined {
  let start = 0;
  let quoted = false;
  for (; text[start] === '>' || blank.test(text[start] ?? ''); start += 1) quoted ||= text[start] === '>';
  if (!text.startsWith('```', start)) return undefined;
  let end = start;
  while (text[end] === '`') end += 1;
  if (text.includes('`', end)) return undefined;
  const info = text.slice(end).trim();
  return { kind: 'fence', ticks: end - start, info, closes: info === '', quoted };
}

/**
 * Marker: optional `>`, bold or heading signs, OPEN or AXIAL, CODING, optional TRACE, a colon inside or outside the bold.
 * Without any sign around it a line is a marker only in capitals and with nothing but TRACE or a colon behind it.
 */
function markerOf(text: string): Marker | undefined {
  // A cheap look first: most lines are long and no marker.
  if (!/coding/i.test(text.slice(0, 48))) return undefined;
  const match = decorated.exec(plainBlanks(text.slice(0, 200)));
  if (!match) return undefined;
  const head = match[0];
  const part = (match[1] ?? '').toUpperCase() === 'OPEN' ? 'open' : 'axial';
  const signs = /[*_#]/.test(head.replace(/CODING[ \t_-]*TRACES?/i, ''));
  const capitals = /(?:OPEN|AXIAL)[ \t_-]*CODING/.test(head);
  const restAt = afterBlanks(text, head.length);
  const rest = text.slice(restAt).trimEnd();
  if (!signs && !(capitals && (rest === '' || head.includes(':')))) return undefined;
  if (signs && !capitals && !/[*#]/.test(head)) return undefined;
  return { part, rest, restAt, usual: usualMarker.test(text) };
}
