// In: a study. Out: the chain of evidence, excerpt → open code → code → model element → decision: for every open code, code and model
// class the first step at which its chain breaks, if it does. Every item is in exactly one of: linked, broken at a step, out of scope.

import type { ModelClass } from '../model/companion/types.ts';
import { foldWords } from '../model/in-vivo.ts';
import type { Code, OpenCode, Passage, Study } from '../model/study.ts';
import { decisionsOf } from './decisions.ts';
import { oncePerStudy } from './once-per-study.ts';

export const chainSteps = ['excerpt', 'open code', 'code', 'model element', 'decision'] as const;
export type ChainStep = (typeof chainSteps)[number];

export interface ChainRow {
  readonly item: 'open code' | 'code' | 'model element';
  /** The words of an open code, the id of a code or class. */
  readonly id: string;
  readonly label: string;
  readonly state: 'linked' | 'broken' | 'out of scope';
  /** The first step that is missing, in the order of the chain. */
  readonly brokenAt?: ChainStep;
  readonly reason?: string;
  readonly passages: readonly string[];
  /** Words of the open codes that lead to it, each once. */
  readonly openCodes: readonly string[];
  readonly codes: readonly string[];
  readonly elements: readonly string[];
  readonly decisions: readonly string[];
}

export interface Chain {
  readonly rows: readonly ChainRow[];
  /** Without a companion model the chain ends at the code. */
  readonly hasModel: boolean;
}

interface Reach {
  readonly study: Study;
  readonly classes: ReadonlyMap<string, ModelClass>;
  readonly decisions: ReadonlyMap<string, readonly string[]>;
  readonly quoted: (passage: string) => boolean;
  /** For codes that at least one open code of their passages says, the words of these. */
  readonly opened: ReadonlyMap<string, ReadonlySet<string>>;
  readonly scope: ReadonlyMap<string, string>;
}

export const evidenceChain: (study: Study) => Chain = oncePerStudy((study) => {
  const model = study.companion;
  const reach = reachOf(study);
  const classes = (model?.classes ?? []).filter((one) => !['Source', 'Reference'].includes(one.kind));
  const rows = [
    ...openRows(study, reach),
    ...study.codes.map((code) => codeRow(code, reach)),
    ...classes.map((one) => elementRow(one, reach)),
  ];
  return { rows, hasModel: model !== undefined };
});

function reachOf(study: Study): Reach {
  const model = study.companion;
  const opened = new Map<string, Set<string>>();
  for (const source of study.sources)
    for (const passage of source.passages)
      for (const open of passage.openCodes)
        for (const id of open.codes) {
          const words = opened.get(id);
          if (words) words.add(open.text);
          else opened.set(id, new Set([open.text]));
        }
  return {
    study,
    classes: new Map((model?.classes ?? []).flatMap((one) => (one.id === null ? [] : [[one.id, one] as const]))),
    decisions: model ? decisionsOf(model) : new Map(),
    quoted: (passage) => (study.passageById.get(passage)?.excerpts.length ?? 0) > 0,
    opened,
    scope: new Map(
      study.settings.outOfScope.map(({ kind, id, reason }) => [
        `${kind} ${kind === 'openCode' ? foldWords(id) : id}`,
        reason,
      ]),
    ),
  };
}

/** Open codes with the same words are one row with all their passages. */
function openRows(study: Study, reach: Reach): readonly ChainRow[] {
  const groups = new Map<string, { first: OpenCode; passages: Passage[]; codes: Set<string> }>();
  for (const source of study.sources) {
    for (const passage of source.passages) {
      for (const open of passage.openCodes) {
        const key = foldWords(open.text);
        const group = groups.get(key) ?? { first: open, passages: [], codes: new Set<string>() };
        groups.set(key, group);
        if (group.passages.at(-1) !== passage) group.passages.push(passage);
        for (const id of open.codes) group.codes.add(id);
      }
    }
  }
  return [...groups].map(([key, { first, passages, codes }]) => {
    const list = [...codes];
    const missing: ChainStep | undefined = !passages.some((passage) => reach.quoted(passage.id))
      ? 'excerpt'
      : list.length === 0
        ? 'code'
        : beyond(list, reach);
    return row(
      'open code',
      first.text,
      first.text,
      passages.map(({ id }) => id),
      list,
      missing,
      reach,
      `openCode ${key}`,
    );
  });
}

function codeRow(code: Code, reach: Reach): ChainRow {
  const missing: ChainStep | undefined = !code.passages.some(reach.quoted)
    ? 'excerpt'
    : !reach.opened.has(code.id)
      ? 'open code'
      : beyond([code.id], reach);
  return row('code', code.id, code.label, code.passages, [code.id], missing, reach, `code ${code.id}`);
}

/** A class whose name went to another has no id: nothing can lead to it. */
function elementRow(element: ModelClass, reach: Reach): ChainRow {
  const id = element.id ?? '';
  const code = reach.study.codeById.get(id);
  const passages = code?.passages ?? [];
  const missing: ChainStep | undefined =
    passages.length === 0
      ? 'code'
      : !passages.some(reach.quoted)
        ? 'excerpt'
        : !reach.opened.has(id)
          ? 'open code'
          : beyond([id], reach);
  return row('model element', id, element.label, passages, code ? [id] : [], missing, reach, `element ${id}`);
}

/** From codes on: is one of them in the model, and does one of those belong to a decision? */
function beyond(codes: readonly string[], reach: Reach): ChainStep | undefined {
  if (reach.study.companion === undefined) return undefined;
  const elements = codes.filter((id) => reach.classes.has(id));
  if (elements.length === 0) return 'model element';
  return elements.some((id) => (reach.decisions.get(id)?.length ?? 0) > 0) ? undefined : 'decision';
}

function row(
  item: ChainRow['item'],
  id: string,
  label: string,
  passages: readonly string[],
  codes: readonly string[],
  missing: ChainStep | undefined,
  reach: Reach,
  scopeKey: string,
): ChainRow {
  const elements = item === 'model element' ? [id].filter(Boolean) : codes.filter((code) => reach.classes.has(code));
  const decisions = [...new Set(elements.flatMap((element) => reach.decisions.get(element) ?? []))];
  const openCodes = item === 'open code' ? [label] : [...(reach.opened.get(id) ?? [])];
  const base = { item, id, label, passages, openCodes, codes, elements, decisions };
  const reason = reach.scope.get(scopeKey);
  if (reason !== undefined) return { ...base, state: 'out of scope', reason };
  return missing === undefined ? { ...base, state: 'linked' } : { ...base, state: 'broken', brokenAt: missing };
}
