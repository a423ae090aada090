// In: an import in a prose page. Out: packages and rooms (`astro/…`, `#site/…`) found from Catena's folder, wherever the study lies.

import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { publishedEdition } from '#site/study.ts';

type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;

export function resolveFromProject(): Plugins[number] {
  let root = '';
  return {
    name: 'catena-resolve-from-project',
    enforce: 'pre',
    configResolved: (config) => {
      root = config.root;
    },
    async resolveId(id, importer, options) {
      const directory = publishedEdition()?.directory;
      if (directory === undefined || !importer?.startsWith(join(directory, 'pages'))) return null;
      if (/^[./\0]|^[A-Za-z]:[\\/]|^(?:node|virtual|astro):/.test(id)) return null;
      return this.resolve(id, join(root, 'package.json'), { ...options, skipSelf: true });
    },
  };
}
