// In: an edition. Out: which prose pages can be built, and what is wrong with them. A page that cannot be compiled is left out with an
// error, so that it does not take the others with it; an `[@id]` that the study does not have is an error that stays visible.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { z } from 'astro/zod';
import remarkGfm from 'remark-gfm';
import { parseDocument } from 'yaml';
import { isPagePath } from '#study';
import { codeIn, type FoundCode } from '#site/mdx/code-in.ts';
import { remarkCitations, type UnknownCitation } from '#site/mdx/remark-citations.ts';
import { unknownComponents, type UnknownComponent } from '#site/mdx/unknown-components.ts';
import type { Edition } from '#site/study.ts';

export const proseSchema = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  order: z.number().optional(),
});

export interface ProseFault {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Relative to the study. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

export interface Prose {
  /** Relative to the study's folder `pages`, in code-point order. */
  readonly pages: readonly string[];
  readonly faults: readonly ProseFault[];
}

export async function readProse(edition: Edition): Promise<Prose> {
  const folder = join(edition.directory, 'pages');
  const pages: string[] = [];
  const faults: ProseFault[] = [];
  for (const page of filesBelow(folder)) {
    const found = await faultsOf(page, readFileSync(join(folder, page), 'utf8'), edition);
    faults.push(...found.faults);
    if (found.usable) pages.push(page);
  }
  return { pages, faults };
}

/** Paths below a folder, in code-point order; links are not followed. */
function filesBelow(folder: string): readonly string[] {
  let found;
  try {
    found = readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch {
    return [];
  }
  return found
    .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

async function faultsOf(page: string, text: string, edition: Edition) {
  const file = `pages/${page}`;
  const fault = (code: string, words: string, line = 1, column = 1, severity: ProseFault['severity'] = 'error') =>
    ({ code, severity, file, line, column, words }) satisfies ProseFault;
  if (!isPagePath(page)) {
    const words =
      'a page is an .mdx file whose name has letters, digits, dots, hyphens and underscores; it was left out';
    return { usable: false, faults: [fault('prose-name', words, 1, 1, 'warning')] };
  }
  const { fields, body } = parted(text);
  const front = parseDocument(fields);
  const [wrong] = front.errors;
  if (wrong) {
    const at = wrong.linePos?.[0];
    const words = `the front matter is no YAML (${firstLine(wrong.message)}); the page was left out`;
    return { usable: false, faults: [fault('prose-front-matter', words, (at?.line ?? 1) + 1, at?.col)] };
  }
  const typed = proseSchema.safeParse(front.toJS() ?? {});
  if (!typed.success) {
    const about = typed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return { usable: false, faults: [fault('prose-front-matter', `${about}; the page was left out`)] };
  }
  if (edition.foreign === true && mayLoad(front.toJS(), fields === '' ? body : '')) {
    const words = 'the front matter of a page in a study.json is title, description and order; the page was left out';
    return { usable: false, faults: [fault('prose-code', words)] };
  }
  return compiled(body, file, edition, fault);
}

/** `layout` would be imported. Astro takes more for front matter than we do: blank lines before it, and TOML. */
const mayLoad = (front: unknown, body: string): boolean =>
  /^\s*(?:---|\+\+\+)/.test(body) ||
  (typeof front === 'object' &&
    front !== null &&
    Object.keys(front).some((key) => !Object.hasOwn(proseSchema.shape, key)));

type Fault = (code: string, words: string, line?: number, column?: number) => ProseFault;

async function compiled(value: string, path: string, edition: Edition, fault: Fault) {
  const citations: UnknownCitation[] = [];
  const components: UnknownComponent[] = [];
  const code: FoundCode[] = [];
  const citing = { edition: () => edition, unknown: (citation: UnknownCitation) => citations.push(citation) };
  const naming = { unknown: (component: UnknownComponent) => components.push(component) };
  try {
    // The cast: unified types plugins by its own tree, ours by the few nodes that they touch.
    const looking = edition.foreign === true ? [[codeIn, { found: (one: FoundCode) => code.push(one) }]] : [];
    const plugins = [remarkGfm, [remarkCitations, citing], [unknownComponents, naming], ...looking] as never;
    await compile({ value, path }, { remarkPlugins: plugins });
  } catch (error) {
    const { line, column, reason } = placed(error);
    const words = `the page is no MDX (${firstLine(reason)}); it was left out`;
    return { usable: false, faults: [fault('prose-syntax', words, line, column)] };
  }
  const missing = components.map(({ name, line, column }) =>
    fault('prose-component', `<${visibleName(name)}> is not imported; the page was left out`, line, column),
  );
  const unknown = citations.map(({ id, line, column }) =>
    fault('prose-citation', `[@${id}] names nothing in the study; it stays as it was written`, line, column),
  );
  const refused = code.map(({ what, line, column }) =>
    fault('prose-code', `${what} of a study.json does not run here; the page was left out`, line, column),
  );
  return { usable: missing.length + refused.length === 0, faults: [...missing, ...refused, ...unknown] };
}

/** The body keeps its lines, so that places in it are places in the file. */
function parted(text: string): { readonly fields: string; readonly body: string } {
  const [whole, fields = ''] = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?=\r?\n|$)/.exec(text) ?? [];
  if (whole === undefined) return { fields: '', body: text };
  return { fields, body: whole.replace(/[^\r\n]/g, '') + text.slice(whole.length) };
}

/** vfile-message's shape. */
function placed(error: unknown): { line: number; column: number; reason: string } {
  const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
  const said = reason ?? (error instanceof Error ? error.message : String(error));
  return { line: line ?? 1, column: column ?? 1, reason: said };
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/:$/, '');
const visibleName = (name: string): string => name.slice(0, 80);
