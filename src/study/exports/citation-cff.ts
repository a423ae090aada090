// In: a study. Out: CITATION.cff, how to cite this release: what the study's own file says, with the release that is published.
// Citation File Format 1.2.0, for GitHub, Zenodo and reference managers. It wants an author: where none is known there is no such file.

import { authorOf, doiForm } from '../model/citation-file.ts';
import type { Author, Citation } from '../model/study.ts';
import { editionWords } from './edition-words.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { visibleControls } from './visible-controls.ts';

export const citationCff: ExportFormat = {
  id: 'citation-cff',
  title: 'How to cite (CITATION.cff)',
  purpose: 'Title, authors, release, licence and DOI of the study, for GitHub, Zenodo and reference managers.',
  follows: 'Citation File Format 1.2.0',
  files: (context) =>
    context.study.settings.authors.length === 0
      ? []
      : [{ path: 'CITATION.cff', mediaType: 'application/yaml', write: () => writeCitation(context) }],
};

function* writeCitation(context: ExportContext): Generator<string> {
  yield `# ${editionWords(context.study)}\n`;
  yield* cffFields(citationOf(context));
}

/** YAML holds JSON; characters that YAML refuses are escaped. */
export function* cffFields(citation: Citation): Generator<string> {
  for (const [key, value] of Object.entries(citation)) {
    const json = JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? visibleControls(one) : one));
    yield `${key}: ${json.replace(refused, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
  }
}

/** YAML 1.2, section 5.1, and its line ends, which stand inside quotes in YAML 1.1. */
const refused = /[\x7f-\x9f\u2028\u2029\ufeff]/g;

function citationOf({ study, site }: ExportContext): Citation {
  const { citation = {}, settings } = study;
  const { title, description, authors, release, released, licence, doi } = settings;
  const own = (key: string): readonly unknown[] => (Array.isArray(citation[key]) ? citation[key] : []);
  const same = JSON.stringify(own('authors').map((one) => authorOf(one as Citation))) === JSON.stringify(authors);
  const fields: Readonly<Record<string, unknown>> = {
    'cff-version': '1.2.0',
    message: citation['message'] ?? 'If you use this study, please cite it as below.',
    type: citation['type'] ?? 'dataset',
    title,
    abstract: citation['abstract'] ?? description,
    authors: same ? own('authors') : authors.map(cffAuthor),
    version: release,
    'date-released': released.length === 10 ? released : '',
    license: spdx.test(licence) ? licence : '',
    doi: doiForm.test(doi) ? doi : '',
    url: site,
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const rest = Object.fromEntries(Object.entries(citation).filter(([key]) => !Object.hasOwn(fields, key)));
  return { ...known, ...(site === '' && 'url' in citation ? { url: citation['url'] } : {}), ...rest };
}

/** What looks like an SPDX identifier: the format takes no sentence. */
const spdx = /^(?:MIT|ISC|Unlicense|[A-Za-z0-9]+(?:[.+-][A-Za-z0-9.+]+)+)$/;

const cffAuthor = (author: Author): object =>
  'name' in author
    ? { name: author.name }
    : {
        'family-names': author.family,
        ...(author.given === undefined ? {} : { 'given-names': author.given }),
        ...(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(author.orcid ?? '')
          ? { orcid: `https://orcid.org/${author.orcid}` }
          : {}),
        ...(author.affiliation === undefined ? {} : { affiliation: author.affiliation }),
      };
