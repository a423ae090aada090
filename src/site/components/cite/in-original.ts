// In: a source. Out: the ways from its excerpts into the original work and its archived copy, in the order in which to try them.

import { originalLinks, textFragments, type Excerpt, type OriginalLink, type Source, type Study } from '#study';

type Fragments = ReadonlyMap<string, string>;
type Role = OriginalLink['role'];

// The pages of a source's excerpts are made one after the other: what was worked out for the last source is kept, and no more than that.
let kept: { readonly source: Source; readonly byRole: Map<Role, Fragments> } | null = null;

function fragmentsOf(source: Source, role: Role): Fragments {
  if (kept?.source !== source) kept = { source, byRole: new Map() };
  const known = kept.byRole.get(role);
  if (known !== undefined) return known;
  const found = textFragments(role === 'original' ? source : { ...source, url: source.archiveUrl });
  kept.byRole.set(role, found);
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
