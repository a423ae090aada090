// In: a source. Out: its excerpts as the basket of the site reads them: small files, a hundred numbers each.

import { excerptAnchor, excerptPath } from '../model/addresses.ts';
import type { Excerpt, Source } from '../model/study.ts';
import type { BasketExcerpt, BasketShard } from './basket-files.ts';
import { cite } from './citation.ts';
import type { ExportContext } from './format.ts';

/** By the number that stands in the file's name: 0 for the excerpts 1 to 99, 1 for 100 to 199 … */
export function basketShards(source: Source): ReadonlyMap<number, readonly Excerpt[]> {
  return Map.groupBy(source.excerpts, ({ number }) => Math.floor(number / 100));
}

export const basketShard = (context: ExportContext, source: Source, excerpts: readonly Excerpt[]): BasketShard => ({
  source: { id: source.id, title: source.title, url: source.url, archive: source.archiveUrl },
  excerpts: excerpts.map((excerpt) => basketExcerpt(context, excerpt)),
});

function basketExcerpt(context: ExportContext, excerpt: Excerpt): BasketExcerpt {
  const { id, kind, text, speaker, withheld } = excerpt;
  const { study, excerptPages } = context;
  const passage = excerpt.passage === null ? undefined : study.passageById.get(excerpt.passage);
  const codes = (passage?.codes ?? []).map((code) => ({ id: code, label: study.codeById.get(code)?.label ?? code }));
  return {
    id,
    kind,
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(withheld === undefined ? {} : { withheld }),
    codes,
    path: excerptPages ? excerptPath(id) : excerptAnchor(excerpt.source, id),
    citation: cite(context, { kind: 'excerpt', excerpt }, 'text'),
    bibtex: cite(context, { kind: 'excerpt', excerpt }, 'bibtex'),
  };
}
