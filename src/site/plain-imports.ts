// Out: a plugin of Vite. A script that is fetched later is fetched by the browser's own `import()`: Vite's helper, which would preload
// what that script imports, weighs more than most of our scripts, and its readers have those files from the search page.

import type { Plugin } from 'vite';

const helper = /^\0vite\/preload-helper\.js$/;

export const plainImports = (): Plugin => ({
  name: 'catena-plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: helper },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
});
