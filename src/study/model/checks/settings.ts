// In: the study and its settings files. Out: ids in them that do not exist, each with its line.

import { parseYaml, type Path, type YamlFile } from '../../parse/yaml-file.ts';
import type { Place } from '../../problems/place.ts';
import { fits, placeAt, problem, type Acknowledgement, type Locate } from '../../problems/report.ts';
import type { Problem } from '../../problems/problem.ts';
import type { StudyFolder } from '../../read/folder.ts';
import { linesOf } from '../../read/lines.ts';
import { isRecord } from '../fields.ts';
import { foldWords } from '../in-vivo.ts';
import type { Study } from '../study.ts';

interface Mention {
  readonly file: string;
  readonly path: Path;
  /** It stands in the key, not in the value. */
  readonly asKey?: true;
  readonly id: string;
  readonly what: string;
  readonly exists: boolean;
}

/** `bibliographies`: the ids of sources.yaml, and each as it is written there. */
export function checkSettings(
  study: Study,
  folder: StudyFolder,
  bibliographies: ReadonlyMap<string, string>,
): readonly Problem[] {
  const placeOf = places(folder);
  return [...mentions(study), ...mentionsOfScope(study), ...mentionsOfSources(study, bibliographies)]
    .filter((mention) => !mention.exists && mention.id !== '')
    .map(({ file, path, id, what, asKey }) => problem('settings-unknown-id', placeOf(file, path, asKey), { id, what }));
}

/** Memos at ids that are neither of an excerpt nor of a source: no page shows them. */
export function checkMemos({ memos = [], excerptById, sourceById }: Study): readonly Problem[] {
  return memos
    .filter(({ at }) => !excerptById.has(at) && !sourceById.has(at))
    .map(({ at, line }) => {
      const args = { id: at, what: 'an excerpt or a source of this study' };
      return problem('settings-unknown-id', { file: 'memos.yaml', line, column: 1 }, args);
    });
}

/** Acknowledgements of study.yaml that no problem answers to. */
export function checkAcknowledged(
  problems: readonly Problem[],
  reasons: readonly Acknowledgement[],
  folder: StudyFolder,
): readonly Problem[] {
  const placeOf = places(folder);
  const byCode = new Map<string, Problem[]>();
  for (const one of problems) {
    const list = byCode.get(one.code);
    if (list) list.push(one);
    else byCode.set(one.code, [one]);
  }
  return reasons.flatMap((reason, i) => {
    if (byCode.get(reason.problem)?.some((one) => fits(reason, one))) return [];
    const where = [reason.source, reason.file, reason.line === undefined ? undefined : `line ${reason.line}`];
    const args = { problem: reason.problem, where: where.filter((part) => part !== undefined).join(', ') };
    return [problem('settings-acknowledge-unused', placeOf('study.yaml', ['acknowledge', i]), args)];
  });
}

/** For what only a command can tell, such as the file that `previous` names. */
export function wrongSetting(text: string, key: string, value: string, expected: string): Problem {
  const place = placeAt('study.yaml', linesOf(text).position, parseYaml(text).spanOf([key]));
  return problem('settings-value', place, { key, value, expected });
}

/** Each file is read again when it is first asked about: rarely is anything wrong. */
function places(folder: StudyFolder): (file: string, path: Path, asKey?: true) => Place {
  const files = new Map<string, { yaml: YamlFile; locate: Locate }>();
  return (file, path, asKey) => {
    let read = files.get(file);
    if (!read) {
      const text = folder.settings.get(file)?.text ?? '';
      files.set(file, (read = { yaml: parseYaml(text), locate: linesOf(text).position }));
    }
    // Claims may stand below a key `claims`, or be the whole file.
    const below = file === 'claims.yaml' && isRecord(read.yaml.data) ? ['claims', ...path] : path;
    return placeAt(file, read.locate, asKey ? read.yaml.keySpanOf(below) : read.yaml.spanOf(below));
  };
}

function mentions(study: Study): readonly Mention[] {
  const { settings } = study;
  const isSource = (id: string): boolean => study.sourceById.has(id) || Object.hasOwn(settings.renamed.sources, id);
  const isCode = (id: string): boolean => study.codeById.has(id) || Object.hasOwn(settings.renamed.codes, id);
  const aliases = new Set(study.codes.flatMap((code) => code.aliases));
  const gone = new Set<string>(study.tombstones.map((tombstone) => tombstone.id));
  const isExcerpt = (id: string): boolean => study.excerptById.has(id) || gone.has(id);
  const isAny = (id: string): boolean => isSource(id) || isCode(id) || isExcerpt(id) || study.passageById.has(id);
  const left = new Set<string>(study.tombstones.map((tombstone) => tombstone.source));
  const has = {
    source: (id: string) => isSource(id) || left.has(id),
    excerpt: isExcerpt,
    code: (id: string) => isCode(id) || aliases.has(id),
  };
  return [
    ...settings.withhold.map(({ kind, id }, i) => ({
      file: 'study.yaml',
      path: ['withhold', i, kind],
      id,
      what: `${kind === 'excerpt' ? 'an' : 'a'} ${kind} of this study`,
      exists: has[kind](id),
    })),
    ...Object.entries(settings.renamed.sources).map(([from, to]) => ({
      file: 'study.yaml',
      path: ['renamed', 'sources', from],
      id: to,
      what: 'a source of this study',
      exists: isSource(to),
    })),
    ...Object.entries(settings.renamed.codes).map(([from, to]) => ({
      file: 'study.yaml',
      path: ['renamed', 'codes', from],
      id: to,
      what: 'a code of this study',
      exists: isCode(to),
    })),
    ...study.claims.flatMap((claim, c) =>
      claim.evidence.map((id, i) => ({
        file: 'claims.yaml',
        path: claimPath(c, i),
        id,
        what: 'a source, excerpt, passage or code of this study',
        exists: isAny(id),
      })),
    ),
    ...study.codes.flatMap((code) => {
      const example = code.codebook?.example;
      return example === undefined
        ? []
        : [
            {
              file: 'codebook.yaml',
              path: ['codes', code.id, 'example'],
              id: example,
              what: 'an excerpt of this study',
              exists: isExcerpt(example),
            },
          ];
    }),
  ];
}

function mentionsOfScope(study: Study): readonly Mention[] {
  const passages = study.sources.flatMap((source) => source.passages);
  const openCodes = passages.flatMap((passage) => passage.openCodes.map((code) => foldWords(code.text)));
  const known = {
    code: new Set<string>(study.codeById.keys()),
    openCode: new Set(openCodes),
    element: new Set(study.companion?.classes.flatMap(({ id }) => id ?? [])),
  };
  const what = { code: 'a code', openCode: 'an open code', element: 'an element of the model' };
  return study.settings.outOfScope.map(({ kind, id }, i) => ({
    file: 'study.yaml',
    path: ['outOfScope', i, kind],
    id,
    what: `${what[kind]} of this study`,
    exists: known[kind].has(kind === 'openCode' ? foldWords(id) : id),
  }));
}

function mentionsOfSources(study: Study, bibliographies: ReadonlyMap<string, string>): readonly Mention[] {
  const { order, renamed } = study.settings;
  const ordered = (typeof order === 'string' ? [] : order).map((id, i): Mention => ({
    ...{ file: 'study.yaml', path: ['order', i], id },
    ...{ what: 'a source of this study', exists: study.sourceById.has(id) },
  }));
  const described = Array.from(bibliographies, ([id, written]): Mention => ({
    ...{ file: 'sources.yaml', path: [written], asKey: true, id: written },
    ...{ what: 'a source of this study', exists: study.sourceById.has(id) || Object.hasOwn(renamed.sources, id) },
  }));
  return [...ordered, ...described];
}

const claimPath = (claim: number, i: number): Path => [claim, 'evidence', i];
