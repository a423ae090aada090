// In: the folder of a study. Out: its files, decoded, in an order that no disk decides. The only file of the toolkit that reads the disk;
// it never writes, never follows a link out of the folder, and never opens a path that a note mentions.

import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decode, type Decoded } from './decode.ts';

export interface TextFile extends Decoded {
  /** Relative to the study, `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface StudyFolder {
  /** Notes and hand-written sources. */
  readonly notes: readonly TextFile[];
  /** The other files that say something: settings, codebook, model, ledger; by path. */
  readonly settings: ReadonlyMap<string, TextFile>;
  /** CodeableModels files beside the notes, or those of `model`. */
  readonly models: readonly TextFile[];
  readonly unreadable: readonly Unreadable[];
}

const noteName = /\.(?:md|txt|markdown|mdx)$/i;
const settingNames = [
  'study.yaml',
  'sources.yaml',
  'codebook.yaml',
  'claims.yaml',
  'links.json',
  'CITATION.cff',
  'anchors.jsonl',
] as const;

/** By code point, so that no locale has a say. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `directory`: the full `content/` shape or a bare folder of notes. `model`: a folder of model files that lies elsewhere. */
export async function readFolder(directory: string, model?: string): Promise<StudyFolder> {
  const unreadable: Unreadable[] = [];
  const paths = await list(directory, unreadable);
  const shaped = paths.some((path) => path === 'study.yaml' || path.startsWith('sources/'));
  const inNotes = (path: string): boolean => !shaped || path.startsWith('sources/');
  const settings = new Map<string, TextFile>();
  const notes: TextFile[] = [];
  const models: TextFile[] = [];
  for (const path of paths) {
    const wanted = wantedAs(path, inNotes(path), model === undefined);
    if (!wanted) continue;
    const file = await readText(directory, path, unreadable);
    if (!file) continue;
    if (wanted === 'setting') settings.set(path, file);
    else (wanted === 'note' ? notes : models).push(file);
  }
  if (model !== undefined) models.push(...(await readModels(model, unreadable)));
  return { notes, settings, models, unreadable };
}

function wantedAs(path: string, inNotes: boolean, ownModels: boolean): 'setting' | 'note' | 'model' | undefined {
  if ((settingNames as readonly string[]).includes(path)) return 'setting';
  if (path.startsWith('pages/') || !inNotes) return undefined;
  if (noteName.test(path)) return 'note';
  return ownModels && path.endsWith('.py') ? 'model' : undefined;
}

async function readModels(model: string, unreadable: Unreadable[]): Promise<TextFile[]> {
  const files: TextFile[] = [];
  for (const path of await list(model, unreadable)) {
    if (!path.endsWith('.py')) continue;
    const file = await readText(model, path, unreadable);
    if (file) files.push(file);
  }
  return files;
}

/** All files below a folder, sorted; hidden folders and `node_modules` are no part of a study. */
async function list(directory: string, unreadable: Unreadable[]): Promise<readonly string[]> {
  const root = await realpath(directory);
  const found: string[] = [];
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const here = folder;
    let entries: Dirent[];
    try {
      entries = await readdir(here, { withFileTypes: true });
    } catch (error) {
      unreadable.push({ path: pathOf(root, here), reason: reasonOf(error) });
      continue;
    }
    for (const entry of entries) {
      const path = join(here, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') open.push(path);
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await isOwnFile(root, path, unreadable)))) {
        found.push(pathOf(root, path));
      }
    }
  }
  return found.sort(byText);
}

const pathOf = (root: string, path: string): string => relative(root, path).split(sep).join('/');
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';

async function isOwnFile(root: string, path: string, unreadable: Unreadable[]): Promise<boolean> {
  if (!noteName.test(path)) return false;
  const own = pathOf(root, path);
  try {
    const target = await realpath(path);
    if (!target.startsWith(root + sep)) {
      unreadable.push({ path: own, reason: 'it is a link out of the study folder' });
      return false;
    }
    return (await stat(target)).isFile();
  } catch (error) {
    unreadable.push({ path: own, reason: reasonOf(error) });
    return false;
  }
}

async function readText(directory: string, path: string, unreadable: Unreadable[]): Promise<TextFile | undefined> {
  try {
    const bytes = await readFile(join(directory, path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...decode(bytes), path, bytes: bytes.length, sha256 };
  } catch (error) {
    unreadable.push({ path, reason: reasonOf(error) });
    return undefined;
  }
}
