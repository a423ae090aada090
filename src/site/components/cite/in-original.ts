// In: a source. Out: the ways from its excerpts into the original work and its archived copy, in the order in which to try them.

import { originalLinks, textFragments, type Excerpt, type OriginalLink, type Source, type Study } from '#study';
import { keepLast } from '#site/keep-last.ts';

type Fragments = ReadonlyMap<string, string>;
type Role = OriginalLink['role'];

/** For the pages of a source's excerpts, which are made one after the other. */
const rolesOf = keepLast((_source: Source) => new Map<Role, Fragments>());

function fragmentsOf(source: Source, role: Role): Fragments {
  const roles = rolesOf(source);
  const found = roles.get(role) ?? textFragments(role === 'original' ? source : { ...source, url: source.archiveUrl });
  roles.set(role, found);
  return found;
}

export interface InOriginal extends OriginalLink {
  /** True when the link leads to the very words, false when only to the work. */
  readonly exact: boolean;
}

/** Every address of the work, the likelier to answer first; with a text fragment where the words can be found by it. */
export function inOriginal(study: Study, { id }: Excerpt, source: Source): readonly InOriginal[] {
  return originalLinks(study, source).links.map((link) => {
    const found = fragmentsOf(source, link.role).get(id);
    return { ...link, href: found ?? link.href, exact: found !== undefined };
  });
}

export interface FindLinks {
  readonly role: Role;
  readonly links: Fragments;
}

/** One link an excerpt, for the page of the whole source: into the original, or into the archived copy when the original is dead. */
export function findLinks(study: Study, source: Source): FindLinks {
  const role = originalLinks(study, source).links[0]?.role ?? 'original';
  return { role, links: fragmentsOf(source, role) };
}
