// In: a source. Out: the ways from its excerpts into the original work and its archived copy, in the order in which to try them.

import { originalLinks, textFragments, type Excerpt, type OriginalLink, type Source, type Study } from '#study';

type Fragments = ReadonlyMap<string, string>;
type Role = OriginalLink['role'];

// Worked out once for all pages of a source's excerpts.
const known = new WeakMap<Source, Readonly<Record<Role, Fragments>>>();

function fragmentsOf(source: Source): Readonly<Record<Role, Fragments>> {
  const found = known.get(source) ?? {
    original: textFragments(source),
    archive: textFragments({ ...source, url: source.archiveUrl }),
  };
  known.set(source, found);
  return found;
}

export interface InOriginal extends OriginalLink {
  /** True when the link leads to the very words, false when only to the work. */
  readonly exact: boolean;
}

/** Every address of the work, the likelier to answer first; with a text fragment where the words can be found by it. */
export function inOriginal(study: Study, { id }: Excerpt, source: Source): readonly InOriginal[] {
  const fragments = fragmentsOf(source);
  return originalLinks(study, source).links.map((link) => {
    const found = fragments[link.role].get(id);
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
  return { role, links: fragmentsOf(source)[role] };
}
