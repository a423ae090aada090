// In: the edition as it is now. Out: the files that a build writes after its pages (cards, basket, exports, search), made when they are asked for.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formats } from '#study';
import type { Edition } from '../site/study.ts';
import { basketFileAt } from './basket-files.ts';
import { cardFileAt } from './card-files.ts';
import { writeSearchIndex } from './pagefind.ts';
import { storeFiles, storeFolder } from './search-store.ts';

export interface LiveFiles {
  /** Temporary, and gone after `discard`. */
  readonly folder: string;
  /** `path` is relative to the site's root. */
  readonly find: (edition: Edition, path: string) => Promise<Uint8Array | undefined>;
  readonly discard: () => void;
}

export function liveFiles(): LiveFiles {
  const folder = mkdtempSync(join(tmpdir(), 'catena-live-'));
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  // Vite has its own answer to SIGTERM, and may end the process before ours is through.
  process.once('exit', discard);
  let indexed: { readonly reading: number; readonly done: Promise<unknown> } | undefined;
  return {
    folder,
    async find(edition, path) {
      if (/^pagefind\/[\w./-]+$/.test(path) && !path.includes('..')) {
        const index = join(folder, String(edition.reading));
        if (indexed?.reading !== edition.reading) {
          indexed = { reading: edition.reading, done: writeSearchIndex(edition, join(index, 'pagefind'), () => {}) };
        }
        await indexed.done;
        return contents(join(index, path));
      }
      if (path.startsWith(`${storeFolder}/`)) return stored(edition, path.slice(storeFolder.length + 1));
      const small = smallFile(edition, path);
      return small === undefined ? exported(edition, path) : Buffer.from(small);
    },
    discard,
  };
}

function smallFile(edition: Edition, path: string): string | undefined {
  if (path.startsWith('basket/')) return basketFileAt(edition, path);
  return path.startsWith('cards/') ? cardFileAt(edition, path) : undefined;
}

function stored({ study }: Edition, name: string): Uint8Array | undefined {
  const found = storeFiles(study).find(({ file }) => file === name);
  return found === undefined ? undefined : Buffer.from(found.json);
}

function exported(edition: Edition, path: string): Uint8Array | undefined {
  const { study, site, excerptPages } = edition;
  for (const format of formats) {
    for (const file of format.files({ study, site, excerptPages })) {
      if (file.path === path) return Buffer.concat([...file.write()].map((piece) => Buffer.from(piece)));
    }
  }
  return undefined;
}

function contents(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
