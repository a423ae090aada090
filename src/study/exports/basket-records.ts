// In: a published study. Out: its excerpts as the basket of the site reads them: small files, a hundred numbers of one source each.

import { excerptAnchor, excerptPath } from '../model/addresses.ts';
import type { Excerpt, Source } from '../model/study.ts';
import { basketShardPath, type BasketExcerpt, type BasketShard } from './basket-files.ts';
import { citeItem } from './citation.ts';
import type { ExportContext } from './format.ts';
import { referenceItem, type CitationTarget } from './reference.ts';

/** The files of one source: path below the site's root, and what stands in it. */
export function* basketShards(context: ExportContext, source: Source): Iterable<readonly [string, BasketShard]> {
  const { id, title, url, archiveUrl: archive } = source;
  for (const [path, excerpts] of Map.groupBy(source.excerpts, ({ number }) => basketShardPath(id, number))) {
    yield [
      path,
      { source: { id, title, url, archive }, excerpts: excerpts.map((excerpt) => basketExcerpt(context, excerpt)) },
    ];
  }
}

function basketExcerpt(context: ExportContext, excerpt: Excerpt): BasketExcerpt {
  const { id, kind, text, speaker, withheld } = excerpt;
  const { study, excerptPages } = context;
  const passage = excerpt.passage === null ? undefined : study.passageById.get(excerpt.passage);
  const codes = (passage?.codes ?? []).map((code) => ({ id: code, label: study.codeById.get(code)?.label ?? code }));
  const target: CitationTarget = { kind: 'excerpt', excerpt };
  const item = referenceItem(context, target);
  return {
    id,
    kind,
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(withheld === undefined ? {} : { withheld }),
    codes,
    path: excerptPages ? excerptPath(id) : excerptAnchor(excerpt.source, id),
    citation: citeItem(context, target, item, 'text'),
    bibtex: citeItem(context, target, item, 'bibtex'),
  };
}
