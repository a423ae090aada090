// In: a published edition and a staging folder. Out: Astro's pages in the staging folder's `dist`.
// Astro's root is a copy of `src`: pages must lie below the root, and only so do `.astro`, Vite's cache and the path-dependent names
// inside bundles stay out of a project that may be read-only, and the same in every folder.

import { copyFileSync, existsSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { astroSettings } from '../site/astro-settings.ts';
import { currentEdition } from '../site/study.ts';
import { copyFolder } from './disk.ts';
import { projectFolder } from './project.ts';
import type { Staging } from './staging.ts';

export type Progress = (done: number, pages: number) => void;

/** Gives the number of pages. */
export async function buildPages(staging: Staging, progress: Progress): Promise<number> {
  prepareRoot(staging.root);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Whatever the surroundings say: Astro and Vite behave differently under NODE_ENV=test.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('astro');
  const { base, site } = currentEdition();
  const count = { pages: 0 };
  const stand = process.cwd();
  // Astro lays the program that renders the pages below the working directory, unless the output lies there (its getOutDirWithinCwd).
  process.chdir(staging.root);
  try {
    await build({
      ...astroSettings({
        base,
        site,
        root: staging.root,
        outDir: staging.site,
        publicDir: join(projectFolder, 'public'),
        cacheDir: join(staging.root, 'cache'),
        integrations: [counting(progress, count)],
      }),
      configFile: false,
      logLevel: 'error',
    });
  } finally {
    process.chdir(stand);
  }
  return count.pages;
}

/** Lays out a root for Astro where it may write. */
export function prepareRoot(root: string): void {
  copyFolder(join(projectFolder, 'src'), join(root, 'src'));
  for (const file of ['package.json', 'tsconfig.json']) copyFileSync(join(projectFolder, file), join(root, file));
  symlinkSync(installedPackages(), join(root, 'node_modules'), 'junction');
}

/** The node_modules folder that Astro itself was loaded from. */
function installedPackages(): string {
  const own = join(projectFolder, 'node_modules');
  if (existsSync(join(own, 'astro'))) return own;
  const astro = createRequire(import.meta.url).resolve('astro/package.json');
  return dirname(dirname(astro));
}

/** Counts pages as they are rendered; Astro itself says nothing between its first page and its last. */
function counting(progress: Progress, count: { pages: number }): AstroIntegration {
  return {
    name: 'catena-progress',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((renderer) => {
          let pages = 0;
          return {
            ...renderer,
            getStaticPaths: async () => {
              const paths = await renderer.getStaticPaths();
              pages = paths.filter(({ route }) => route.type === 'page').length;
              return paths;
            },
            render: async (request, options) => {
              const rendered = await renderer.render(request, options);
              // Not the data files that Astro writes beside them.
              if (options.routeData.type === 'page') progress(++count.pages, pages);
              return rendered;
            },
          };
        });
      },
    },
  };
}
