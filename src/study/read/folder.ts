// In: the folder of a study. Out: its files, decoded, in an order that no disk decides. The only file of the toolkit that reads the disk;
// it never writes, never follows a link out of the folder, and never opens a path that a note mentions.

import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decode, type Decoded } from './decode.ts';
import { undressed } from './vault-dress.ts';

export interface TextFile extends Decoded {
  /** Relative to the study, `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Unreadable {
  readonly path: string;
  readonly reason: string;
  /** It is no file, so that no words are missing. */
  readonly passedOver?: true;
}

export interface StudyFolder {
  /** Notes and hand-written sources. */
  readonly notes: readonly TextFile[];
  /** The other files that say something: settings, codebook, model, ledger; by path. */
  readonly settings: ReadonlyMap<string, TextFile>;
  /** CodeableModels files beside the notes, or those of `model`. */
  readonly models: readonly TextFile[];
  /** Prose of `pages/`. */
  readonly pages?: readonly TextFile[];
  readonly unreadable: readonly Unreadable[];
}

type Role = 'setting' | 'note' | 'model' | 'page';

const noteName = /\.(?:md|txt|markdown|mdx)$/i;
const settingNames = new Set([
  'study.yaml',
  'sources.yaml',
  'codebook.yaml',
  'claims.yaml',
  'memos.yaml',
  'links.json',
  'CITATION.cff',
  'anchors.jsonl',
]);

/** By code point, so that no locale has a say. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `directory`: the full `content/` shape or a bare folder of notes. `model`: a folder of model files that lies elsewhere. */
export async function readFolder(directory: string, model?: string): Promise<StudyFolder> {
  const unreadable: Unreadable[] = [];
  const found = await list(directory);
  const shaped = found.some(({ path }) => path === 'study.yaml' || path.startsWith('sources/'));
  const settings = new Map<string, TextFile>();
  const notes: TextFile[] = [];
  const models: TextFile[] = [];
  const pages: TextFile[] = [];
  const lists = { note: notes, model: models, page: pages };
  for (const one of found) {
    const role = roleOf(one.path, shaped, model === undefined);
    if (!role) continue;
    const file = await readText(directory, one, unreadable);
    if (!file) continue;
    if (role === 'setting') settings.set(file.path, file);
    else lists[role].push(file);
  }
  if (model !== undefined) {
    for (const one of await list(model)) {
      const file = one.path.endsWith('.py') ? await readText(model, one, unreadable) : undefined;
      if (file) models.push(file);
    }
  }
  return { notes, settings, models, pages, unreadable };
}

function roleOf(path: string, shaped: boolean, ownModels: boolean): Role | undefined {
  if (settingNames.has(path)) return 'setting';
  if (path.startsWith('pages/') && path.endsWith('.mdx')) return 'page';
  const isProse = path.startsWith('pages/') && /\.mdx$/i.test(path);
  if (isProse || (shaped && !path.startsWith('sources/'))) return undefined;
  // A folder that cannot be looked into may hold notes.
  if (noteName.test(path) || path.endsWith('/')) return 'note';
  return ownModels && path.endsWith('.py') ? 'model' : undefined;
}

/** A path below the folder, with a final `/` for one that cannot be looked into; `fault` when it cannot be read as a file. */
interface Found {
  readonly path: string;
  readonly fault?: string;
  readonly passedOver?: true;
}

/** All files below a folder, sorted. What starts with a dot and `node_modules` are no part of a study. */
async function list(directory: string): Promise<readonly Found[]> {
  const root = await realpath(directory);
  const found: Found[] = [];
  const open = [root];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const pathOf = (path: string): string => relative(root, path).split(sep).join('/');
    for (const entry of await entriesOf(here, root, found, pathOf)) {
      const full = join(here, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) {
        open.push(full);
        if (noteName.test(entry.name)) found.push({ path: pathOf(full), fault: 'it is a folder', passedOver: true });
      } else if (entry.isFile()) found.push({ path: pathOf(full) });
      else
        found.push(
          entry.isSymbolicLink()
            ? await linkAt(root, full, pathOf(full))
            : { path: pathOf(full), fault: 'it is not a file', passedOver: true },
        );
    }
  }
  return found.sort((a, b) => byText(a.path, b.path));
}

async function entriesOf(
  here: string,
  root: string,
  found: Found[],
  pathOf: (path: string) => string,
): Promise<readonly Dirent[]> {
  try {
    return await readdir(here, { withFileTypes: true });
  } catch (error) {
    if (here === root) throw error;
    found.push({ path: `${pathOf(here)}/`, fault: reasonOf(error) });
    return [];
  }
}

/** A link to a file of the study is read like one; any other is reported and never followed. */
async function linkAt(root: string, full: string, path: string): Promise<Found> {
  try {
    const target = await realpath(full);
    const toFolder = (await stat(target)).isDirectory();
    if (target !== root && !target.startsWith(root + sep))
      return { path: toFolder ? `${path}/` : path, fault: 'it is a link out of the study folder' };
    return toFolder ? { path: `${path}/`, fault: 'it is a link to a folder', passedOver: true } : { path };
  } catch (error) {
    return { path, fault: reasonOf(error) };
  }
}

/** The system's word for what went wrong: `EACCES`, `ELOOP`, `ENOENT`. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';

async function readText(directory: string, found: Found, unreadable: Unreadable[]): Promise<TextFile | undefined> {
  const { path, fault, passedOver } = found;
  try {
    if (fault === undefined) {
      const bytes = await readFile(join(directory, path));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { ...undressed(decode(bytes)), path, bytes: bytes.length, sha256 };
    }
    unreadable.push({ path, reason: fault, ...(passedOver ? { passedOver } : {}) });
  } catch (error) {
    unreadable.push({ path, reason: reasonOf(error) });
  }
  return undefined;
}
