// In: what a link leads to. Out: its address on this site, base and all. Every address that a page writes is made here.

import {
  codePageOf,
  codePath,
  decisionPath,
  excerptAnchor,
  excerptPath,
  passagePath,
  slugOf,
  sourcePath,
  type Code,
  type Excerpt,
  type Passage,
} from '#study';
import { currentEdition, currentStudy } from './study.ts';

/** An address of the site that stands in no list below: a file, a theory page. */
export const at = (path: string): string => currentEdition().base + path;

export const homeUrl = (): string => at('');
export const sourceUrl = (id: string): string => at(sourcePath(id));
export const passageUrl = (passage: Passage): string => at(passagePath(passage.source, passage.id));
/** The excerpt where it stands in its source. */
export const excerptPlaceUrl = (excerpt: Excerpt): string => at(excerptAnchor(excerpt.source, excerpt.id));
/** The excerpt's own, citable address. */
export const excerptUrl = (excerpt: Excerpt): string =>
  currentEdition().excerptPages ? at(excerptPath(excerpt.id)) : excerptPlaceUrl(excerpt);
/** Of an id that stands no more: it has a page however many excerpts there are. */
export const tombstoneUrl = (id: string): string => at(excerptPath(id));
export const codeUrl = (code: Code): string => at(codePath(code.slug));

/** A list's first page has the list's own address. */
const paged = (path: string, page: number): string => at(page === 1 ? path : `${path}${page}/`);

export const codePageUrl = (code: Code, page: number): string => paged(codePath(code.slug), page);
export const sourcesUrl = (page = 1): string => paged('sources/', page);
export const codeOrders = ['name', 'kind', 'appearance'] as const;
export type CodeOrder = (typeof codeOrders)[number];
export const codesUrl = (order: CodeOrder = 'name', page = 1): string =>
  paged(order === 'name' ? 'codes/' : `codes/by-${order}/`, page);
export const bookIndexUrl = (page = 1): string => paged('index/', page);
export const codebookUrl = (page = 1): string => paged('codebook/', page);
export const relationsUrl = (): string => at('relations/');
export const codingsUrl = (page = 1): string => paged('relations/codings/', page);
export const codePairsUrl = (page = 1): string => paged('relations/codes/', page);
export const sourcePairsUrl = (page = 1): string => paged('relations/sources/', page);
export const problemsUrl = (code = ''): string => at(code === '' ? 'problems/' : `problems/#${code}`);
export const problemListUrl = (code: string, page = 1): string => paged(`problems/${code}/`, page);
/** The account of every note; its first page stands among the problems. */
export const certificateUrl = (page = 1): string =>
  page === 1 ? problemsUrl('certificate') : at(`problems/certificate/${page}/`);
export const changesUrl = (): string => at('changes/');
export const exportsUrl = (): string => at('exports/');
export const basketUrl = (): string => at('basket/');
export const searchUrl = (): string => at('search/');
export const aboutUrl = (page = ''): string => at(page === '' || page === 'about' ? 'about/' : `about/${page}/`);

/** Ids within a page that are made from the study's own names carry a prefix, so that no name can take the place of another id. */
export const withCodeId = (code: Code): string => `with-${code.slug}`;
export const inSourceId = (source: string): string => `in-${source}`;
/** Groups have free ids: what an address cannot carry becomes its code point. */
export const groupId = (group: string): string =>
  `group-${group.replace(/[^\w-]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}`)}`;
export const pairId = (a: string, b: string): string => `pair-${a}-${b}`;

// Preview cards: small files that the browser fetches when a link is pointed at.
export const sourceCardPath = (source: string): string => `cards/s/${source}.json`;
export const codeCardPath = (code: Code): string => `cards/c/${code.slug}.json`;
/** A hundred excerpts a file, so that a card never costs a whole source. */
export const excerptCardsPath = (source: string, hundred: number): string => `cards/e/${source}-${hundred}.json`;
export const hundredOf = (excerptNumber: number): number => Math.floor(excerptNumber / 100);

// Theory and plots.
export const decisionsUrl = (): string => at('decisions/');
/** A decision by its name in the model. */
export const decisionUrl = (id: string): string => at(decisionPath(slugOf(id)));
export const forcesUrl = (): string => at('forces/');
export const modelUrl = (): string => at('model/');
export const chainUrl = (page = 1): string => paged('chain/', page);
export const saturationUrl = (): string => at('saturation/');
export const reportingUrl = (): string => at('reporting/');
export const claimsUrl = (): string => at('claims/');
export const plotsUrl = (): string => at('plots/');
export const plotUrl = (name: string): string => at(`plots/${name}/`);
export const plotTableUrl = (name: string, page: number): string =>
  at(`plots/${name}/data/${page === 1 ? '' : `${page}/`}`);
export const plotFileUrl = (name: string, type: 'svg' | 'csv'): string => at(`plots/${name}.${type}`);
export const claimId = (claim: string): string => `claim-${claim}`;
export const optionId = (id: string): string => `option-${slugOf(id)}`;

/** Where a code's page lists its passages in one source. */
export const codeInSourceUrl = (code: Code, source: string): string =>
  `${codePageUrl(code, codePageOf(currentStudy(), code.id, source))}#${inSourceId(source)}`;
/** Where a code's page lists the passages that it shares with another code. */
export const codeWithUrl = (code: Code, other: Code): string => `${codeUrl(code)}#${withCodeId(other)}`;
