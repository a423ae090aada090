// In: a study. Out: exports/annotations.jsonld, one annotation an excerpt, on the page that it was quoted from.
//
// | ours                     | Web Annotation Data Model (W3C, 23 February 2017)                                                  |
// |--------------------------|----------------------------------------------------------------------------------------------------|
// | all excerpts             | AnnotationCollection with one embedded AnnotationPage (sections 5.1, 5.2)                           |
// | excerpt's address        | id; UUID of key and id as canonical (3.3.6), which stays when the site moves                        |
// | code of its passage      | TextualBody with id = page of the code, value = label, purpose classifying (3.2.4, 3.3.5)           |
// | source                   | target.source: the original's address, else the source's page here                                  |
// | text                     | TextQuoteSelector exact, prefix, suffix (4.2.4); 32 characters of context, as Hypothes.is stores     |
// | figure with an address   | target.source: the image, target.scope: the page (4.4)                                             |
// | withheld                 | no selector; a TextualBody says why                                                                 |

import { webAddress } from '../derive/web-address.ts';
import { sourcePath } from '../model/addresses.ts';
import type { Author, Excerpt, Source } from '../model/study.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { permanentUuid } from './permanent-uuid.ts';
import { codeLink, excerptLink } from './table-columns.ts';
import { textQuoteSelector } from './text-quote-selector.ts';

export const annotations: ExportFormat = {
  id: 'annotations',
  title: 'Web annotations (JSON-LD)',
  purpose: 'One annotation an excerpt, pointing into the original page, for annotation tools and scripts.',
  follows: 'Web Annotation Data Model (W3C, 2017)',
  files: (context) => [
    { path: 'exports/annotations.jsonld', mediaType: 'application/ld+json', write: () => writeAnnotations(context) },
  ],
};

function* writeAnnotations(context: ExportContext): Generator<string> {
  const { settings, sources } = context.study;
  const id = permalink(context, 'exports/annotations.jsonld');
  const total = sources.reduce((sum, { excerpts }) => sum + excerpts.length, 0);
  const about = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: settings.title,
    ...(settings.authors.length === 0 ? {} : { creator: settings.authors.map(creator) }),
    // Prefixes of the annotation context itself.
    'schema:version': settings.release,
    'dcterms:identifier': `sha256:${context.study.digest}`,
    total,
  };
  yield `${JSON.stringify(about).slice(0, -1)},"first":{"id":${JSON.stringify(`${id}#page`)},"type":"AnnotationPage","startIndex":0,"items":[`;
  let before = '\n';
  for (const source of sources)
    for (const excerpt of source.excerpts) {
      yield before + JSON.stringify(annotation(excerpt, source, context));
      before = ',\n';
    }
  yield '\n]}}\n';
}

const creator = (author: Author): object =>
  'name' in author
    ? { type: 'Organization', name: author.name }
    : { type: 'Person', name: [author.given, author.family].filter((part) => part !== undefined).join(' ') };

function annotation(excerpt: Excerpt, source: Source, context: ExportContext): object {
  const { study } = context;
  const codes = study.passageById.get(excerpt.passage ?? '')?.codes ?? [];
  const bodies = [
    ...codes.flatMap((id) => {
      const code = study.codeById.get(id);
      if (code === undefined) return [];
      return [{ id: codeLink(code, context), type: 'TextualBody', value: code.label, purpose: 'classifying' }];
    }),
    ...(excerpt.withheld === undefined
      ? []
      : [{ type: 'TextualBody', value: `withheld: ${excerpt.withheld}`, purpose: 'commenting' }]),
    ...(excerpt.kind === 'figure' && excerpt.text !== ''
      ? [{ type: 'TextualBody', value: excerpt.text, purpose: 'describing' }]
      : []),
  ];
  return {
    id: excerptLink(excerpt, context),
    type: 'Annotation',
    canonical: `urn:uuid:${permanentUuid(study.settings.key, 'excerpt', excerpt.id).toLowerCase()}`,
    motivation: codes.length === 0 ? 'highlighting' : 'classifying',
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: target(excerpt, source, context),
  };
}

function target(excerpt: Excerpt, source: Source, context: ExportContext): object {
  const page = webAddress(source.url) || permalink(context, sourcePath(source.id));
  const image = excerpt.kind === 'figure' ? webAddress(excerpt.url ?? '') : '';
  if (image !== '') return { type: 'SpecificResource', source: image, scope: page };
  const selector = textQuoteSelector(source, excerpt);
  if (selector === null) return { type: 'SpecificResource', source: page };
  return { type: 'SpecificResource', source: page, selector };
}
