// In: the other exports. Out: linkset.json, the home page's typed links for machines that do not read HTML.
// Specification: RFC 9264, section 4.2 (application/linkset+json): one context object, `anchor`, then an array of targets a relation.

import type { ExportContext, ExportFormat } from './format.ts';
import { homeSignposts, linksetPath } from './signposting.ts';

export const linksetOf = (formats: readonly ExportFormat[]): ExportFormat => ({
  id: 'linkset',
  title: 'Links of the review (linkset)',
  purpose: 'Where the parts of this review lie, for crawlers and FAIR assessors.',
  follows: 'RFC 9264, section 4.2',
  files: (context) => [
    { path: linksetPath, mediaType: 'application/linkset+json', write: () => [linkset(context, formats)] },
  ],
});

/** A reference counts from the file's own address: right below any path while the site's address is not known. */
const reference = ({ site }: ExportContext, path: string): string => `${site === '' ? './' : site}${path}`;

function linkset(context: ExportContext, formats: readonly ExportFormat[]): string {
  const targets = new Map<string, { readonly href: string; readonly type?: string }[]>();
  for (const post of homeSignposts(context, formats)) {
    if (post.rel === 'linkset') continue;
    // A name for ever must be a full address.
    if (post.rel === 'cite-as' && 'path' in post && context.site === '') continue;
    const href = 'path' in post ? reference(context, post.path) : post.url;
    const list = targets.get(post.rel) ?? [];
    list.push({ href, ...(post.type === undefined ? {} : { type: post.type }) });
    targets.set(post.rel, list);
  }
  const anchor = { anchor: reference(context, ''), ...Object.fromEntries(targets) };
  return `${JSON.stringify({ linkset: [anchor] }, null, 2)}\n`;
}
