// In: a study and a page. Out: its typed links, as Signposting asks for (signposting.org, level 1: cite-as, describedby, item, collection,
// type, license, author). CITING.md section 2. The home page's are also `linkset.json`.

import { sourcePath } from '../model/addresses.ts';
import { plainDoi } from '../model/doi.ts';
import type { Source } from '../model/study.ts';
import type { ExportContext, ExportFormat } from './format.ts';
import { licenceAddress } from './licence.ts';
import { doiAddress } from './reference.ts';
import { bibliographyFile, describing, sourceFilePath } from './source-files.ts';

/** `path`: below the site's root, for links that stay on the site; `url`: elsewhere. */
export type Signpost = { readonly rel: string; readonly type?: string } & (
  { readonly path: string } | { readonly url: string }
);

export const linksetPath = 'linkset.json';

export const sourceSignposts = (source: Source): Signpost[] => [
  { rel: 'cite-as', path: sourcePath(source.id) },
  { rel: 'collection', path: '' },
  ...describing.map((format) => ({
    rel: 'describedby',
    path: sourceFilePath(source, format),
    type: bibliographyFile(format).mediaType,
  })),
  { rel: 'type', url: 'https://schema.org/WebPage' },
];

export function homeSignposts(context: ExportContext, formats: readonly ExportFormat[]): Signpost[] {
  const { settings } = context.study;
  const doi = plainDoi(settings.doi);
  const licence = licenceAddress(settings.licence);
  const files = formats.flatMap((format) => {
    const [file] = format.files(context);
    return file === undefined || file.path === linksetPath ? [] : [file];
  });
  const metadata = files.filter((file) => file.path.endsWith('/datapackage.json'));
  return [
    doi === '' ? { rel: 'cite-as', path: '' } : { rel: 'cite-as', url: doiAddress(doi) },
    ...settings.authors.flatMap((author) =>
      'orcid' in author && author.orcid !== undefined ? [{ rel: 'author', url: orcidAddress(author.orcid) }] : [],
    ),
    ...metadata.map((file) => ({ rel: 'describedby', path: file.path, type: file.mediaType })),
    { rel: 'type', url: 'https://schema.org/AboutPage' },
    { rel: 'type', url: 'https://schema.org/Dataset' },
    ...files.map((file) => ({ rel: 'item', path: file.path, type: file.mediaType })),
    ...(licence === '' ? [] : [{ rel: 'license', url: licence }]),
    { rel: 'linkset', path: linksetPath, type: 'application/linkset+json' },
  ];
}

const orcidAddress = (orcid: string): string => `https://orcid.org/${orcid.replace(/^https?:\/\/orcid\.org\//, '')}`;
