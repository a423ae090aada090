// In: a study and one code. Out: the codes nearest to it: those it is related to, then those that stand beside it most often.

import type { CodeId } from '../model/ids.ts';
import type { Code, Study } from '../model/study.ts';
import { companionsOf } from './codes-together.ts';
import { relationsOf } from './relations-of.ts';

export interface LocalEdge {
  readonly from: CodeId;
  readonly to: CodeId;
  /** `has force` …; `null` for two codes that only stand in the same passages. */
  readonly kind: string | null;
  readonly detail?: string;
  /** In how many passages both stand; 0 for a relation of codes that never do. */
  readonly passages: number;
}

export interface LocalGraph {
  readonly centre: Code;
  /** The centre first. */
  readonly nodes: readonly Code[];
  /** All have the centre or two of its neighbours as ends; a pair is one edge, related or not. */
  readonly edges: readonly LocalEdge[];
  /** How many neighbours there are in all. */
  readonly neighbours: number;
}

/** More than these cannot be told apart on a phone, nor on paper. */
export const mostNodes = 30;

export function localGraph(study: Study, centre: Code, most: number = mostNodes): LocalGraph {
  const relations = relationsOf(study).get(centre.id);
  const companions = companionsOf(study).get(centre.id) ?? [];
  const related = [...(relations?.out ?? []).map(({ to }) => to), ...(relations?.in ?? []).map(({ from }) => from)];
  const all = [...new Set([...related, ...companions.map(({ code }) => code)])].filter((id) => id !== centre.id);
  const known = all.flatMap((id) => study.codeById.get(id) ?? []);
  const nodes = [centre, ...known.slice(0, most - 1)];
  return { centre, nodes, edges: edgesAmong(study, nodes), neighbours: known.length };
}

function edgesAmong(study: Study, nodes: readonly Code[]): readonly LocalEdge[] {
  const shown = new Set<string>(nodes.map(({ id }) => id));
  const edges = new Map<string, LocalEdge>();
  const [centre] = nodes;
  const together = new Map<string, number>(
    (centre ? (companionsOf(study).get(centre.id) ?? []) : []).map(({ code, passages }) => [code, passages.length]),
  );
  for (const { id } of nodes) {
    for (const { from, to, kind, detail } of relationsOf(study).get(id)?.out ?? []) {
      if (!shown.has(to) || from === to || edges.has(pairKey(from, to))) continue;
      const passages =
        from === centre?.id ? (together.get(to) ?? 0) : to === centre?.id ? (together.get(from) ?? 0) : 0;
      edges.set(pairKey(from, to), { from, to, kind, passages, ...(detail === undefined ? {} : { detail }) });
    }
  }
  for (const { id } of nodes.slice(1)) {
    const passages = together.get(id) ?? 0;
    if (!centre || passages === 0 || edges.has(pairKey(centre.id, id))) continue;
    edges.set(pairKey(centre.id, id), { from: centre.id, to: id, kind: null, passages });
  }
  return [...edges.values()];
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
