// In: the chain of evidence. Out: its rows in groups (what they are, and how far they reach), cut into pages; and the table of counts.

import { chainSteps, evidenceChain, inPages, oncePerStudy, type ChainRow, type ChainStep, type Study } from '#study';
import { chainUrl } from '#site/urls.ts';

/** Where a chain ends: complete, out of scope, or the step at which it breaks. */
export type Ending = 'linked' | 'out of scope' | ChainStep;

export interface ChainGroup {
  readonly item: ChainRow['item'];
  readonly ending: Ending;
  readonly rows: readonly ChainRow[];
}

export const endings: readonly Ending[] = [...chainSteps, 'linked', 'out of scope'];
export const items = ['open code', 'code', 'model element'] as const;

export const endingOf = ({ state, brokenAt }: ChainRow): Ending =>
  state === 'broken' ? (brokenAt ?? 'excerpt') : state;
export const groupId = (item: ChainRow['item'], ending: Ending): string => `${item}-${ending}`.replaceAll(' ', '-');

/** Broken chains first, in the order of the steps; empty groups are left out. */
const groups: (study: Study) => readonly ChainGroup[] = oncePerStudy((study) => {
  const found = Map.groupBy(evidenceChain(study).rows, (row) => groupId(row.item, endingOf(row)));
  return items.flatMap((item) =>
    endings.flatMap((ending) => {
      const rows = found.get(groupId(item, ending));
      return rows ? [{ item, ending, rows }] : [];
    }),
  );
});

const rowsPerPage = 1500;

/** A group that is longer than what is left of a page goes on over the next. */
export const chainPages: (study: Study) => readonly (readonly ChainGroup[])[] = oncePerStudy((study) => {
  const rows = groups(study).flatMap((group) => group.rows.map((row) => ({ group, row })));
  return inPages(rows, rowsPerPage).map((page) =>
    [...Map.groupBy(page, ({ group }) => group)].map(([group, list]) => ({
      ...group,
      rows: list.map(({ row }) => row),
    })),
  );
});

export interface ChainCount {
  readonly count: number;
  /** Where its rows begin. */
  readonly url: string;
}

/** `null` where nothing ends. */
export function chainCount(study: Study, item: ChainRow['item'], ending: Ending): ChainCount | null {
  const count = groups(study).find((group) => group.item === item && group.ending === ending)?.rows.length ?? 0;
  if (count === 0) return null;
  const id = groupId(item, ending);
  const page = chainPages(study).findIndex((list) => list.some((group) => groupId(group.item, group.ending) === id));
  return { count, url: `${chainUrl(page + 1)}#${id}` };
}
