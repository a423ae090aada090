// In: the output folder. Out: a folder beside it to build in, and the swap that puts the finished site in its place.
// Invariant: the output folder is the old site or the new one. Between the two renames it is absent; a journal in the work folder
// says so, and the next command finishes the swap. All that a build writes lies in its work folder, named after its process, so
// that a later command knows what it may remove.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from './disk.ts';
import { alone, clearLock } from './lock.ts';
import { ownName, ownerPattern, ownerState } from './owner.ts';
import { UsageError } from './usage.ts';

/** Lies in every site that Catena wrote; only such a folder, or an empty one, is replaced. */
export const marker = '.catena';
const markerNote = 'Catena wrote this folder. The next build replaces it as a whole: keep nothing else in it.';
const journalText = 'The site in "new" is whole and goes to the output folder; "old" was there before.\n';

export interface Staging {
  /** The output folder, links resolved. */
  readonly out: string;
  /** Astro's root: a copy of the pages' source, and everything that the build leaves behind. */
  readonly root: string;
  /** The site as it grows. */
  readonly site: string;
  /** Puts the site in place of the old one. */
  readonly swap: (base: string, force: boolean) => Promise<void>;
  /** Removes what is left; also right after `swap`. */
  readonly discard: () => void;
}

export async function openStaging(requested: string): Promise<Staging> {
  const out = realOutput(requested);
  mkdirSync(dirname(out), { recursive: true });
  await recover(out);
  const work = join(dirname(out), `${workPrefix(out)}${ownName()}`);
  remove(work);
  const root = join(work, 'root');
  const site = join(root, 'dist');
  mkdirSync(site, { recursive: true });
  const pulse = setInterval(() => beat(work), 30_000).unref();
  const discard = (): void => {
    clearInterval(pulse);
    remove(work);
  };
  return { out, root, site, swap: (base, force) => swap(out, work, base, force), discard };
}

/** Finishes or undoes what a killed build has left, and removes its folders. Live builds are left alone. */
export async function recover(requested: string): Promise<void> {
  const out = realOutput(requested);
  clearLock(lockOf(out));
  const left = workFolders(out).filter(abandoned);
  if (left.length === 0) return;
  await alone(lockOf(out), () => {
    for (const work of left) {
      finish(out, work);
      remove(work);
    }
  });
}

/** Throws a UsageError unless the folder is absent, empty or ours. */
export function refuseForeign(out: string, force: boolean): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (!found) return refuseFileAbove(out);
  if (!found.isDirectory()) throw new UsageError(`The output ${out} is a file; expected a folder.`);
  if (force || existsSync(join(out, marker)) || readdirSync(out).length === 0) return;
  throw new UsageError(
    `The output folder ${out} is not empty and was not written by Catena. Give another one, or --force to replace all that is in it.`,
  );
}

function refuseFileAbove(out: string): void {
  const above = dirname(out);
  const found = statSync(above, { throwIfNoEntry: false });
  if (!found && above !== out) return refuseFileAbove(above);
  if (found?.isDirectory() === false) throw new UsageError(`The output cannot lie below ${above}, which is a file.`);
}

/** The base path that the site in a folder was built for; `undefined` when Catena has built none there. */
export function builtBase(out: string): string | undefined {
  try {
    const written: unknown = JSON.parse(readFileSync(join(out, marker), 'utf8'));
    const base = typeof written === 'object' && written !== null && 'base' in written ? written.base : undefined;
    return typeof base === 'string' ? base : undefined;
  } catch {
    return undefined;
  }
}

/** The path with links resolved as far as it exists, so that a linked output keeps its link. */
export function realOutput(requested: string): string {
  try {
    return realpathSync(requested);
  } catch {
    const parent = dirname(requested);
    return parent === requested ? requested : join(realOutput(parent), basename(requested));
  }
}

async function swap(out: string, work: string, base: string, force: boolean): Promise<void> {
  writeWhole(join(work, 'root', 'dist', marker), `${JSON.stringify({ note: markerNote, base })}\n`);
  await alone(lockOf(out), () => {
    refuseForeign(out, force);
    renameSync(join(work, 'root', 'dist'), join(work, 'new'));
    writeWhole(join(work, 'journal'), journalText);
    if (existsSync(out)) renameSync(out, join(work, 'old'));
    renameSync(join(work, 'new'), out);
  });
}

/** With a journal and no output folder, the killed build was between its two renames. */
function finish(out: string, work: string): void {
  if (existsSync(out) || !existsSync(join(work, 'journal'))) return;
  const whole = [join(work, 'new'), join(work, 'old')].find((folder) => existsSync(folder));
  if (whole !== undefined) renameSync(whole, out);
}

const workPrefix = (out: string): string => `.${basename(out)}.catena-`;
const lockOf = (out: string): string => join(dirname(out), `.${basename(out)}.catena.lock`);
const remove = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });

const named = new RegExp(`^${ownerPattern}$`);

function workFolders(out: string): readonly string[] {
  const prefix = workPrefix(out);
  const beside = statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory() ? readdirSync(dirname(out)) : [];
  return beside
    .filter((name) => name.startsWith(prefix) && named.test(name.slice(prefix.length)))
    .sort()
    .map((name) => join(dirname(out), name))
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory());
}

const hour = 3_600_000;

/** Of a process on another machine (a shared disk), only its pulse tells. */
function abandoned(work: string): boolean {
  const owner = ownerState(work.slice(work.lastIndexOf('.catena-') + '.catena-'.length));
  if (owner !== 'elsewhere') return owner === 'gone';
  const pulse = statSync(work, { throwIfNoEntry: false })?.mtimeMs;
  return pulse === undefined || Date.now() - pulse > hour;
}

function beat(work: string): void {
  try {
    utimesSync(work, new Date(), new Date());
  } catch {
    // The folder is gone: the build has just ended.
  }
}
