// In: ids. Out: permanent paths, relative to the site's base, without a leading slash. Every address of the site is made here
// or in site/urls.ts, which puts the base before it; exports put the site's full address before it.

import type { Slug } from './ids.ts';

export const sourcePath = (source: string): string => `s/${source}/`;
export const excerptPath = (excerpt: string): string => `e/${excerpt}/`;
export const codePath = (slug: Slug): string => `c/${slug}/`;
/** A passage is a place on its source's page: `s/s6/#s6-p3`. */
export const passagePath = (source: string, passage: string): string => `s/${source}/#${passage}`;
/** An excerpt's place on its source's page: `s/s6/#s6-e12`. */
export const excerptAnchor = (source: string, excerpt: string): string => `s/${source}/#${excerpt}`;
/** A decision of the theory. */
export const decisionPath = (slug: Slug): string => `d/${slug}/`;

/** Ids as people type them; for the browser, which may load this file and what it imports. */
export { resolveId, resolvePassageId } from './anchors/resolve-id.ts';
