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
const blank = '[ \\t\\u00a0\\u00ad\\u1680\\u2000-\\u200d\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff]';
const blankLine = new RegExp(`^${blank}*$`);
const leading = new RegExp(`^${blank}*`);
const quote = new RegExp(`^${blank}*>`);
const decorated =
  /^[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]*)?[*_]{0,3}[ \t]*(OPEN|AXIAL)[ \t_-]*CODING(?:[ \t_-]*TRACES?)?(?![\p{L}\p{N}])[ \t]*:?[ \t]*[*_]{0,3}[ \t]*:?/iu;
const fence = /^[ \t]*((?:>[ \t]*)*)(`{3,})[ \t]*([^`]*)$/;

/** What stands on a line; `text` is the line without its end. */
export function classify(text: string): LineKind {
  if (blankLine.test(text)) return { kind: 'blank' };
  const marker = markerOf(text);
  if (marker) return { kind: 'marker', marker };
  const ticks = fence.exec(text);
  if (ticks) {
    const info = (ticks[3] ?? '').trim();
    return {
      kind: 'fence',
      ticks: (ticks[2] ?? '').length,
      info,
      closes: info === '',
      quoted: (ticks[1] ?? '') !== '',
    };
  }
  const start = leading.exec(text)?.[0].length ?? 0;
  if (text.startsWith('![', start)) return { kind: 'image' };
  if (/^#[ \t]*coding[ \t]*$/i.test(text)) return { kind: 'coding' };
  if (quote.test(text)) return quoteLine(text);
  return { kind: 'text' };
}

function quoteLine(text: string): LineKind {
  const first = text.indexOf('>') + 1;
  const at = first + (leading.exec(text.slice(first))?.[0].length ?? 0);
  let depth = 1;
  for (let i = at; i < text.length && (text[i] === '>' || text[i] === ' '); i += 1) if (text[i] === '>') depth += 1;
  return { kind: 'quote', at, bare: at >= text.length, depth };
}

/**
 * Marker: optional `>`, bold or heading signs, OPEN or AXIAL, CODING, optional TRACE, a colon inside or outside the bold.
 * Without any sign around it a line is a marker only in capitals and with nothing but TRACE or a colon behind it.
 */
function markerOf(text: string): Marker | undefined {
  // A cheap look first: most lines are long and no marker.
  if (!/coding/i.test(text.slice(0, 48))) return undefined;
  const match = decorated.exec(text);
  if (!match) return undefined;
  const head = match[0];
  const part = (match[1] ?? '').toUpperCase() === 'OPEN' ? 'open' : 'axial';
  const signs = /[*_#]/.test(head.replace(/CODING[ \t_-]*TRACES?/i, ''));
  const capitals = /(?:OPEN|AXIAL)[ \t_-]*CODING/.test(head);
  const rest = text.slice(head.length);
  if (!signs && !(capitals && (rest.trim() === '' || head.includes(':')))) return undefined;
  if (signs && !capitals && !/[*#]/.test(head)) return undefined;
  const usual = new RegExp(`^\\*\\*${part.toUpperCase()} CODING TRACE:\\*\\*[ \\t]*$`).test(text);
  return { part, rest: rest.trim(), restAt: text.length - rest.trimStart().length, usual };
}
