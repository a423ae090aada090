// In: a study and, where one is declared, the release before it. Out: what became of each code: first seen, renamed, merged, edited, and
// which codes retired. Without an earlier release only what the study itself says: where a code is first seen, and its former names.

import type { CodeId } from '../model/ids.ts';
import type { Code, Study } from '../model/study.ts';
import { changesBetween } from './changes.ts';

export type CodeEvent =
  | { readonly kind: 'seen'; readonly source: string; readonly passage: string }
  /** Not in the earlier release. */
  | { readonly kind: 'added' }
  /** `declared` in study.yaml; otherwise it was recognised by its label or its places. */
  | { readonly kind: 'renamed'; readonly from: string; readonly declared: boolean }
  /** A code of the earlier release that is now an alias of this one. */
  | { readonly kind: 'merged'; readonly from: string }
  | { readonly kind: 'edited'; readonly fields: readonly string[] };

export interface RetiredCode {
  readonly id: string;
  readonly label: string;
  /** The code whose alias it is now. */
  readonly into: CodeId | null;
}

export interface CodeHistory {
  /** A code without an event is not in it. */
  readonly events: ReadonlyMap<string, readonly CodeEvent[]>;
  readonly retired: readonly RetiredCode[];
}

export function codeHistory(study: Study, previous?: Study): CodeHistory {
  const changes = previous === undefined ? null : changesBetween(previous, study).codes;
  const before = new Set<string>(previous?.codes.map(({ id }) => id));
  const added = new Set(changes?.added);
  const edited = new Map(changes?.edited.map(({ id, fields }) => [id, fields.map(({ field }) => field)]));
  const renamed = Map.groupBy(renamings(study, changes?.renamed ?? []), ({ to }) => to);
  const merged = (code: Code): readonly CodeEvent[] =>
    code.aliases
      .filter((alias) => before.has(alias) && !study.codeById.has(alias))
      .map((from) => ({ kind: 'merged', from }));
  const events = new Map<string, readonly CodeEvent[]>();
  for (const code of study.codes) {
    const fields = edited.get(code.id) ?? [];
    const own: readonly CodeEvent[] = [
      ...(code.firstSeen === null ? [] : [seen(code.firstSeen)]),
      ...(added.has(code.id) ? [{ kind: 'added' } as const] : []),
      ...(renamed.get(code.id) ?? []).map(({ from, declared }) => ({ kind: 'renamed', from, declared }) as const),
      ...merged(code),
      ...(fields.length === 0 ? [] : [{ kind: 'edited', fields } as const]),
    ];
    if (own.length > 0) events.set(code.id, own);
  }
  return { events, retired: previous === undefined ? [] : retiredCodes(study, previous, changes?.retired ?? []) };
}

const seen = ({ source, passage }: NonNullable<Code['firstSeen']>): CodeEvent => ({ kind: 'seen', source, passage });

interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly declared: boolean;
}

/** Those of study.yaml, which hold for ever, and those that were found between the two releases; each once. */
function renamings(study: Study, found: readonly { from: string; to: string; how: string }[]): readonly Renaming[] {
  const declared = Object.entries(study.settings.renamed.codes).map(([from, to]) => ({ from, to, declared: true }));
  const known = new Set(declared.map(({ from }) => from));
  const others = found.filter(({ from }) => !known.has(from));
  return [...declared, ...others.map(({ from, to, how }) => ({ from, to, declared: how === 'declared' }))];
}

function retiredCodes(study: Study, previous: Study, ids: readonly string[]): readonly RetiredCode[] {
  const heirs = new Map(study.codes.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)));
  return ids.map((id) => ({ id, label: previous.codeById.get(id)?.label ?? id, into: heirs.get(id) ?? null }));
}
