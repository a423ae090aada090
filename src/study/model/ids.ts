// In: strings. Out: branded ids, so that a source's id cannot be handed over where a code's is asked for.

import { createHash } from 'node:crypto';

export type SourceId = string & { readonly __id: 'source' };
export type ExcerptId = string & { readonly __id: 'excerpt' };
export type PassageId = string & { readonly __id: 'passage' };
/** A code's id is its name as the researcher wrote it (`VMs`, `C++`), in every export. */
export type CodeId = string & { readonly __id: 'code' };
/** The part of an address that stands for a code: safe on every disk, unique without regard to case. */
export type Slug = string & { readonly __id: 'slug' };

// The casts below are the only places where a plain string becomes an id.
export const sourceId = (text: string): SourceId => text as SourceId;
export const codeId = (text: string): CodeId => text as CodeId;
export const excerptId = (source: SourceId, number: number): ExcerptId => `${source}-e${number}` as ExcerptId;
export const passageId = (source: SourceId, number: number): PassageId => `${source}-p${number}` as PassageId;
/** For ids that were read from a file (ledger, claims) and are checked against the study afterwards. */
export const asExcerptId = (text: string): ExcerptId => text as ExcerptId;

const plain = /^[a-z0-9_]+$/;
// Windows refuses these as folder names, with or without an extension.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** `access_control` → itself; `C++` → `c-x1f2e3d4c`: a lower-case skeleton, `-x` and the first 8 hex digits of the SHA-256 of the id. */
export function slugOf(id: string): Slug {
  if (plain.test(id) && id.length <= 80 && !reserved.test(id)) return id as Slug;
  const skeleton = id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 8);
  return `${skeleton || 'code'}-x${hash}` as Slug;
}
