// In: the words after `npm run check:notes --`. Out: what is to be checked and how it is said; a UsageError says what is wrong.

import { parseArgs } from 'node:util';
import { catalogue } from '#study';
import { type Environment, folder, studyFolder } from './options.ts';
import { UsageError } from './usage.ts';

const formats = ['text', 'json', 'github', 'sarif'] as const;
export type CheckFormat = (typeof formats)[number];

export interface CheckNotesOptions {
  /** Absolute paths. */
  readonly study: string;
  readonly model?: string;
  readonly format: CheckFormat;
  readonly strict: boolean;
  /** Codes of the catalogue; all when there is none. */
  readonly only: ReadonlySet<string>;
}

export const checkNotesUsage = `npm run check:notes -- [DIR] [options]

Says what is wrong with the notes of a study: file, line and column, the line itself, what was done about it and how to mend it.
Nothing is written.

DIR                 folder of the study, or a bare folder of notes (also: --study DIR, or STUDY=DIR in the environment;
                    default: content in Catena's folder)
--model DIR         folder of the companion model (*.py), when it does not lie beside the notes
--format FORMAT     text (default), json, github (annotations of a workflow) or sarif (2.1.0, for editors and code hosts)
--only CODE         problems of this code only, such as code-undefined; may be given several times
--strict            exit code 1 when there is an error that study.yaml does not acknowledge, or a warning that the catalogue marks

Exit code 0: checked (with --strict: nothing that cannot stand). 1: --strict found something. 2: called wrongly, or no notes there.
With --only, --strict looks at those codes alone. Colours: on a terminal, unless NO_COLOR is set.`;

const flags = {
  study: { type: 'string' },
  model: { type: 'string' },
  format: { type: 'string' },
  only: { type: 'string', multiple: true },
  strict: { type: 'boolean' },
} as const;

export function readCheckNotesOptions(words: readonly string[], env: Environment, stand: string): CheckNotesOptions {
  const { values, positionals } = parsedWords(words);
  const named = [...positionals, ...(values.study === undefined ? [] : [values.study])];
  if (named.length > 1) throw new UsageError(`${named.length} folders are named; expected one.`);
  return {
    study: named[0] === undefined ? studyFolder(undefined, env, stand) : folder('DIR', named[0], stand),
    ...(values.model === undefined ? {} : { model: folder('--model', values.model, stand) }),
    format: formatNamed(values.format ?? 'text'),
    strict: values.strict ?? false,
    only: new Set((values.only ?? []).flatMap((codes) => codes.split(',')).map(knownCode)),
  };
}

function parsedWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: flags, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function formatNamed(name: string): CheckFormat {
  const format = formats.find((one) => one === name);
  if (format === undefined)
    throw new UsageError(`--format is ${JSON.stringify(name)}; expected ${formats.join(', ')}.`);
  return format;
}

function knownCode(code: string): string {
  const name = code.trim();
  if (Object.hasOwn(catalogue, name)) return name;
  const near = Object.keys(catalogue).filter((known) =>
    known.split('-').some((part) => name.split('-').includes(part)),
  );
  const hint = near.length > 0 ? `; there are ${near.slice(0, 8).join(', ')}` : '';
  throw new UsageError(`--only names ${JSON.stringify(name)}, which is no problem of the catalogue${hint}.`);
}
