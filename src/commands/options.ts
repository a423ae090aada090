// In: the words after a command's name, the environment, where the user stands. Out: checked options; a UsageError says what is wrong.

import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { projectFolder } from './project.ts';
import { UsageError } from './usage.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface BuildOptions {
  /** Absolute paths. */
  readonly study: string;
  readonly out: string;
  readonly model?: string;
  /** Full address of the site's root with a final slash, `''` when it is not known. */
  readonly site: string;
  /** Path of the site's root with both slashes. */
  readonly base: string;
  readonly strict: boolean;
  /** The ledger has to agree with the notes. */
  readonly frozen: boolean;
  readonly force: boolean;
  /** Show the lines around each problem, as on a terminal. */
  readonly frames: boolean;
  /** `null`: up to the limit of excerpts (DESIGN.md: 25,000). */
  readonly excerptPages: boolean | null;
  readonly search: boolean;
  readonly exports: boolean;
  /** A line with the seconds of each part after the summary. */
  readonly timings: boolean;
  readonly port: number | null;
}

type Flags = NonNullable<ParseArgsConfig['options']>;

const buildFlags = {
  study: { type: 'string' },
  out: { type: 'string' },
  model: { type: 'string' },
  site: { type: 'string' },
  base: { type: 'string' },
  port: { type: 'string' },
  strict: { type: 'boolean' },
  frozen: { type: 'boolean' },
  force: { type: 'boolean' },
  frames: { type: 'boolean' },
  'excerpt-pages': { type: 'boolean' },
  'no-excerpt-pages': { type: 'boolean' },
  'no-search': { type: 'boolean' },
  'no-exports': { type: 'boolean' },
  timings: { type: 'boolean' },
} as const satisfies Flags;

export const buildUsage = `--study DIR         folder of the study, a bare folder of notes, or the study.json of a release (also: STUDY=DIR in the
                    environment)
--out DIR           where the site goes (default: dist in Catena's folder)
--model DIR         folder of the companion model (*.py), when it does not lie beside the notes
--site URL          address of the published site, such as https://example.org/
--base /path/       path below that address, such as /my-review/
--strict            end with exit code 1 when there are errors, and leave the old site as it is
--frozen            the same when notes and ledger (anchors.jsonl) disagree
--force             replace an output folder that Catena did not write
--frames            show the lines around each problem (always on a terminal)
--excerpt-pages     a page for each excerpt, however many there are (--no-excerpt-pages: none)
--no-search         without the search index (--no-exports: without the files of /exports/)
--timings           also say how long each part took
--port N            for npm start, dev and preview (default: 4321, or the next free one)`;

export function readBuildOptions(words: readonly string[], env: Environment, stand: string): BuildOptions {
  const values = parsed(words, buildFlags);
  const address = siteAddress(values.site, values.base);
  return {
    study: studyFolder(values.study, env, stand),
    out: values.out === undefined ? resolve(projectFolder, 'dist') : folder('--out', values.out, stand),
    ...(values.model === undefined ? {} : { model: folder('--model', values.model, stand) }),
    ...address,
    strict: values.strict ?? false,
    frozen: values.frozen ?? false,
    force: values.force ?? false,
    frames: values.frames ?? false,
    excerptPages: values['excerpt-pages'] ? true : values['no-excerpt-pages'] ? false : null,
    search: !values['no-search'],
    exports: !values['no-exports'],
    timings: values.timings ?? false,
    port: values.port === undefined ? null : portNumber(values.port),
  };
}

/** The folder that `--study` names, else that which STUDY names, else Catena's own `content`. */
export function studyFolder(named: string | undefined, env: Environment, stand: string): string {
  if (named !== undefined) return folder('--study', named, stand);
  const usual = env['STUDY'] ?? '';
  return usual === '' ? resolve(projectFolder, 'content') : folder('STUDY', usual, stand);
}

/** `parseArgs`, with its errors as usage errors: unknown flags, flags without their value, loose words. */
export function parsed<F extends Flags>(words: readonly string[], options: F) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function folder(flag: string, value: string, stand: string): string {
  if (value === '') throw new UsageError(`${flag} is empty; expected a path.`);
  if (value.includes('\0')) throw new UsageError(`${flag} holds a NUL character.`);
  return resolve(stand, value);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new UsageError(`--port is ${JSON.stringify(text)}; expected 0 to 65535.`);
  return port;
}

/** `--site https://example.org/my-review/` says the base too; both together must agree. */
export function siteAddress(site: string | undefined, base: string | undefined): { site: string; base: string } {
  const path = base === undefined ? undefined : basePath('--base', base);
  if (site === undefined) return { site: '', base: path ?? '/' };
  const url = URL.canParse(site) ? new URL(site) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--site is ${JSON.stringify(site)}; expected an address such as https://example.org/.`);
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new UsageError(`--site is ${JSON.stringify(site)}; expected no query, fragment or password in it.`);
  }
  const own = basePath('the path of --site', url.pathname);
  if (path !== undefined && own !== '/' && own !== path) {
    throw new UsageError(`--site ends in ${own} and --base is ${path}; expected one path.`);
  }
  const agreed = path ?? own;
  return { site: url.origin + agreed, base: agreed };
}

/** Both slashes put on; letters, digits and `-._~` between them, which every server and shell leaves alone. */
function basePath(flag: string, text: string): string {
  const trimmed = text.replace(/^\/+|\/+$/g, '');
  if (trimmed === '') return '/';
  const parts = trimmed.split('/');
  if (!parts.every((part) => /^[A-Za-z0-9._~-]+$/.test(part) && !/^\.+$/.test(part))) {
    throw new UsageError(`${flag} is ${JSON.stringify(text)}; expected a path such as /my-review/.`);
  }
  return `/${trimmed}/`;
}
