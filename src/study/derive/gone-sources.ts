// In: a study. Out: sources that its ledger knows and that stand in the notes no longer, each with its ids and the source that took over.

import { whereNow } from '../model/anchors/redirects.ts';
import { sourceId, type SourceId } from '../model/ids.ts';
import type { Study, Tombstone } from '../model/study.ts';
import { inGroups } from './in-groups.ts';
import { oncePerStudy } from './once-per-study.ts';

export interface GoneSource {
  readonly id: SourceId;
  readonly excerpts: readonly Tombstone[];
  /** The one that study.yaml names; else the one in which most of its texts stand now. */
  readonly to: SourceId | null;
}

export const goneSources: (study: Study) => readonly GoneSource[] = oncePerStudy((study) => {
  const { sourceById, settings } = study;
  const renamed = new Map(Object.entries(settings.renamed.sources).map(([old, now]) => [old, [now]] as const));
  const bySource = inGroups(study.tombstones, ({ source }) => source);
  const ids = new Set([...renamed.keys(), ...bySource.keys()].filter((id) => !sourceById.has(id)));
  return [...ids].flatMap((id): GoneSource[] => {
    const excerpts = bySource.get(id) ?? [];
    const [declared] = whereNow(id, renamed, (name) => sourceById.has(name));
    const to = sourceById.get(declared ?? '')?.id ?? heirOf(excerpts, study);
    return excerpts.length === 0 && to === null ? [] : [{ id: sourceId(id), excerpts, to }];
  });
});

function heirOf(excerpts: readonly Tombstone[], study: Study): SourceId | null {
  const heirs = excerpts.flatMap(({ to }) => study.excerptById.get(to[0] ?? '')?.source ?? []);
  const groups = [...inGroups(heirs, (heir) => heir).values()];
  return groups.find((all) => all.length * 2 > excerpts.length)?.[0] ?? null;
}
