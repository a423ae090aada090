// In: a source with its excerpts, and the note that they stand in. Out: excerpts that stand twice, hold a placeholder, a redaction or the
// rest of a LaTeX source, and excerpts at the end that nobody coded.

import type { NoteExcerpt } from '../../parse/note.ts';
import type { Span } from '../../problems/place.ts';
import { problemAt, type Noticed } from '../../problems/report.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Draft } from '../draft.ts';
import { foldWords } from '../in-vivo.ts';
import type { Excerpt, Source } from '../study.ts';

const patterns = [
  [
    'excerpt-placeholder',
    /\b(?:TODO|TBD|FIXME|lorem ipsum)\b|\?\?\?+|\[(?:quote|text|insert|missing|to do)[^\]]{0,60}\]/i,
  ],
  [
    'excerpt-redaction',
    /[█■]{2,}|\[(?:redacted|anonymi[sz]ed|removed|deleted|name|company|inaudible|unintelligible)[^\]]{0,60}\]|<(?:redacted|anonymi[sz]ed|company|name)[^>]{0,60}>|\bX{3,}\b/i,
  ],
  [
    'excerpt-latex',
    /\\(?:cite[pt]?|ref|label|emph|text(?:it|bf|tt|sc)|footnote|begin|end|url|href|item|section)\b\*?(?:\[[^\]]{0,80}\])?\{?[^}\s]{0,60}\}?/,
  ],
] as const;

export function checkExcerpts(source: Source, draft: Draft): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (noticed: Noticed, excerpt: Excerpt): void => {
    problems.push(problemAt(source.file, draft.lines.position, noticed, { source: source.id, excerpt: excerpt.id }));
  };
  source.excerpts.forEach((excerpt, i) => {
    const note = draft.note.excerpts[i];
    if (!note) return;
    const earlier = draft.note.excerpts[i - 1];
    if (earlier && saysTheSame(earlier, note)) {
      const other = { ...earlier.span, words: 'the excerpt before it' };
      report({ code: 'excerpt-repeated', span: note.span, args: { id: excerpt.id }, other }, excerpt);
    }
    if (excerpt.kind === 'listing') return;
    for (const [code, pattern] of patterns) {
      const found = pattern.exec(excerpt.text)?.[0];
      if (found === undefined) continue;
      report({ code, span: spanOf(draft.file.text, note, found), args: { id: excerpt.id, found } }, excerpt);
    }
  });
  return [...problems, ...uncoded(source, draft)];
}

/** The first words are compared first: most excerpts differ there. */
function saysTheSame(one: NoteExcerpt, other: NoteExcerpt): boolean {
  if (one.kind === 'figure' || other.kind === 'figure') return false;
  const [a, b] = [foldWords(one.text.slice(0, 60)), foldWords(other.text.slice(0, 60))];
  const length = Math.min(a.length, b.length, 20);
  return a.slice(0, length) === b.slice(0, length) && foldWords(one.text) === foldWords(other.text);
}

/** Where the words stand in the file; where a repair changed them, the excerpt. */
function spanOf(text: string, note: NoteExcerpt, words: string): Span {
  const at = text.slice(note.span.start, note.span.end).indexOf(words);
  if (at < 0) return note.span;
  return { start: note.span.start + at, end: note.span.start + at + words.length };
}

/** A run of excerpts gets its codes from the trace behind it; behind the last trace nobody coded, or not yet. */
function uncoded(source: Source, draft: Draft): readonly Problem[] {
  if (source.passages.length === 0) return [];
  const last = source.excerpts.findLastIndex((excerpt) => excerpt.passage !== null);
  const first = draft.note.excerpts[last + 1];
  if (!first) return [];
  const args = { id: source.id, count: source.excerpts.length - last - 1 };
  return [
    problemAt(
      source.file,
      draft.lines.position,
      { code: 'excerpts-uncoded', span: first.span, args },
      { source: source.id },
    ),
  ];
}
