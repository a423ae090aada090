// In: the edition that a command publishes. Out: the study for pages, components and loaders.
// The only door between the commands, which read the study in plain Node, and the pages, which Astro bundles: the two do not share
// modules, so that the edition lies on `globalThis` under a symbol that nothing else uses.

import type { Study } from '#study';

/** A study as it is being published: where to, and with which addresses. */
export interface Edition {
  /** Already public: withheld text is not in it. */
  readonly study: Study;
  /** Path of the site's root with both slashes: `/` or `/my-review/`. */
  readonly base: string;
  /** Full address of the site's root with a final slash, `''` when it is not known. */
  readonly site: string;
  /** True when every excerpt has a page of its own; else its address is the anchor on its source's page. */
  readonly excerptPages: boolean;
  /** Absolute path of the study's folder. */
  readonly directory: string;
  /** True when the study comes from a study.json: its prose is text of somebody else's, and no code of it runs. */
  readonly foreign?: boolean;
  /** The release before, as it may be shown now; absent when study.yaml declares none, or it cannot be read. */
  readonly previous?: Study;
  /** Rises each time the development server has read the study again; 0 in a build. */
  readonly reading: number;
  /** The export files that were written for it; absent where they are made when they are asked for. */
  readonly exports?: readonly WrittenExport[];
}

export interface WrittenExport {
  /** Id of its format. */
  readonly format: string;
  /** Below the site's root. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const key = Symbol.for('catena.edition');
// The cast names the one property that this file adds to the global object.
const registry = globalThis as { [key]?: Edition };

export function publishEdition(edition: Edition): void {
  registry[key] = edition;
}

/** For loaders, which Astro's own tools also start where no study is being published. */
export const publishedEdition = (): Edition | undefined => registry[key];

export function currentEdition(): Edition {
  const edition = registry[key];
  if (!edition) throw new Error('No study is being published: pages are built by the commands in src/commands.');
  return edition;
}

export const currentStudy = (): Study => currentEdition().study;
