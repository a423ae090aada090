// In: the module scripts of a built site. Out: each as one classic script: browsers load no modules from a disk.

import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** `modules` are absolute paths; gives the script of each, in that order. */
export async function classicScripts(modules: readonly string[], root: string): Promise<readonly string[]> {
  const scripts: string[] = [];
  for (const module of modules) scripts.push(await classicScript(module, root));
  return scripts;
}

async function classicScript(module: string, root: string): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    root,
    cacheDir: join(root, '.vite'),
    publicDir: false,
    logLevel: 'error',
    css: { postcss: {} },
    plugins: [withoutPreloads],
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: module, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${module} gave no script.`);
  return chunk.code;
}

/** A module that is asked for later is in the script already; Vite's own helper would look for it beside a module's address. */
const withoutPreloads: Plugin = {
  name: 'catena-without-preloads',
  transform(code, id) {
    const name = /\/preload-helper\.[^/]+\.js$/.test(id) ? /\bexport\s*\{\s*\w+ as (\w+)/.exec(code)?.[1] : undefined;
    return name === undefined ? null : { code: `export const ${name} = (load) => load();`, map: null };
  },
};
