// In: a record. Out: its JSON-LD as a plain value. CITING.md section 2: WebPage about an Article with Quotations (schema.org), W3C Web
// Annotation with a TextQuoteSelector, DefinedTerm, Dataset with distributions (Google Dataset Search: description of 50 to 5000 characters).

import { codePath, sourcePath } from '../model/addresses.ts';
import type { Author, Code, Excerpt, Source } from '../model/study.ts';
import { plainLine } from './escape-tex.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { filled } from './head-elements.ts';
import { excerptAddress, fullAddress, referenceItem } from './reference.ts';
import { licenceAddress } from './licence.ts';
import { fullName } from './reference-phrases.ts';
import { textQuoteSelector } from './text-quote-selector.ts';

type JsonLd = Readonly<Record<string, unknown>>;

export function sourceJsonLd(context: ExportContext, source: Source): JsonLd {
  const item = referenceItem(context, { kind: 'original', source });
  const article = filled({
    '@type': 'Article',
    url: item.url,
    headline: item.title,
    author: item.authors.map(agent),
    datePublished: item.date,
    publisher: item.container === '' ? '' : { '@type': 'Organization', name: item.container },
    inLanguage: item.language,
    archivedAt: item.archive?.url ?? '',
  });
  const quotes = source.excerpts
    .map((excerpt) => excerptAddress(context, excerpt))
    .filter((address) => address !== '')
    .map((address) => ({ '@type': 'Quotation', '@id': address }));
  return filled({
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': item.evidence,
    name: `${source.id}: ${item.title}`,
    isPartOf: studyNode(context),
    about: article,
    hasPart: quotes,
  });
}

export function excerptJsonLd(context: ExportContext, excerpt: Excerpt): JsonLd {
  const { study } = context;
  const source = study.sourceById.get(excerpt.source);
  const item = source === undefined ? null : referenceItem(context, { kind: 'original', source });
  const codes = (excerpt.passage === null ? undefined : study.passageById.get(excerpt.passage))?.codes ?? [];
  const bodies = codes.flatMap((id) => {
    const code = study.codeById.get(id);
    const address = code === undefined ? '' : fullAddress(context, codePath(code.slug));
    return address === '' ? [] : [{ type: 'SpecificResource', purpose: 'classifying', source: address }];
  });
  return filled({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: excerptAddress(context, excerpt),
    type: 'Annotation',
    motivation: 'classifying',
    creator: study.settings.authors.map((author) =>
      filled({ type: 'name' in author ? 'Organization' : 'Person', name: fullName(author) }),
    ),
    body: bodies,
    target: filled({
      source: item?.url || (source === undefined ? '' : fullAddress(context, sourcePath(source.id))),
      selector: (source && textQuoteSelector(source, excerpt)) ?? '',
    }),
  });
}

export function codeJsonLd(context: ExportContext, code: Code): JsonLd {
  const { settings } = context.study;
  return filled({
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': fullAddress(context, codePath(code.slug)),
    termCode: code.id,
    name: code.label,
    description: code.codebook?.definition ?? '',
    inDefinedTermSet: filled({
      '@type': 'DefinedTermSet',
      name: `${settings.title}: codebook`,
      url: fullAddress(context, 'codebook/'),
    }),
  });
}

export function datasetJsonLd(context: ExportContext, formats: readonly ExportFormat[]): JsonLd {
  const { settings } = context.study;
  const item = referenceItem(context, { kind: 'study' });
  return filled({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': item.url,
    name: settings.title,
    alternateName: settings.subtitle,
    description: datasetDescription(context),
    url: fullAddress(context, ''),
    identifier: item.doi === '' ? '' : item.url,
    version: item.version,
    datePublished: item.date,
    inLanguage: item.language,
    license: licenceAddress(settings.licence) || settings.licence,
    creator: settings.authors.map(agent),
    isAccessibleForFree: true,
    distribution: context.site === '' ? [] : distributions(context, formats),
  });
}

function distributions(context: ExportContext, formats: readonly ExportFormat[]): JsonLd[] {
  return formats.flatMap((format) => {
    const [file] = format.files(context);
    if (file === undefined) return [];
    return [
      {
        '@type': 'DataDownload',
        name: format.title,
        description: format.purpose,
        contentUrl: permalink(context, file.path),
        encodingFormat: file.mediaType,
      },
    ];
  });
}

/** The researcher's words, followed by counts where they are too short for a dataset search. */
export function datasetDescription({ study }: ExportContext): string {
  const { settings, sources, codes } = study;
  const excerpts = sources.reduce((sum, source) => sum + source.excerpts.length, 0);
  const counts = `The evidence under this review: ${String(excerpts)} excerpts of ${String(sources.length)} sources, coded with ${String(codes.length)} codes.`;
  const words = plainLine(settings.description);
  return words.length >= 50
    ? [...words].slice(0, 5000).join('')
    : [words, counts].filter((part) => part !== '').join(' ');
}

/** An ORCID is an identifier of a person; a name alone is a name. */
const agent = (author: Author): JsonLd =>
  'name' in author
    ? { '@type': 'Organization', name: author.name }
    : filled({
        '@type': 'Person',
        name: fullName(author),
        familyName: author.family,
        givenName: author.given,
        '@id':
          author.orcid === undefined ? '' : `https://orcid.org/${author.orcid.replace(/^https?:\/\/orcid\.org\//, '')}`,
        affiliation: author.affiliation === undefined ? '' : { '@type': 'Organization', name: author.affiliation },
      });

const studyNode = (context: ExportContext): JsonLd =>
  filled({ '@type': 'Dataset', name: context.study.settings.title, url: fullAddress(context, '') });
