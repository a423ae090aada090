// In: a study with claims. Out: what carries each claim, which claims an id is used for, and what is left over on both sides.

import type { Claim, Code, Excerpt, Passage, Source, Study, Tombstone } from '../model/study.ts';
import { inGroups } from './in-groups.ts';
import { oncePerStudy } from './once-per-study.ts';

export type ClaimEvidence =
  | { readonly kind: 'excerpt'; readonly excerpt: Excerpt }
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'gone'; readonly tombstone: Tombstone }
  /** Not in the study; a problem says where it is written. */
  | { readonly kind: 'unknown'; readonly id: string };

export interface ClaimView {
  readonly claim: Claim;
  readonly evidence: readonly ClaimEvidence[];
  /** False when nothing of the study carries it. */
  readonly supported: boolean;
}

/** In the order of the file. */
export const claimViews: (study: Study) => readonly ClaimView[] = oncePerStudy((study) => {
  const gone = new Map<string, Tombstone>(study.tombstones.map((tombstone) => [tombstone.id, tombstone]));
  return study.claims.map((claim) => {
    const evidence = [...new Set(claim.evidence)].map((id) => resolve(id, study, gone));
    return { claim, evidence, supported: evidence.some(({ kind }) => kind !== 'unknown' && kind !== 'gone') };
  });
});

/** The claims of the paper that an excerpt, passage, source or code is named for, by its present id. */
export const claimsOf: (study: Study) => ReadonlyMap<string, readonly Claim[]> = oncePerStudy((study) => {
  const uses = claimViews(study).flatMap(({ claim, evidence }) =>
    [...new Set(evidence.flatMap((one) => idOf(one) ?? []))].map((id) => ({ id, claim })),
  );
  return new Map(
    [...inGroups(uses, ({ id }) => id)].map(([id, list]) => [id, list.map(({ claim }) => claim)] as const),
  );
});

/** Codes that some passage carries and no claim names; none are listed in a study without claims. */
export const uncitedCodes: (study: Study) => readonly Code[] = oncePerStudy((study) =>
  study.claims.length === 0
    ? []
    : study.codes.filter(({ id, passages }) => passages.length > 0 && !claimsOf(study).has(id)),
);

function resolve(id: string, study: Study, gone: ReadonlyMap<string, Tombstone>): ClaimEvidence {
  const { renamed } = study.settings;
  const excerpt = study.excerptById.get(id);
  if (excerpt) return { kind: 'excerpt', excerpt };
  const source = study.sourceById.get(id) ?? study.sourceById.get(ownValue(renamed.sources, id));
  if (source) return { kind: 'source', source };
  const code = study.codeById.get(id) ?? study.codeById.get(ownValue(renamed.codes, id));
  if (code) return { kind: 'code', code };
  const passage = study.passageById.get(id);
  if (passage) return { kind: 'passage', passage };
  return resolveGone(id, study, gone);
}

/** An excerpt that moved to one place is that excerpt; one that is gone or was split is told as such. */
function resolveGone(id: string, study: Study, gone: ReadonlyMap<string, Tombstone>): ClaimEvidence {
  const tombstone = gone.get(id);
  if (!tombstone) return { kind: 'unknown', id };
  const [to] = tombstone.to;
  const excerpt = tombstone.to.length === 1 && to !== undefined ? study.excerptById.get(to) : undefined;
  return excerpt ? { kind: 'excerpt', excerpt } : { kind: 'gone', tombstone };
}

const ownValue = (record: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(record, key) ? (record[key] ?? '') : '';

function idOf(evidence: ClaimEvidence): string | null {
  switch (evidence.kind) {
    case 'excerpt':
      return evidence.excerpt.id;
    case 'passage':
      return evidence.passage.id;
    case 'source':
      return evidence.source.id;
    case 'code':
      return evidence.code.id;
    case 'gone':
    case 'unknown':
      return null;
  }
}
