// In: a study, the address of its site, and what a paper mentions. Out: whether it lands, and in one sentence why not.

import {
  citableIds,
  citableKinds,
  codeKey,
  decisionViews,
  slugOf,
  sourceKey,
  theoryOf,
  type CitableId,
  type CitableKind,
  type ExportContext,
  type Study,
} from '#study';
import type { Mention } from './mention.ts';

export type Landing =
  | { readonly verdict: 'lands' }
  /** It lands on a page that leads on. */
  | { readonly verdict: 'moved'; readonly words: string }
  | { readonly verdict: 'lost'; readonly words: string }
  /** Not about this review, or a page that the study alone knows nothing of. */
  | { readonly verdict: 'elsewhere' }
  | { readonly verdict: 'not checked'; readonly words: string };

export function landingOf(context: ExportContext): (mention: Mention) => Landing {
  const index = indexOf(context);
  return (mention) => {
    switch (mention.kind) {
      case 'id':
        return idLanding(index, mention.of, mention.id);
      case 'key':
        return keyLanding(index, mention.key);
      case 'url':
        return urlLanding(index, mention.url);
    }
  };
}

interface Index {
  readonly study: Study;
  readonly site: string;
  /** By `kind id`, exact; and in lower case for the first that claims it, as catena.sty and catena.lua look ids up. */
  readonly exact: ReadonlyMap<string, CitableId>;
  readonly folded: ReadonlyMap<string, CitableId>;
  readonly slugs: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
}

function indexOf({ study, site, excerptPages }: ExportContext): Index {
  const exact = new Map<string, CitableId>();
  const folded = new Map<string, CitableId>();
  for (const id of citableIds(study, excerptPages)) {
    const name = `${id.kind} ${id.id}`;
    exact.set(name, id);
    if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), id);
  }
  const slugs = new Set(study.codes.map((code) => code.slug));
  return { study, site, exact, folded, slugs, keys: keysOf(study), decisions: decisionSlugs(study) };
}

function decisionSlugs(study: Study): ReadonlySet<string> {
  const theory = theoryOf(study);
  const decisions = theory === null ? [] : decisionViews(theory.model);
  return new Set(decisions.map(({ decision }) => slugOf(decision.id ?? '')));
}

const keysOf = (study: Study): ReadonlySet<string> =>
  new Set([
    ...study.sources.flatMap(({ id, excerpts, passages }) => [
      sourceKey(study, id),
      `${sourceKey(study, id)}-evidence`,
      ...[...excerpts, ...passages].map((part) => sourceKey(study, part.id)),
    ]),
    ...study.codes.map((code) => codeKey(study, code)),
  ]);

function idLanding(index: Index, of: CitableKind | null, id: string): Landing {
  const names = (of === null ? citableKinds : [of]).map((kind) => `${kind} ${id}`);
  const found =
    names.map((name) => index.exact.get(name)).find((each) => each !== undefined) ??
    names.map((name) => index.folded.get(name.toLowerCase())).find((each) => each !== undefined);
  return found === undefined ? { verdict: 'lost', words: `there is no ${of ?? 'id'} ${id}` } : stateLanding(found);
}

function stateLanding(id: CitableId): Landing {
  if (id.state === 'moved') return { verdict: 'moved', words: `${id.kind} ${id.id} is now ${id.to}` };
  if (id.state === 'gone')
    return { verdict: 'lost', words: `${id.kind} ${id.id} was withdrawn${id.reason && `: ${id.reason}`}` };
  return { verdict: 'lands' };
}

/** Other keys of a paper's bibliography are its own affair; those with the study's prefix are ours. */
function keyLanding({ study, keys }: Index, key: string): Landing {
  const prefix = study.settings.key;
  if (key !== prefix && !key.startsWith(`${prefix}-`)) return { verdict: 'elsewhere' };
  if (key === prefix || keys.has(key)) return { verdict: 'lands' };
  return { verdict: 'lost', words: `no entry of the study has the key ${key}` };
}

function urlLanding(index: Index, url: string): Landing {
  const path = pathBelow(index.site, url);
  if (path === null) return { verdict: 'elsewhere' };
  const [page = '', anchor = ''] = path.split('#');
  const [, room, name] = /^([secd])\/([^/]+)\/?(?:index\.html)?$/.exec(page.replace(/\?.*$/s, '')) ?? [];
  if (page === '' || page === 'index.html') return { verdict: 'lands' };
  if (room === 's') return sourceLanding(index, name ?? '', anchor.replace(/:~:.*$/s, ''));
  if (room === 'd' && index.decisions.has(name ?? '')) return { verdict: 'lands' };
  if (room === 'd') return { verdict: 'lost', words: `there is no decision at ${name ?? ''}` };
  if (room === 'e') return exactLanding(index, 'excerpt', name ?? '');
  if (room === 'c') {
    if (index.slugs.has(name ?? '')) return { verdict: 'lands' };
    return exactLanding(index, 'code', name ?? '', false);
  }
  return { verdict: 'not checked', words: `${page} is no page of a source, excerpt, code or decision` };
}

/** Addresses, unlike ids, keep their case: most servers tell /s/S6/ from /s/s6/. `standing`: a page has that very name. */
function exactLanding(index: Index, kind: CitableKind, name: string, standing = true): Landing {
  const found = index.exact.get(`${kind} ${name}`);
  if (found === undefined || (found.state === 'stands' && !standing)) {
    return { verdict: 'lost', words: `there is no ${kind} at ${name}` };
  }
  return stateLanding(found);
}

function sourceLanding(index: Index, source: string, anchor: string): Landing {
  const landing = exactLanding(index, 'source', source);
  if (landing.verdict !== 'lands' || !/-[ep]\d+$/.test(anchor)) return landing;
  const part = index.study.excerptById.get(anchor) ?? index.study.passageById.get(anchor);
  if (part?.source === source) return landing;
  const older = index.exact.get(`excerpt ${anchor}`);
  return older !== undefined && older.state !== 'stands'
    ? stateLanding(older)
    : { verdict: 'lost', words: `${source} has no ${anchor}` };
}

/** The path below the site's root, decoded, or null; http and https, and the host's case, make no difference. */
function pathBelow(site: string, url: string): string | null {
  if (site === '' || !URL.canParse(url) || !URL.canParse(site)) return null;
  const [ours, theirs] = [new URL(site), new URL(url)];
  if (!/^https?:$/.test(theirs.protocol) || ours.host !== theirs.host) return null;
  const whole = `${theirs.pathname}${theirs.search}${theirs.hash}`;
  if (whole === ours.pathname.replace(/\/$/, '')) return '';
  if (!whole.startsWith(ours.pathname)) return null;
  try {
    return decodeURIComponent(whole.slice(ours.pathname.length));
  } catch {
    return whole.slice(ours.pathname.length);
  }
}
