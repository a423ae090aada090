// In: where a site is built from, to and for. Out: Astro's settings, the same for builds, the development server and Astro's own tools.

import mdx from '@astrojs/mdx';
import { unified, type UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { passthroughImageService } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { remarkCitations } from './mdx/remark-citations.ts';
import { remarkTables } from './mdx/remark-tables.ts';
import { resolveFromProject } from './mdx/resolve-from-project.ts';
import { plainImports } from './plain-imports.ts';
import { publishedEdition } from './study.ts';

export interface SitePlace {
  /** Path of the site's root with both slashes. */
  readonly base: string;
  /** Full address of the site's root, `''` when it is not known. */
  readonly site: string;
  /** Absolute paths; Astro's own defaults where they are absent. */
  readonly root?: string;
  readonly outDir?: string;
  readonly publicDir?: string;
  readonly cacheDir?: string;
  readonly integrations?: readonly AstroIntegration[];
}

export function astroSettings(place: SitePlace): AstroInlineConfig {
  return {
    ...(place.root === undefined ? {} : { root: place.root }),
    ...(place.outDir === undefined ? {} : { outDir: place.outDir }),
    ...(place.publicDir === undefined ? {} : { publicDir: place.publicDir }),
    ...(place.cacheDir === undefined ? {} : { cacheDir: place.cacheDir }),
    ...(place.site === '' ? {} : { site: new URL(place.site).origin }),
    base: place.base,
    output: 'static',
    trailingSlash: 'ignore',
    // Policy: no inline styles or scripts, no data: fonts.
    build: { format: 'directory', inlineStylesheets: 'never' },
    vite: {
      // Vite's own default lies in node_modules, which may be read-only and is shared by builds.
      ...(place.cacheDir === undefined ? {} : { cacheDir: `${place.cacheDir}/vite` }),
      // An inline object keeps Vite from searching the folders above for a PostCSS configuration.
      css: { postcss: {} },
      build: { assetsInlineLimit: 0 },
      plugins: [resolveFromProject(), plainImports()],
    },
    image: { service: passthroughImageService() },
    devToolbar: { enabled: false },
    integrations: [...(place.integrations ?? []), prose()],
  };
}

/** The few prose pages go through unified; punctuation stays as it was written, since pages quote evidence. */
function prose(): AstroIntegration {
  const citations = [remarkCitations, { edition: publishedEdition }];
  // The cast: Astro types plugins by unified's tree, remarkCitations by the few nodes that it touches.
  const remarkPlugins = [remarkGfm, remarkTables, citations] as unknown as NonNullable<
    UnifiedProcessorOptions['remarkPlugins']
  >;
  return mdx({ processor: unified({ gfm: false, smartypants: false, remarkPlugins }), syntaxHighlight: false });
}
