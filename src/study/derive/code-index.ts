// In: a study. Out: for each code the passages that carry it, by source, and how many excerpts these passages cover.

import type { CodeId, SourceId } from '../model/ids.ts';
import type { Code, Passage, Study } from '../model/study.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface CodeInSource {
  readonly source: SourceId;
  readonly passages: readonly Passage[];
  /** Excerpts in these passages. */
  readonly excerpts: number;
}

export interface CodeEntry {
  readonly code: Code;
  /** In study order; sources that do not carry the code are not there. */
  readonly sources: readonly CodeInSource[];
  readonly passages: number;
  /** Equal to the code's rows in codings.csv. */
  readonly excerpts: number;
}

/** In the order of `study.codes`. */
export const codeIndex: (study: Study) => ReadonlyMap<CodeId, CodeEntry> = oncePerStudy(
  (study) => new Map(study.codes.map((code) => [code.id, entryOf(code, study)])),
);

function entryOf(code: Code, study: Study): CodeEntry {
  const bySource = new Map<SourceId, Passage[]>();
  for (const id of code.passages) {
    const passage = study.passageById.get(id);
    if (!passage) continue;
    const known = bySource.get(passage.source);
    if (known) known.push(passage);
    else bySource.set(passage.source, [passage]);
  }
  const sources = [...bySource].map(([source, passages]) => ({ source, passages, excerpts: excerptsIn(passages) }));
  return {
    code,
    sources,
    passages: sources.reduce((sum, one) => sum + one.passages.length, 0),
    excerpts: sources.reduce((sum, one) => sum + one.excerpts, 0),
  };
}

const excerptsIn = (passages: readonly Passage[]): number =>
  passages.reduce((sum, passage) => sum + passage.excerpts.length, 0);
