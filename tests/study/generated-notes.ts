// Out: fast-check's generators: notes of the grammar together with what they say, and notes that were damaged on their way.

import fc from 'fast-check';

/** A note and what must be read from it. */
export interface GeneratedNote {
  readonly text: string;
  readonly excerpts: readonly { readonly kind: 'quote' | 'figure' | 'listing'; readonly text: string }[];
  readonly traces: readonly { readonly openCodes: readonly string[]; readonly codes: readonly string[] }[];
}

type Block =
  | { readonly kind: 'quote'; readonly lines: readonly string[]; readonly lazy: boolean }
  | { readonly kind: 'figure'; readonly words: string }
  | { readonly kind: 'listing'; readonly code: string }
  | {
      readonly kind: 'trace';
      readonly openCodes: readonly string[];
      readonly codes: readonly (readonly [string, boolean])[];
    };

const vocabulary =
  'platform team product quality contract lineage storage stream access owner domain cost event café übersicht 数据 🙂'.split(
    ' ',
  );
const word = fc.constantFrom(...vocabulary);
const phrase = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: least, maxLength: most }).map((words) => words.join(' '));
const sentence = fc
  .tuple(phrase(3, 25), fc.constantFrom('.', '?', ' *so*.', ' | a_b.', ' {x} <y> $1.', ' “so”.', ' # 3.'))
  .map(([words, end]) => `The ${words}${end}`);
const name = fc.array(fc.constantFrom('access', 'policy', 'cost', 'data', 'event', 'owner'), {
  minLength: 1,
  maxLength: 3,
});
const identifier = name.map((parts) => `x_${parts.join('_')}`);

const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('quote'),
      lines: fc.array(sentence, { minLength: 1, maxLength: 4 }),
      lazy: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('figure'), words: phrase(0, 4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('listing'),
      code: phrase(1, 6).map((words) => `select ${words}\n  from x;`),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('trace'),
      openCodes: fc.array(fc.oneof(identifier, phrase(1, 4)), { minLength: 1, maxLength: 4 }),
      codes: fc.uniqueArray(fc.tuple(identifier, fc.boolean()), { minLength: 1, maxLength: 4, selector: ([id]) => id }),
    }),
  },
);

const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

export const generatedNote: fc.Arbitrary<GeneratedNote> = fc
  .tuple(fc.nat(99), phrase(1, 6), fc.array(block, { maxLength: 12 }), fc.boolean(), eol)
  .map(([number, title, blocks, coding, end]) => {
    const parts = [headerOf(number, title), ...(coding ? ['# coding\n'] : []), ...blocks.map(textOf)];
    return { text: parts.join('\n').replace(/\n/g, end), ...meaningOf(blocks) };
  });

function headerOf(number: number, title: string): string {
  const metadata = `s${number} = CClass(source, "s${number}", values={"title": "${title}", "url": "https://example.org/a", "example": True})`;
  return `# s\n${number}\n## url\nhttps://example.org/a\n## title\n${title}\n## example\nyes\n\n**AXIAL CODING TRACE:**\n\n\`\`\`python\n${metadata}\n\`\`\`\n`;
}

function textOf(one: Block): string {
  switch (one.kind) {
    case 'quote':
      return `> ${one.lines.join(one.lazy ? '\n' : '\n> ')}\n`;
    case 'figure':
      return `![${one.words}](https://example.org/a.png)\n`;
    case 'listing':
      return `\`\`\`sql\n${one.code}\n\`\`\`\n`;
    case 'trace': {
      const statements = one.codes.map(([id, defined]) =>
        defined ? `${id} = CClass(practice, "Label of ${id}")` : id,
      );
      return `**OPEN CODING TRACE:**\n\n${one.openCodes.join('\n\n')}\n\n**AXIAL CODING TRACE:**\n\n\`\`\`python\n${statements.join('\n')}\n\`\`\`\n`;
    }
  }
}

function meaningOf(blocks: readonly Block[]): Pick<GeneratedNote, 'excerpts' | 'traces'> {
  const excerpts: GeneratedNote['excerpts'][number][] = [];
  const traces: GeneratedNote['traces'][number][] = [];
  for (const [i, one] of blocks.entries()) {
    // A fence behind a trace is the trace's own, whatever it holds.
    const inTrace = one.kind === 'listing' && isOpen(blocks, i);
    if (one.kind === 'quote') excerpts.push({ kind: 'quote', text: one.lines.join('\n') });
    else if (one.kind === 'figure') excerpts.push({ kind: 'figure', text: one.words });
    else if (one.kind === 'listing' && !inTrace) excerpts.push({ kind: 'listing', text: one.code });
    else if (one.kind === 'trace') traces.push({ openCodes: one.openCodes, codes: one.codes.map(([id]) => id) });
  }
  return { excerpts, traces };
}

/** A trace stays open until the next excerpt, image or marker. */
function isOpen(blocks: readonly Block[], i: number): boolean {
  for (let before = i - 1; before >= 0; before -= 1) {
    const kind = blocks[before]?.kind;
    if (kind === 'trace') return true;
    if (kind !== 'listing') return false;
  }
  return false;
}

/** Notes of the grammar in which a listing never follows a trace, so that their meaning is plain. */
export const plainNote: fc.Arbitrary<GeneratedNote> = generatedNote.filter(({ text }) => !/```\s*```sql/.test(text));

/** Lines that break something wherever they land. */
const nasty = fc.constantFrom(
  '```',
  '```python',
  '````',
  '> ```',
  '>',
  '> >',
  '>>>> a',
  '**OPEN CODING TRACE:**',
  '> **AXIAL CODING TRACE:** words',
  '### open coding',
  'AXIAL CODING:',
  '# s',
  '# p12',
  '## title',
  '## url:',
  '## nonsense',
  '# coding',
  '![',
  '![a](',
  '![a](b c)',
  '![a](http://x.test/(1).png "t")',
  'x = CClass(practice, "a',
  "'''",
  '"""',
  'add_links({a: [b, c]}, role_name="to")',
  'add_force_relations({a: {b: positive}})',
  '- <ins>Option: </ins>',
  '- <ins>Option: </ins> words',
  '-> a -> b',
  'code +',
  'code -',
  '-',
  'Familiar options: a, b and c',
  'Interviewer:',
  '> Participant 2,',
  'added to s5:',
  '\u00ad\u200b',
  'a\u200bb',
  '\u000b',
  'di\u000berent',
  'itâ€™s',
  'Ã¢â‚¬â„¢',
  'ðŸ™‚',
  '\0',
  '\u001b[31m',
  '\u2028',
  '\u0085',
  '   ',
  '\t> a',
  'plаtform',
  '__proto__',
  'constructor = CClass(practice, "toString")',
  's1 = CClass(source, "s1", values={"__proto__": "x", "title": 3})',
  '# comment',
  'for a in b:',
  '    indented',
  'a,\n   b',
  ')',
  '}})',
  '; ; ;',
  '\ud83d',
  'ﬁ',
  'e\u0301',
);

type Damage = (lines: string[], at: number, line: string) => void;
const damages: readonly Damage[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at, line) => lines.splice(at, 0, line),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at) => lines.splice(0, lines.length, ...lines.slice(at), ...lines.slice(0, at)),
  (lines, at) => lines.splice(at),
  (lines, at, line) => lines.splice(at, 1, `${lines[at] ?? ''}${line}`),
  (lines, at, line) => lines.splice(at, 1, `${line}${lines[at] ?? ''}`),
  (lines, at) => lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`),
  (lines, at) => lines.splice(at, 1, (lines[at] ?? '').slice(Math.floor((lines[at] ?? '').length / 2))),
];
const damage = fc.tuple(fc.nat(damages.length - 1), fc.nat(199), nasty);

/** As some editor or tool would have saved it. */
const savings: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text.replace(/\r\n|\r|\n/g, '\r\n')),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(Buffer.from(text).toString('latin1')),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
];

const strayByte = fc.tuple(fc.nat(9999), fc.constantFrom(0, 0x1b, 0x80, 0x96, 0xa0, 0xc3, 0xe2, 0xf0, 0xff));

/** The bytes of a note that was damaged, saved in some encoding, and has some stray bytes in it. */
export const damagedNote: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    generatedNote,
    fc.array(damage, { maxLength: 8 }),
    fc.nat(savings.length - 1),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(strayByte, { maxLength: 4 }) },
    ),
    fc.option(fc.nat(9999), { freq: 8 }),
  )
  .map(([{ text }, wounds, saving, stray, cut]) => {
    const lines = text.split('\n');
    for (const [kind, at, line] of wounds) damages[kind]?.(lines, at % Math.max(lines.length, 1), line);
    const bytes = savings[saving]?.(lines.join('\n')) ?? new Uint8Array();
    const copy = Uint8Array.from(bytes);
    for (const [at, byte] of stray) if (copy.length > 0) copy[at % copy.length] = byte;
    return cut === null ? copy : copy.subarray(0, copy.length - (cut % Math.max(copy.length, 1)));
  });
