// In: a source. Out: the `title` of its COinS span, for pages that list sources: Zotero offers to save each of them.
// Specification: OpenURL COinS, Z39.88-2004 KEV format `info:ofi/fmt:kev:mtx:dc`; CITING.md section 2. Never on the page of one source.

import type { Source } from '../model/study.ts';
import { creatorName } from './head-zotero.ts';
import type { ExportContext } from './format.ts';
import { referenceItem, sourceKind } from './reference.ts';

export interface CoinsSpan {
  readonly source: string;
  /** `<span class="Z3988" title="…"></span>`; the writer escapes `&`. */
  readonly title: string;
}

const types = { blog: 'blogPost', web: 'webpage', report: 'report', interview: 'interview' } as const;

export function coinsOf(context: ExportContext, source: Source): CoinsSpan {
  const item = referenceItem(context, { kind: 'original', source });
  const pairs: readonly (readonly [string, string])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', types[sourceKind(source)]],
    ['rft.title', item.title],
    ...item.authors.map((author) =>
      'name' in author ? (['rft.aucorp', author.name] as const) : (['rft.au', creatorName(author)] as const),
    ),
    ['rft.date', item.date],
    ['rft.source', item.container || item.host],
    ['rft.identifier', item.url],
    ['rft.language', item.language],
    ['rft.description', item.evidence === '' ? '' : `Evidence: ${item.evidence}`],
  ];
  const filled = pairs.filter(([, value]) => value !== '');
  return {
    source: source.id,
    title: filled.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
  };
}
