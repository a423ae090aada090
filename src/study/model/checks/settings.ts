// In: the study and its settings files. Out: ids in them that do not exist, each with its line.

import { parseYaml } from '../../parse/yaml-file.ts';
import { problem } from '../../problems/report.ts';
import type { Problem } from '../../problems/problem.ts';
import type { StudyFolder } from '../../read/folder.ts';
import type { Study } from '../study.ts';

interface Mention {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly id: string;
  readonly what: string;
  readonly exists: boolean;
}

export function checkSettings(study: Study, folder: StudyFolder): readonly Problem[] {
  const missing = mentions(study).filter((mention) => !mention.exists && mention.id !== '');
  const files = new Map<string, ReturnType<typeof parseYaml>>();
  return missing.map(({ file, path, id, what }) => {
    let yaml = files.get(file);
    if (!yaml) files.set(file, (yaml = parseYaml(folder.settings.get(file)?.text ?? '')));
    return problem('settings-unknown-id', { file, line: yaml.lineOf(path), column: 1 }, { id, what });
  });
}

function mentions(study: Study): readonly Mention[] {
  const { settings } = study;
  const isSource = (id: string): boolean => study.sourceById.has(id) || Object.hasOwn(settings.renamed.sources, id);
  const isCode = (id: string): boolean => study.codeById.has(id) || Object.hasOwn(settings.renamed.codes, id);
  const gone = new Set<string>(study.tombstones.map((tombstone) => tombstone.id));
  const isExcerpt = (id: string): boolean => study.excerptById.has(id) || gone.has(id);
  const isAny = (id: string): boolean => isSource(id) || isCode(id) || isExcerpt(id) || study.passageById.has(id);
  const has = { source: isSource, excerpt: isExcerpt, code: isCode };
  return [
    ...settings.withhold.map(({ kind, id }, i) => ({
      file: 'study.yaml',
      path: ['withhold', i, kind],
      id,
      what: `a ${kind} of this study`,
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

const claimPath = (claim: number, i: number): readonly (string | number)[] => [claim, 'evidence', i];
