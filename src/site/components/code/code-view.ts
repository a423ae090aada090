// In: a code and its study. Out: what its page shows, as plain values: passages by source, companions, open codes, relations.

import {
  codeIndex,
  codePages,
  companionsOf,
  inVivoCodes,
  mostCodes,
  problemsAt,
  relationsOf,
  type Code,
  type Companion,
  type Excerpt,
  type Passage,
  type Relation,
  type Source,
  type Study,
} from '#study';
import { codePageUrl, passageUrl } from '#site/urls.ts';
import type { Words } from '#site/words/index.ts';
import {
  codeView,
  codeViews,
  excerptView,
  excerptViews,
  rangeOf,
  type CodeView,
  type ExcerptView,
  type PassageView,
} from '../evidence/evidence-view.ts';

export interface CodedPassage {
  readonly view: Pick<PassageView, 'id' | 'number' | 'url' | 'range' | 'excerpts'>;
  /** The codes of the passage but the one whose page this is; none when they are too many for every one of their pages. */
  readonly others: readonly CodeView[];
  /** How many they are then, listed on the source's page alone. */
  readonly crowd: number;
  readonly before: ExcerptView | null;
  readonly after: ExcerptView | null;
}

export interface CodedSource {
  readonly source: Source;
  /** True when the source began on an earlier page. */
  readonly continued: boolean;
  readonly passages: readonly CodedPassage[];
}

/** The passages on one page of a code, by source. */
export function codedSources(code: Code, page: number, study: Study, words: Words): readonly CodedSource[] {
  const pages = codePages(study).get(code.id) ?? [];
  const lastBefore = page > 1 ? pages[page - 2]?.at(-1)?.source : undefined;
  return [...Map.groupBy(pages[page - 1] ?? [], (passage) => passage.source)].flatMap(([id, passages]) => {
    const source = study.sourceById.get(id);
    if (!source) return [];
    const coded = passages.map((passage) => codedPassage(passage, code, source, study, words));
    return [{ source, continued: id === lastBefore, passages: coded }];
  });
}

function codedPassage(passage: Passage, code: Code, source: Source, study: Study, words: Words): CodedPassage {
  const { id, number, codes } = passage;
  const excerpts = passage.excerpts.flatMap((one) => study.excerptById.get(one) ?? []);
  const [first, last] = [excerpts[0], excerpts.at(-1)];
  const shown = { range: rangeOf(excerpts, words), excerpts: excerptViews(excerpts, study, words) };
  const isCrowded = codes.length > mostCodes;
  const others = isCrowded ? [] : codes.filter((other) => other !== code.id);
  return {
    view: { id, number, url: passageUrl(passage), ...shown },
    others: codeViews(others, study, words),
    crowd: isCrowded ? codes.length - 1 : 0,
    before: neighbour(source, first, -1, study, words),
    after: neighbour(source, last, 1, study, words),
  };
}

/** `position` counts from 1, so that it is the place of the excerpt after it. */
function neighbour(
  source: Source,
  excerpt: Excerpt | undefined,
  step: -1 | 1,
  study: Study,
  words: Words,
): ExcerptView | null {
  const found = excerpt && source.excerpts[excerpt.position - 1 + step];
  return found ? excerptView(found, true, study, words) : null;
}

export interface CompanionView {
  readonly code: CodeView;
  readonly anchor: string;
  readonly passages: readonly { readonly id: string; readonly url: string }[];
}

/** Companions with their passages as links to where these stand on the code's pages, from the first of them. */
export function companionViews(code: Code, study: Study, words: Words): readonly CompanionView[] {
  const pageOf = new Map<string, number>();
  (codePages(study).get(code.id) ?? []).forEach((passages, place) => {
    for (const { id } of passages) pageOf.set(id, place + 1);
  });
  const linked = ({ passages }: Companion): CompanionView['passages'] =>
    passages.map((id) => {
      const page = pageOf.get(id) ?? 1;
      return { id, url: `${page === 1 ? '' : codePageUrl(code, page)}#${id}` };
    });
  return (companionsOf(study).get(code.id) ?? []).flatMap((companion) => {
    const other = study.codeById.get(companion.code);
    return other ? [{ code: codeView(other, words), anchor: `with-${other.slug}`, passages: linked(companion) }] : [];
  });
}

export interface OpenCodesOf {
  readonly joined: readonly OpenCodeAt[];
  readonly others: readonly OpenCodeAt[];
}
export interface OpenCodeAt {
  readonly text: string;
  readonly inVivo: boolean;
  readonly withheld?: string;
  readonly passages: readonly Passage[];
}

/** Open codes of the code's passages: those that say its words, and the others; equal words once, with all their passages. */
export function openCodesOf(code: Code, study: Study): OpenCodesOf {
  const joined = new Map<string, { text: string; inVivo: boolean; withheld?: string; passages: Passage[] }>();
  const others: typeof joined = new Map();
  for (const id of code.passages) {
    const passage = study.passageById.get(id);
    if (!passage || passage.openCodes.length > mostOpenCodes) continue;
    for (const open of passage.openCodes) {
      const list = open.codes.includes(code.id) ? joined : open.codes.length === 0 ? others : null;
      if (!list) continue;
      const known = list.get(open.text);
      if (known) {
        if (known.passages.at(-1) !== passage) known.passages.push(passage);
        known.inVivo ||= open.inVivo;
      } else list.set(open.text, { ...open, passages: [passage] });
    }
  }
  return { joined: [...joined.values()], others: [...others.values()] };
}

/** A passage with more has its open codes on its source's page alone. */
const mostOpenCodes = 200;

export interface RelationView {
  readonly kind: string;
  readonly detail: string;
  readonly other: CodeView | null;
  /** The other end as written, where it is no code of the study. */
  readonly name: string;
  readonly origin: Relation['origin'];
  readonly source: string;
  readonly file: string;
  readonly line: number | null;
}

export function relationViews(
  code: Code,
  study: Study,
  words: Words,
): { readonly out: readonly RelationView[]; readonly in: readonly RelationView[] } {
  const relations = relationsOf(study).get(code.id);
  const view = (relation: Relation, end: string): RelationView => {
    const other = study.codeById.get(end);
    return {
      kind: relation.kind,
      detail: relation.detail ?? '',
      other: other ? codeView(other, words) : null,
      name: end,
      origin: relation.origin,
      source: relation.source ?? '',
      file: relation.file ?? '',
      line: relation.line ?? null,
    };
  };
  return {
    out: (relations?.out ?? []).map((relation) => view(relation, relation.to)),
    in: (relations?.in ?? []).map((relation) => view(relation, relation.from)),
  };
}

/** Passages in whose excerpts the code's own words stand. */
export const inVivoPassages = (code: Code, study: Study): readonly Passage['id'][] =>
  code.passages.filter((id) => inVivoCodes(study).get(id)?.has(code.id) === true);

export const countsOf = (
  code: Code,
  study: Study,
): { readonly passages: number; readonly sources: number; readonly excerpts: number } => {
  const entry = codeIndex(study).get(code.id);
  return { passages: entry?.passages ?? 0, sources: entry?.sources.length ?? 0, excerpts: entry?.excerpts ?? 0 };
};

export const problemsOf = (code: Code, study: Study): ReturnType<ReturnType<typeof problemsAt>['code']> =>
  problemsAt(study).code(code.id);
