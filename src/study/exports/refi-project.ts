// In: a study. Out: exports/project.qdpx, sources with their codings for ATLAS.ti, MAXQDA, NVivo, QualCoder, Quirkos.
// REFI-QDA 1.5, Project-mrt2019.xsd: the order of elements is fixed. Identifiers are made from key and id, never from the host.
//
// | ours                    | REFI-QDA                                                                         |
// |-------------------------|----------------------------------------------------------------------------------|
// | study                   | Project@name; date of the release: creationDateTime, left out when unknown       |
// | code                    | CodeBook/Codes/Code: refi-codes.ts                                               |
// | field of a source       | Variable@typeOfVariable="Text" and VariableValue/TextValue                       |
// | source                  | TextSource@plainTextPath, text in refi-text.ts; QualCoder fails on PlainTextContent |
// | coded excerpt           | PlainTextSelection@name = its id, Description = its address; end exclusive       |
// | code on excerpt         | Coding/CodeRef                                                                   |
// | uncoded excerpt         | text only: a selection without a Coding would become an annotation               |

import { sourcePath } from '../model/addresses.ts';
import type { CodeId } from '../model/ids.ts';
import type { Source, Study } from '../model/study.ts';
import { dateTime } from './date-time.ts';
import { editionWords } from './edition-words.ts';
import { type ExportContext, type ExportFormat, permalink } from './format.ts';
import { permanentUuid } from './permanent-uuid.ts';
import { codeGuid, refiCodes } from './refi-codes.ts';
import { type Selection, sourceText } from './refi-text.ts';
import { authorNames, excerptLink } from './table-columns.ts';
import { visibleControls } from './visible-controls.ts';
import { close, element, leaf, open, xmlDeclaration } from './xml.ts';
import { type ZipEntry, writeZip } from './zip.ts';

export const refiProject: ExportFormat = {
  id: 'refi-project',
  title: 'Project with codings (REFI-QDA)',
  purpose: 'All excerpts as texts with every coding in its place, for ATLAS.ti, MAXQDA, NVivo, QualCoder and Quirkos.',
  follows: 'REFI-QDA 1.5, Project-mrt2019.xsd; positions count code points, end exclusive',
  files: (context) => [
    {
      path: 'exports/project.qdpx',
      mediaType: 'application/zip',
      write: () => writeZip(zipEntries(context)),
    },
  ],
};

function* zipEntries(context: ExportContext): Generator<ZipEntry> {
  yield { path: 'project.qde', write: () => writeProject(context) };
  for (const source of context.study.sources)
    yield {
      path: `sources/${sourceGuid(context.study, source)}.txt`,
      write: () => [sourceText(source).text],
    };
}

const sourceGuid = (study: Study, { id }: Source): string => permanentUuid(study.settings.key, 'source', id);

function* writeProject(context: ExportContext): Generator<string> {
  const { study } = context;
  const { key, title, authors, description } = study.settings;
  const user = permanentUuid(key, 'user', '');
  yield xmlDeclaration;
  yield `${open('Project', {
    xmlns: 'urn:QDA-XML:project:1.0',
    name: title,
    origin: 'Catena',
    creatingUserGUID: user,
    creationDateTime: releaseTime(study),
  })}\n`;
  yield `${open('Users')}${leaf('User', { guid: user, name: authorNames(authors) || title })}${close('Users')}`;
  if (study.codes.length > 0) {
    yield `${open('CodeBook')}\n`;
    yield* refiCodes(context);
    yield close('CodeBook');
  }
  yield* variables(study);
  yield* sources(context, user);
  yield element('Description', {}, [title, description, editionWords(study)].filter(Boolean).join('\n'));
  yield close('Project');
}

/** The release's own date, never the clock's. */
const releaseTime = ({ settings: { released } }: Study): string | null => dateTime(released);

/** Fields of a source that become variables; empty ones have no value. */
const fields: readonly (readonly [name: string, value: (source: Source) => string])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['url', ({ url }) => url],
  ['archive url', ({ archiveUrl }) => archiveUrl],
  ['source type', ({ sourceType }) => sourceType],
  ['author type', ({ authorType }) => authorType],
  ['example', ({ example }) => yesNo(example)],
  ['source code', ({ sourceCode }) => yesNo(sourceCode)],
  ['authors', ({ bibliography }) => authorNames(bibliography.authors)],
  ['date', ({ bibliography }) => bibliography.date ?? ''],
  ['site', ({ bibliography }) => bibliography.site ?? ''],
  ['language', ({ bibliography }) => bibliography.language ?? ''],
];

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');

function* variables({ settings: { key } }: Study): Generator<string> {
  yield `${open('Variables')}\n`;
  for (const [name] of fields)
    yield leaf('Variable', { guid: permanentUuid(key, 'variable', name), name, typeOfVariable: 'Text' });
  yield close('Variables');
}

function* sources(context: ExportContext, user: string): Generator<string> {
  if (context.study.sources.length === 0) return;
  yield `${open('Sources')}\n`;
  for (const source of context.study.sources) yield* textSource(source, context, user);
  yield close('Sources');
}

function* textSource(source: Source, context: ExportContext, user: string): Generator<string> {
  const { study } = context;
  const guid = sourceGuid(study, source);
  const time = releaseTime(study);
  yield `${open('TextSource', {
    guid,
    name: fileName(source),
    plainTextPath: `internal://${guid}.txt`,
    creatingUser: user,
    creationDateTime: time,
  })}\n`;
  const about = [source.title, source.url, permalink(context, sourcePath(source.id))];
  yield element('Description', {}, about.filter(Boolean).join('\n'));
  for (const selection of sourceText(source).selections) yield* textSelection(selection, context, user, time);
  for (const [name, value] of fields)
    if (value(source) !== '')
      yield `${open('VariableValue')}${leaf('VariableRef', {
        targetGUID: permanentUuid(study.settings.key, 'variable', name),
      })}${element('TextValue', {}, value(source))}${close('VariableValue')}`;
  yield close('TextSource');
}

function* textSelection(
  { excerpt, start, end }: Selection,
  context: ExportContext,
  creatingUser: string,
  creationDateTime: string | null,
): Generator<string> {
  const { study } = context;
  const { key } = study.settings;
  const codes: readonly CodeId[] = study.passageById.get(excerpt.passage ?? '')?.codes ?? [];
  if (codes.length === 0) return;
  const guid = permanentUuid(key, 'selection', excerpt.id);
  const made = { creatingUser, creationDateTime };
  yield `${open('PlainTextSelection', { guid, name: excerpt.id, startPosition: start, endPosition: end, ...made })}\n`;
  yield element('Description', {}, excerptLink(excerpt, context));
  for (const code of codes)
    yield `${open('Coding', { guid: permanentUuid(key, 'coding', `${excerpt.id}/${code}`), ...made })}${leaf(
      'CodeRef',
      {
        targetGUID: codeGuid(study, code),
      },
    )}${close('Coding')}`;
  yield close('PlainTextSelection');
}

/** Importers use the name of a source as the name of a file: no separators, one line, at most 80 characters; unique by its id. */
function fileName({ id, title }: Source): string {
  const words = visibleControls(`${id} ${title}`)
    .replace(/[\\/:*?"<>|]/g, '')
    .replace(/\s+/g, ' ');
  return [...words]
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/, '');
}
