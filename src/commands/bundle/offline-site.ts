// In: the folder of a site that was built for `/`. Out: the files of the same site for a folder on a disk, opened without a server.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sha256Sums, sumsName } from '#study';
import { projectFolder } from '../project.ts';
import { marker } from '../staging.ts';
import { classicScripts } from './classic-scripts.ts';
import { offlineAddress, type HasFile } from './offline-address.ts';
import { offlinePage } from './offline-page.ts';

export interface OfflineFile {
  readonly path: string;
  readonly read: () => Uint8Array;
}

const openFolders = '_astro/open-folders.js';

/** In order of paths; the last one is their checksums. */
export async function offlineSite(site: string): Promise<readonly OfflineFile[]> {
  const paths = filesOf(site);
  const known = new Set(paths);
  const scripts = await scriptsOf(site, paths);
  const has: HasFile = (path) => known.has(path);
  // Parts of modules are in the scripts that need them.
  const shown = paths.filter((path) => !/^_astro\/.*\.js$/.test(path) || scripts.has(path));
  const files = shown.map((path): OfflineFile => offlineFile(site, path, has, scripts));
  const script = Buffer.from(scripts.get(openFolders) ?? '');
  const pages = paths.filter((path) => path.endsWith('/index.html')).map((path) => path.slice(0, -'index.html'.length));
  const list = Buffer.from(heldText(JSON.stringify(pages)));
  const made = [
    { path: openFolders, read: () => script },
    { path: '_search/pages.json.js', read: () => list },
  ];
  const all = [...files, ...made].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...all, checksums(all)];
}

function offlineFile(site: string, path: string, has: HasFile, scripts: ReadonlyMap<string, string>): OfflineFile {
  const bytes = (): Buffer => readFileSync(join(site, path));
  const made = (make: (text: string) => string) => () => Buffer.from(make(bytes().toString('utf8')));
  if (path.endsWith('.html'))
    return { path, read: made((text) => offlinePage(text, { page: path, has, openFolders })) };
  if (path.endsWith('.css')) return { path, read: made((text) => offlineStyles(text, path, has)) };
  const script = scripts.get(path);
  if (script !== undefined) return { path, read: () => Buffer.from(script) };
  // What browser/read-text.ts reads: a script that holds the text.
  if (/^_search\/.*\.json$/.test(path)) return { path: `${path}.js`, read: made(heldText) };
  return { path, read: bytes };
}

const heldText = (text: string): string => `document.currentScript.catenaText=${JSON.stringify(text)};\n`;

const offlineStyles = (text: string, path: string, has: HasFile): string =>
  text.replace(/\burl\((["']?)(\/[^"')]+)\1\)/g, (_all, quote: string, url: string) => {
    return `url(${quote}${offlineAddress(url, path, has)}${quote})`;
  });

async function scriptsOf(site: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const modules = [
    ...new Set(paths.filter((path) => path.endsWith('.html')).flatMap((path) => modulesOf(site, path))),
  ].sort();
  const sources = [
    ...modules.map((path) => join(site, path)),
    join(projectFolder, 'src', 'browser', 'open-folders.ts'),
  ];
  const scripts = await classicScripts(sources, site);
  return new Map([...modules, openFolders].map((path, at) => [path, scripts[at] ?? '']));
}

const modulesOf = (site: string, page: string): readonly string[] =>
  [...readFileSync(join(site, page), 'utf8').matchAll(/<script type="module" src="\/(_astro\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );

/** Without what only hosts read, and what is fetched beside a page: previews, and the word index, whose texts are all at hand here. */
const filesOf = (site: string): readonly string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => ![marker, '_headers', sumsName].includes(path) && !/^(?:pagefind|cards)\//.test(path))
    .sort();

function checksums(files: readonly OfflineFile[]): OfflineFile {
  const hashes = files.map(({ path, read }) => ({ path, sha256: createHash('sha256').update(read()).digest('hex') }));
  const text = Buffer.from(sha256Sums(hashes));
  return { path: sumsName, read: () => text };
}
