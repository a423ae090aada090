// What an export is. One format, one file beside this one; `index.ts` lists them; the /exports/ page is made from that list.

import type { Study } from '../model/study.ts';

export interface ExportContext {
  /** Already public: withheld text is not in it, so no export can leak it. */
  readonly study: Study;
  /** Full address of the site with base and final slash (`https://example.org/my-review/`), `''` when it is not known. */
  readonly site: string;
  /** True when every excerpt has a page of its own; else its address is the anchor on its source's page. */
  readonly excerptPages: boolean;
}

export interface ExportFile {
  /** Below the site's root, such as `exports/codings.csv`. */
  readonly path: string;
  readonly mediaType: string;
  /** Pieces of the file in order; large exports yield as they go. Deterministic: same study, same bytes. */
  readonly write: () => Iterable<string | Uint8Array>;
}

export interface ExportFormat {
  /** Permanent name, such as `codings-csv`. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the /exports/ page: what it holds and who reads it. */
  readonly purpose: string;
  /** The specification or client behaviour that its mapping follows. */
  readonly follows: string;
  /** First the file that the page lists; after it what belongs to it (schema, one file a source). */
  readonly files: (context: ExportContext) => Iterable<ExportFile>;
}

/** Full address where the site's is known, else the path from the site's root. */
export const permalink = (context: ExportContext, path: string): string =>
  context.site === '' ? `/${path}` : `${context.site}${path}`;
