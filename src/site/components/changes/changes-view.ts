// In: the edition. Out: the page of changes as groups of lines; each line has an id, a link where the id has a page, and words.

import { changesBetween, codeHistory, type Changes, type Study } from '#study';
import { currentEdition } from '#site/study.ts';
import { at, codeUrl, excerptUrl, sourceUrl } from '#site/urls.ts';
import { changesWords } from '#site/words/changes.ts';
import type { ChangesWords } from '#site/words/changes-en.ts';

export interface ChangeLine {
  readonly id: string;
  /** `''` when the id has no page. */
  readonly url: string;
  readonly notes: readonly string[];
  readonly links: readonly { readonly id: string; readonly url: string }[];
}
export interface ChangeList {
  readonly title: string;
  readonly all: number;
  readonly lines: readonly ChangeLine[];
}
export interface ChangeGroup {
  readonly id: 'sources' | 'codes' | 'excerpts';
  readonly lists: readonly ChangeList[];
}
export interface ChangesView {
  readonly changes: Changes;
  readonly groups: readonly ChangeGroup[];
}

/** More lines than anybody reads on one page. */
const most = 300;

export function changesView(previous: Study): ChangesView {
  const { study } = currentEdition();
  const words = changesWords();
  const changes = changesBetween(previous, study);
  const heirs = new Map(codeHistory(study, previous).retired.map(({ id, into }) => [id, into]));
  const source = (id: string): string => (study.sourceById.has(id) ? sourceUrl(id) : '');
  const code = (id: string): string => codeAddress(study, id);
  const groups: readonly ChangeGroup[] = [
    { id: 'sources', lists: recordLists(changes.sources, source, words, () => null) },
    { id: 'codes', lists: recordLists(changes.codes, code, words, (id) => heirs.get(id) ?? null) },
    { id: 'excerpts', lists: excerptLists(changes.excerpts, study, words) },
  ];
  return {
    changes,
    groups: groups
      .map(({ id, lists }) => ({ id, lists: lists.filter(({ all }) => all > 0) }))
      .filter(({ lists }) => lists.length > 0),
  };
}

const codeAddress = (study: Study, id: string): string => {
  const code = study.codeById.get(id);
  return code === undefined ? '' : codeUrl(code);
};

function recordLists(
  changes: Changes['sources'],
  url: (id: string) => string,
  words: ChangesWords,
  heir: (id: string) => string | null,
): readonly ChangeList[] {
  const line = (id: string, notes: readonly string[] = []): ChangeLine => ({ id, url: url(id), notes, links: [] });
  const shown = (text: string): string => text || words.nothing;
  return [
    list(words.added, changes.added, (id) => line(id)),
    list(words.edited, changes.edited, ({ id, fields }) =>
      line(
        id,
        fields.map(({ field, before, after }) => `${field}: ${shown(before)} → ${shown(after)}`),
      ),
    ),
    list(words.retired, changes.retired, (id) => {
      const into = heir(id);
      return into === null ? line(id) : { id, url: '', notes: [words.into], links: [{ id: into, url: url(into) }] };
    }),
    list(words.renamed, changes.renamed, ({ from, to, how }) => line(to, renaming(from, how, words))),
  ];
}

function excerptLists(changes: Changes['excerpts'], study: Study, words: ChangesWords): readonly ChangeList[] {
  const url = (id: string): string => {
    const excerpt = study.excerptById.get(id);
    if (excerpt !== undefined) return excerptUrl(excerpt);
    return study.tombstones.some((tombstone) => tombstone.id === id) ? at(`e/${id}/`) : '';
  };
  const line = (id: string, notes: readonly string[] = []): ChangeLine => ({ id, url: url(id), notes, links: [] });
  return [
    list(words.added, changes.added, (id) => line(id)),
    list(words.edited, changes.edited, ({ id, before, after, signsOnly }) =>
      line(id, signsOnly ? [words.signsOnly] : [`${before} → ${after}`]),
    ),
    list(words.retired, changes.retired, ({ id, to }) => ({
      ...line(id, to.length === 0 ? [] : [words.nowIn]),
      links: to.map((heir) => ({ id: heir, url: url(heir) })),
    })),
    list(words.renamed, changes.renamed, ({ from, to, how }) => line(to, renaming(from, how, words))),
    list(words.recoded, changes.recoded, ({ id, added, removed }) =>
      line(id, [[...added.map((code) => `+ ${code}`), ...removed.map((code) => `− ${code}`)].join(', ')]),
    ),
  ];
}

const renaming = (from: string, how: string, words: ChangesWords): readonly string[] => [
  how === 'declared' ? words.becomes(from) : `${words.becomes(from)} (${words.found})`,
];

const list = <T>(title: string, items: readonly T[], line: (item: T) => ChangeLine): ChangeList => ({
  title,
  all: items.length,
  lines: items.slice(0, most).map(line),
});
