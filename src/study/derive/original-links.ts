// In: a study with or without links.json, and one of its sources. Out: the links to the original work in the order in which a reader
// should try them, what the last check said, and the attributes of Robust Links (robustlinks.mementoweb.org, version 1.0).

import type { LinkLedger, LinkResult, Source, Study } from '../model/study.ts';
import { webAddress } from './web-address.ts';

/** `unclear`: the server refused or could not be asked; that is no proof that the page is gone. */
export type LinkState = 'not checked' | 'alive' | 'dead' | 'unclear';

export interface OriginalLink {
  readonly role: 'original' | 'archive';
  readonly href: string;
  readonly state: LinkState;
  /** What the check saw (`404`, `timeout`), '' when it was not checked. */
  readonly status: string;
  /** Dead since, as far as the checks can tell. */
  readonly since: string;
}

export interface OriginalLinks {
  /** Original first; the archive first when the original is dead. Empty when the source is nowhere on the web. */
  readonly links: readonly OriginalLink[];
  /** Date of the check, '' without a ledger. */
  readonly checked: string;
  /** `data-originalurl`, `data-versionurl` and, only when the date is known, `data-versiondate`. */
  readonly robust: Readonly<Record<string, string>>;
}

export function originalLinks(study: Study, source: Source): OriginalLinks {
  const ledger = study.links ?? null;
  const original = linkOf(ledger, 'original', webAddress(source.url));
  const archive = linkOf(ledger, 'archive', webAddress(source.archiveUrl));
  const order = original?.state === 'dead' && archive?.state !== 'dead' ? [archive, original] : [original, archive];
  return {
    links: order.filter((link) => link !== null),
    checked: ledger?.checked ?? '',
    robust: robustAttributes(original?.href, archive?.href, source.bibliography.archived),
  };
}

/** Gone for good, as far as a machine can tell; 401, 403, 429 and 5xx are how servers treat robots. */
export function stateOf(result: LinkResult | undefined): LinkState {
  if (result === undefined) return 'not checked';
  if (result.ok) return 'alive';
  return [404, 410, 'no such host'].includes(result.status) ? 'dead' : 'unclear';
}

function linkOf(ledger: LinkLedger | null, role: OriginalLink['role'], href: string): OriginalLink | null {
  if (href === '') return null;
  const result = ledger !== null && Object.hasOwn(ledger.results, href) ? ledger.results[href] : undefined;
  const state = stateOf(result);
  return {
    role,
    href,
    state,
    status: result === undefined ? '' : String(result.status),
    since: state === 'dead' ? (result?.since ?? ledger?.checked ?? '') : '',
  };
}

function robustAttributes(original?: string, archive?: string, archived?: string): Readonly<Record<string, string>> {
  if (original === undefined || archive === undefined) return {};
  const day = archived !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(archived) ? { 'data-versiondate': archived } : {};
  return { 'data-originalurl': original, 'data-versionurl': archive, ...day };
}
