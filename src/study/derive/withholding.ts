// In: a study with its settings. Out: which excerpts are not shown, and why. The researcher decides, in study.yaml.

import type { Excerpt, Passage, Settings, Source, Study } from '../model/study.ts';

/** Reason for each withheld excerpt, by its id. */
export type Reasons = ReadonlyMap<string, string>;

/** The most exact rule speaks: an excerpt's own, its source's, a code's, the rule for interviews, the rules for all. */
export function withheldReasons(study: Study): Reasons {
  const { settings, passageById, sources } = study;
  const byExcerpt = followed(reasonsFor(settings, 'excerpt'), movedExcerpts(study));
  const bySource = reasonsFor(settings, 'source');
  const fromSource = new Map(movedFrom(study, bySource));
  const byCode = followed(reasonsFor(settings, 'code'), otherNames(study));
  const reasons = new Map<string, string>();
  for (const source of sources)
    for (const excerpt of source.excerpts) {
      const passage = passageById.get(excerpt.passage ?? '');
      const reason =
        excerpt.withheld ??
        byExcerpt.get(excerpt.id) ??
        bySource.get(source.id) ??
        fromSource.get(excerpt.id) ??
        passage?.codes.map((code) => byCode.get(code)).find((rule) => rule !== undefined) ??
        interviewReason(source, settings) ??
        ruleForAll(excerpt, passage, settings);
      if (reason !== null) reasons.set(excerpt.id, reason);
    }
  return reasons;
}

/** Of an interview that is withheld as a whole no field is shown either: title, address and path can name people. */
export function interviewReason(source: Source, settings: Settings): string | null {
  if (source.kind !== 'interview') return null;
  const own = source.withheld ?? reasonsFor(settings, 'source').get(source.id);
  return own ?? (settings.interviews === 'withheld' ? 'interviews are withheld' : null);
}

type Kind = Settings['withhold'][number]['kind'];

const known = new WeakMap<Settings, ReadonlyMap<Kind, Reasons>>();

/** Asked for every source, and made once. */
export function reasonsFor(settings: Settings, kind: Kind): Reasons {
  const byKind = known.get(settings) ?? reasonsByKind(settings);
  known.set(settings, byKind);
  return byKind.get(kind) ?? new Map();
}

function reasonsByKind({ withhold, renamed }: Settings): ReadonlyMap<Kind, Reasons> {
  const reasons = new Map<Kind, Map<string, string>>();
  for (const { kind, id, reason } of withhold) {
    const ofKind = reasons.get(kind) ?? new Map<string, string>();
    reasons.set(kind, ofKind.set(id, reason || 'by decision of the authors'));
  }
  return new Map(
    [...reasons].map(([kind, ofKind]) => {
      if (kind === 'excerpt')
        return [kind, followed(ofKind, renamedExcerpts(ofKind.keys(), Object.entries(renamed.sources)))];
      return [kind, followed(ofKind, Object.entries(kind === 'code' ? renamed.codes : renamed.sources))];
    }),
  );
}

/** A rule holds under every name: what it names may be called otherwise by now. A rule of that name's own goes first. */
export function followed(rules: Reasons, names: Iterable<readonly [old: string, now: string]>): Reasons {
  if (rules.size === 0) return rules;
  const heirs = Map.groupBy(names, ([old]) => old);
  const all = new Map(rules);
  const open = [...rules];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop())
    for (const [, now] of heirs.get(rule[0]) ?? [])
      if (!all.has(now)) {
        all.set(now, rule[1]);
        open.push([now, rule[1]]);
      }
  return all;
}

/** Where the text of a retired or moved id stands now. */
const movedExcerpts = ({ tombstones }: Study) =>
  tombstones.flatMap(({ id, to }) => to.map((now) => [id, now] as const));

/** A rule for a source follows its text into another one. */
const movedFrom = ({ tombstones }: Study, bySource: Reasons) =>
  tombstones.flatMap(({ source, to }) => {
    const rule = bySource.get(source);
    return rule === undefined ? [] : to.map((now) => [now as string, rule] as const);
  });

/** An alias that the notes use is a code of its own. */
const otherNames = ({ codes, codeById }: Study) =>
  codes.flatMap(({ id, aliases }) =>
    aliases.filter((alias) => !codeById.has(alias)).map((alias) => [alias, id] as const),
  );

/** Each excerpt's id under the other names of its source, however often that was renamed. */
export function* renamedExcerpts(
  ids: Iterable<string>,
  sources: readonly (readonly [name: string, other: string])[],
): Generator<readonly [string, string]> {
  const renamed = new Set(sources.map(([name]) => name));
  for (const id of ids) {
    const [, source = '', rest = ''] = /^(.+)(-e\d+)$/.exec(id) ?? [];
    if (!renamed.has(source)) continue;
    for (const other of followed(new Map([[source, '']]), sources).keys()) yield [id, other + rest];
  }
}

function ruleForAll({ text }: Excerpt, passage: Passage | undefined, { show, maxWords }: Settings): string | null {
  if (show === 'none') return 'no text is shown';
  if (show === 'coded' && (passage === undefined || passage.codes.length === 0)) return 'only coded text is shown';
  return maxWords !== null && wordCount(text) > maxWords ? `longer than ${maxWords} words` : null;
}

const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;
