// In: an edition. Out: `_headers` at the site's root, which Netlify and Cloudflare Pages read: the pages' own policy once more, what a
// page cannot say of itself (who may frame it), and the media types that such hosts do not know. Other hosts leave the file alone.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '#study';
import { searchPolicy } from '../site/policy.ts';
import type { Edition } from '../site/study.ts';

/** A page's own policy counts as well, and is the narrower one everywhere but on the search page. */
const everywhere: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', `${searchPolicy}; frame-ancestors 'self'`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Endings that hosts send as unnamed bytes. */
const unknownToHosts = /\.(?:bib|ris|jsonld|qdc|qdpx|graphml|sty|def|tex)$/;

export function writeHostHeaders(edition: Edition, site: string): void {
  writeFileSync(join(site, '_headers'), hostHeaders(edition));
}

/** Files under `_astro/` have a hash of their content in their name: a browser may keep them. */
export function hostHeaders({ study, site, excerptPages }: Edition): string {
  const draft = study.settings.draft ? [['X-Robots-Tag', 'noindex'] as const] : [];
  const types = formats
    .flatMap((format) => firstOf(format.files({ study, site, excerptPages })) ?? [])
    .filter(({ path }) => unknownToHosts.test(path));
  return [
    rule('/*', [...everywhere, ...draft]),
    rule('/_astro/*', [['Cache-Control', 'public, max-age=31536000, immutable']]),
    ...types.map(({ path, mediaType }) => rule(`/${path}`, [['Content-Type', mediaType]])),
  ].join('\n');
}

const rule = (path: string, headers: readonly (readonly [string, string])[]): string =>
  [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

function firstOf<Item>(items: Iterable<Item>): Item | undefined {
  for (const item of items) return item;
  return undefined;
}
