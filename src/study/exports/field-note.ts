// In: a source. Out: its note in the notes' own format (FORMAT.md, sections 1–3), as the parser reads it back: the reverse of parse-note.ts.
// What it does not keep: the original's blank lines, label decoration and line numbers.

import { type Excerpt, type OpenCode, type Passage, type Remark, type Source, headerKeys } from '../model/study.ts';

/** How a place of the note is written: plainly, or dressed for another program (vault-note.ts). */
export interface Dress {
  /** A line of the author's or researcher's words. */
  readonly words: (line: string) => string;
  readonly figure: (alt: string, url: string) => string;
  /** Lines behind an excerpt and behind a passage. */
  readonly afterExcerpt: (excerpt: Excerpt) => readonly string[];
  readonly afterPassage: (passage: Passage) => readonly string[];
}

export const plainly: Dress = {
  words: (line) => line,
  figure: (alt, url) => `![${alt}](${/[\s()]/.test(url) ? `<${url}>` : url})`,
  afterExcerpt: () => [],
  afterPassage: () => [],
};

export function* fieldNote(source: Source, dress: Dress = plainly): Generator<string> {
  yield* header(source, dress);
  yield* metadata(source);
  yield '# coding\n\n';
  const waiting = [...source.passages].reverse();
  // A passage stands behind its last excerpt; one without excerpts stands where its line says.
  function* tracesBefore(at: number): Generator<string> {
    const [last, next] = [source.excerpts[at - 1], source.excerpts[at]];
    for (let passage = waiting.at(-1); passage !== undefined; passage = waiting.at(-1)) {
      const own = passage.excerpts.at(-1);
      if (next !== undefined && (own === undefined ? passage.line >= next.lines[0] : own !== last?.id)) return;
      waiting.pop();
      yield* trace(passage, dress);
    }
  }
  yield* tracesBefore(0);
  let speaker: string | undefined;
  for (const [at, excerpt] of source.excerpts.entries()) {
    yield* evidence(excerpt, excerpt.speaker === speaker ? undefined : excerpt.speaker, dress);
    speaker = excerpt.speaker;
    yield* tracesBefore(at + 1);
  }
  for (const { text, kind } of source.remarks)
    yield kind === 'marker'
      ? `**OPEN CODING TRACE:** ${dress.words(text)}\n\n`
      : `**AXIAL CODING TRACE:**\n\n${dress.words(text)}\n\n`;
}

function* header({ id, header: fields }: Source, { words }: Dress): Generator<string> {
  const [, letter = 's', number = ''] = /^([sp])(\d*)/.exec(id) ?? [];
  yield `# ${letter}\n${number}\n`;
  for (const key of headerKeys) yield `## ${key}\n${words(fields[key])}\n`;
  yield '\n';
}

/** JSON's strings are Python's, too. */
function* metadata({ id, metadata: values, references }: Source): Generator<string> {
  if (values === null && references.length === 0) return;
  const name = /^[A-Za-z_]\w*$/.test(id) ? id : 'source_of_note';
  yield '**AXIAL CODING TRACE:**\n\n```python\n';
  if (values !== null) yield `${name} = CClass(source, ${JSON.stringify(id)}, values=${dictionary(values)})\n`;
  for (const reference of references)
    yield `${reference.id} = CClass(reference, ${JSON.stringify(reference.key)}, values=${dictionary(reference.values)})\n`;
  if (references.length > 0)
    yield `add_links({${name}: [${references.map((reference) => reference.id).join(', ')}]}, role_name="referenced")\n`;
  yield '```\n\n';
}

function dictionary(values: Readonly<Record<string, string | boolean | number>>): string {
  const written = Object.entries(values).map(([key, value]) => `    ${JSON.stringify(key)}: ${python(value)}`);
  return `{\n${written.join(',\n')}}`;
}

const python = (value: string | boolean | number): string =>
  typeof value === 'boolean'
    ? value
      ? 'True'
      : 'False'
    : typeof value === 'number'
      ? String(value)
      : JSON.stringify(value);

/** `speaker` when another one begins to speak. */
function* evidence(excerpt: Excerpt, speaker: string | undefined, dress: Dress): Generator<string> {
  const text = excerpt.withheld === undefined ? excerpt.text : `[withheld: ${excerpt.withheld}]`;
  if (excerpt.kind === 'figure' && excerpt.withheld === undefined) yield `${dress.figure(text, excerpt.url ?? '')}\n`;
  else if (excerpt.kind === 'listing' && excerpt.withheld === undefined) yield fenced(text, excerpt.language ?? '');
  else {
    const sign = excerpt.kind === 'note' ? '' : '> ';
    const lines = [...(speaker === undefined ? [] : [speaker]), ...text.split('\n').map(dress.words)];
    yield lines.map((line) => `${sign}${line}\n`).join('');
  }
  for (const line of dress.afterExcerpt(excerpt)) yield `\n${line}\n`;
  yield '\n';
}

function* trace(passage: Passage, dress: Dress): Generator<string> {
  const { openCodes, remarks, line } = passage;
  const [marked, axialMarked] = partition(
    ofKind(remarks, 'marker'),
    (remark) => remark.line === line && openCodes.length > 0,
  );
  const behind = (words: readonly Remark[]): string => words.map(({ text }) => ` ${dress.words(text)}`).join('');
  if (openCodes.length > 0) {
    yield `**OPEN CODING TRACE:**${behind(marked)}\n\n`;
    yield `${openCodes.map((open) => openCode(open, dress)).join('')}\n`;
  }
  const parts = axialParts(passage);
  if (parts.length > 0 || openCodes.length === 0) {
    yield `**AXIAL CODING TRACE:**${behind(axialMarked)}\n\n`;
    for (const { fence, texts } of parts)
      yield fence
        ? `${fenced(texts.join('\n'), 'python')}\n`
        : texts.map((text) => `${dress.words(text)}\n\n`).join('');
  }
  for (const written of dress.afterPassage(passage)) yield `${written}\n\n`;
}

interface AxialPart {
  readonly fence: boolean;
  readonly texts: string[];
}

/** Statements with their comments, and the words before, between and behind their fences, in the order of their lines. */
function axialParts({ statements, remarks }: Passage): readonly AxialPart[] {
  const words = remarks.filter(({ kind }) => kind !== 'marker');
  const lines = [
    ...words.map(({ text, line, kind }) => ({ text, line, fence: kind === 'comment' })),
    ...statements.map(({ text, line }) => ({ text, line, fence: true })),
  ].sort((a, b) => a.line - b.line);
  const parts: AxialPart[] = [];
  for (const { text, fence } of lines) {
    const last = parts.at(-1);
    if (last?.fence === fence) last.texts.push(text);
    else parts.push({ fence, texts: [text] });
  }
  return parts;
}

const openCode = ({ text, sign }: OpenCode, { words }: Dress): string =>
  `- ${words(text)}${sign === undefined ? '' : ` ${sign}`}\n`;

const ofKind = (remarks: readonly Remark[], kind: Remark['kind']): readonly Remark[] =>
  remarks.filter((remark) => remark.kind === kind);

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] {
  const parts: [T[], T[]] = [[], []];
  for (const item of items) parts[test(item) ? 0 : 1].push(item);
  return parts;
}

/** The fence is longer than any run of back-ticks in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}\n`;
}
