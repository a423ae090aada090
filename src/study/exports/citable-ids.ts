// In: a study. Out: every id that a paper can cite, where it leads, and what became of ids that stand no more. Read by catena-<study>.def,
// catena-ids.txt and `npm run check:paper`, so that TeX, pandoc and the check cannot disagree.

import { goneSources } from '../derive/gone-sources.ts';
import { codePath, excerptAnchor, excerptPath, passagePath, sourcePath } from '../model/addresses.ts';
import { slugOf } from '../model/ids.ts';
import type { Code, Study } from '../model/study.ts';
import { plainLine } from './escape-tex.ts';
import { sourceTitle } from './reference.ts';
import { texCodeName } from './tex-reference.ts';

export const citableKinds = ['source', 'excerpt', 'passage', 'code'] as const;
export type CitableKind = (typeof citableKinds)[number];

export type CitableId = { readonly kind: CitableKind; readonly id: string } & (
  | { readonly state: 'stands'; readonly path: string; readonly label: string }
  | { readonly state: 'moved'; readonly to: string }
  | { readonly state: 'gone'; readonly reason: string }
);

/** Study order; an id that stands comes before every older id, and no kind has an id twice. */
export function citableIds(study: Study, excerptPages: boolean): CitableId[] {
  const standing = [
    ...study.sources.map((source) => stands('source', source.id, sourcePath(source.id), sourceTitle(source))),
    ...study.sources.flatMap((source) =>
      source.excerpts.map((excerpt) => {
        const path = excerptPages ? excerptPath(excerpt.id) : excerptAnchor(source.id, excerpt.id);
        return stands('excerpt', excerpt.id, path, '');
      }),
    ),
    ...study.sources.flatMap((source) =>
      source.passages.map((passage) => stands('passage', passage.id, passagePath(source.id, passage.id), '')),
    ),
    ...study.codes.flatMap(codeNames),
  ];
  return onceEach([...standing, ...olderIds(study)]);
}

/** Later of the same kind and id are left out. */
function onceEach(ids: readonly CitableId[]): CitableId[] {
  const seen = new Set<string>();
  return ids.filter(({ kind, id }) => {
    const key = `${kind} ${id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const stands = (kind: CitableKind, id: string, path: string, label: string): CitableId => ({
  kind,
  id,
  state: 'stands',
  path,
  label,
});

/** A code is found by its id and by its slug, which is easier to type where the id is `C++`. */
function codeNames(code: Code): CitableId[] {
  const label = plainLine(code.label) || plainLine(code.id);
  const path = codePath(code.slug);
  return [plainLine(code.id), code.slug].map((id) => stands('code', id, path, label));
}

function olderIds(study: Study): CitableId[] {
  const { codes } = study.settings.renamed;
  return [
    ...goneSources(study).flatMap(({ id, to }): CitableId[] =>
      to === null ? [{ kind: 'source', id, state: 'gone', reason: '' }] : moved('source', id, to, true),
    ),
    ...study.tombstones.flatMap(({ id, to, reason }): CitableId[] => {
      const [first] = to;
      if (first !== undefined && study.excerptById.has(first)) return moved('excerpt', id, first, true);
      return [{ kind: 'excerpt', id, state: 'gone', reason: plainLine(reason ?? '') }];
    }),
    ...Object.entries(codes).flatMap(([old, now]) => movedCode(old, study.codeById.get(now))),
    ...study.codes.flatMap((code) => code.aliases.flatMap((alias) => movedCode(alias, code))),
  ];
}

/** By its slug too, under which papers cite it and its page stands; to a name that an author can type. */
const movedCode = (old: string, code: Code | undefined): CitableId[] =>
  code === undefined ? [] : [old, slugOf(old)].flatMap((name) => moved('code', name, texCodeName(code), true));

/** Only to what stands: a redirect to nowhere would be an error that nobody can mend. */
function moved(kind: CitableKind, old: string, now: string, known: boolean): CitableId[] {
  const [id, to] = [plainLine(old), plainLine(now)];
  return known && id !== '' && id !== to ? [{ kind, id, state: 'moved', to }] : [];
}
