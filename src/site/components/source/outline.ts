// In: a source as its document has it. Out: its runs of excerpts, coded and not, with a name for each: the contents of its page.

import { portrait, type Excerpt, type Source, type Study } from '#study';
import { sourceDocument } from '#site/mdx/source-document.ts';
import { sourceParts, type SourcePart } from '#site/mdx/source-parts.ts';
import { kindClass, type KindClass } from '#site/kinds.ts';
import { inOneLine } from '#site/shown-text.ts';
import type { Words } from '#site/words/index.ts';
import { excerptViews, passageView, rangeOf, type ExcerptView, type PassageView } from '../evidence/evidence-view.ts';

export interface Run {
  /** `null`: excerpts that no trace covers. */
  readonly passage: PassageView | null;
  readonly excerpts: readonly ExcerptView[];
  /** Its place on the page: the passage's, or the first excerpt's. */
  readonly anchor: string;
  readonly range: string;
  /** First words, or the heading that it begins with. */
  readonly words: string;
  readonly last: boolean;
}

export function runsOf(source: Source, study: Study, words: Words): readonly Run[] {
  const parts = grouped(sourceParts(sourceDocument(source)));
  return parts.map((part, place): Run => {
    const excerpts = part.excerpts.flatMap((id) => study.excerptById.get(id) ?? []);
    const passage = part.passage === null ? undefined : study.passageById.get(part.passage);
    const view = passage ? passageView(passage, study, words) : null;
    return {
      passage: view,
      excerpts: view ? view.excerpts : excerptViews(excerpts, study, words),
      anchor: part.passage ?? part.excerpts[0] ?? '',
      range: rangeOf(excerpts, words),
      words: firstWords(excerpts),
      last: place === parts.length - 1,
    };
  });
}

interface Group {
  readonly passage: string | null;
  readonly excerpts: string[];
}

/** Loose excerpts between two passages are one run. */
function grouped(parts: readonly SourcePart[]): readonly Group[] {
  const groups: Group[] = [];
  for (const part of parts) {
    const open = groups.at(-1);
    if (part.kind === 'passage') groups.push({ passage: part.id, excerpts: part.parts.map(({ id }) => id) });
    else if (open && open.passage === null) open.excerpts.push(part.id);
    else groups.push({ passage: null, excerpts: [part.id] });
  }
  return groups;
}

const mostLetters = 64;

function firstWords(excerpts: readonly Excerpt[]): string {
  const named = excerpts.find(({ kind }) => kind === 'heading') ?? excerpts.find(({ text }) => text !== '');
  const line = inOneLine((named?.text ?? '').slice(0, 4 * mostLetters)).trim();
  if (line.length <= mostLetters) return line;
  const cut = line.slice(0, mostLetters).toWellFormed();
  return `${cut.slice(0, cut.lastIndexOf(' ') > 20 ? cut.lastIndexOf(' ') : mostLetters)}\u00A0…`;
}

export interface CellView {
  readonly anchor: string;
  readonly kind: KindClass | 'none' | 'bare';
  readonly name: string;
  /** The first cell of a passage or of an uncoded run. */
  readonly first: boolean;
}

/** One cell an excerpt: the colour of the kind that most codes have, all kinds in its name. */
export function cellsOf(source: Source, study: Study, words: Words): readonly CellView[] {
  let run: string | null | undefined;
  return portrait(source, study).map(({ excerpt, passage, kinds }) => {
    const first = run !== excerpt.passage;
    run = excerpt.passage;
    const said = kinds
      .map(({ kind, codes }) => `${kind ?? words.code.notDefined}${codes > 1 ? ` (${codes})` : ''}`)
      .join(', ');
    const kind = passage === null ? 'none' : kinds[0] === undefined ? 'bare' : kindClass(kinds[0].kind);
    return { anchor: excerpt.id, kind, name: words.source.cell(excerpt.number, passage?.number ?? null, said), first };
  });
}
