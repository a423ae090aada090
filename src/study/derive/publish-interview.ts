// In: interviews that are withheld as a whole. Out: the same places without what could name people: fields, paths, addresses, hashes.

import { type HeaderKey, type Source, type Study, type StudyFile, headerKeys } from '../model/study.ts';
import { type Reasons, interviewReason } from './withholding.ts';

/** Id, kind, places and codes stay. */
export const emptiedInterview = (source: Source, reason: string): Source => ({
  ...source,
  file: hiddenPath(source),
  // Every key is there.
  header: Object.fromEntries(headerKeys.map((key) => [key, ''])) as Record<HeaderKey, string>,
  metadata: null,
  disagreements: [],
  title: '',
  url: '',
  archiveUrl: '',
  tinyUrl: '',
  sourceType: '',
  authorType: '',
  example: null,
  sourceCode: null,
  references: [],
  bibliography: {},
  repairs: [],
  withheld: reason,
});

/** A path such as `interviews/jane.md` names somebody: `withheld/p1.md` does not. */
export function publicPaths(study: Study): (path: string) => string {
  const names = new Map(hiddenInterviews(study).map((source) => [source.file, hiddenPath(source)]));
  return (path) => names.get(path) ?? path;
}

/**
 * A hash of a file whose words are withheld would let them be guessed: it is left out, and with it the account of what was shown.
 * Codebook, claims and ledger can repeat withheld words, and settings the people of an interview: of them no hash is shown either.
 */
export function publicFiles(study: Study, reasons: Reasons, paths: (path: string) => string): readonly StudyFile[] {
  const noSettings = reasons.size > 0 || hiddenInterviews(study).length > 0;
  return study.files.map((file) => {
    const source = study.sourceById.get(file.source ?? '');
    const hidden = source?.excerpts.some(({ id }) => reasons.has(id)) === true || paths(file.path) !== file.path;
    if (!hidden && !(noSettings && file.role === 'settings') && source?.withheld === undefined) return file;
    const { account: _account, ...rest } = file;
    return { ...rest, path: paths(file.path), sha256: '' };
  });
}

/** Results of the link check for addresses that are no longer shown. */
export function publicLinks({ links, sources, settings }: Study, reasons: Reasons): Pick<Study, 'links'> {
  if (links === undefined) return {};
  const hidden = new Set<string>();
  for (const source of sources) {
    if (interviewReason(source, settings) !== null)
      for (const value of [...Object.values(source.header), source.url, source.archiveUrl, source.tinyUrl])
        hidden.add(value);
    for (const { id, url } of source.excerpts) if (url !== undefined && reasons.has(id)) hidden.add(url);
  }
  const results = Object.fromEntries(Object.entries(links.results).filter(([url]) => !hidden.has(url)));
  return { links: { ...links, results } };
}

const hiddenInterviews = ({ sources, settings }: Study): readonly Source[] =>
  sources.filter((source) => interviewReason(source, settings) !== null);

const hiddenPath = ({ id }: Source): string => `withheld/${id}.md`;
