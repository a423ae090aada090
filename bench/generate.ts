// In: how many sources and excerpts, and a seed. Out: an invented study, the same for the same numbers: nonsense about kitchens, in the
// notes' own format, with passages, open codes, axial fences and headers like those of real notes.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StudySize {
  readonly sources: number;
  /** Of each source. */
  readonly excerpts: number;
  readonly seed: number;
}

/** Writes the study; gives its folder. */
export function generateStudy(folder: string, size: StudySize): string {
  const notes = join(folder, 'sources');
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(folder, 'study.yaml'), 'title: A generated study\nkey: bench\nlanguage: en\n');
  for (let number = 1; number <= size.sources; number++) {
    writeFileSync(join(notes, `s_${number}.md`), noteText(number, size));
  }
  return folder;
}

function noteText(number: number, { excerpts, seed, sources }: StudySize): string {
  const random = randomNumbers(seed * 1_000_003 + number);
  const codes = Math.max(20, Math.min(2_000, Math.round(sources / 2)));
  const parts = [header(number, sentence(random, 6))];
  for (let excerpt = 1; excerpt <= excerpts; excerpt++) {
    parts.push(`> ${excerpt % 9 === 1 ? sentence(random, 5) : paragraph(random)}`);
    if (excerpt % 5 === 0) parts.push(trace(random, codes, excerpt === 5 ? definedIn(number, sources, codes) : []));
  }
  return `${parts.join('\n\n')}\n`;
}

const header = (number: number, title: string): string => `# s
${number}
## url
https://kitchens.example/${number}
## tiny url
https://tiny.example/k${number}
## archive url
https://archive.example/${number}
## title
${title}
## source code
no
## example
yes
## source type
Practitioner Audience Article
## author type
Practitioner
## references

# coding`;

/** Each code is defined once, in a source of its own. */
const definedIn = (source: number, sources: number, codes: number): readonly number[] =>
  Array.from({ length: Math.ceil(codes / sources) }, (_, round) => source - 1 + round * sources).filter(
    (code) => code < codes,
  );

const kinds = ['practice', 'pattern', 'force', 'decision'];
const codeName = (code: number): string => `kitchen_code_${code}`;

function trace(random: () => number, codes: number, defined: readonly number[]): string {
  const chosen = [1, 2, 3].map(() => codeName(Math.floor(random() ** 2 * codes)));
  const definitions = defined.map(
    (code) => `${codeName(code)} = CClass(${kinds[code % 4] ?? ''}, "Kitchen code ${code}")`,
  );
  const open = [sentence(random, 4), ...chosen.map((code) => code.replaceAll('_', ' '))];
  return `**OPEN CODING TRACE:**

${open.join('\n')}

**AXIAL CODING TRACE:**

\`\`\` python
${[...definitions, ...chosen].join('\n')}
\`\`\``;
}

const words =
  `oven kettle spoon bread butter slowly warm cold table window baker flour sugar often never kitchen lamp chair
morning evening stirs waits carries forgets remembers heavy light copper wooden and or while because under over beside`.split(
    /\s+/,
  );

const word = (random: () => number): string => words[Math.floor(random() * words.length)] ?? 'oven';

function sentence(random: () => number, length: number): string {
  const text = Array.from({ length }, () => word(random)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const paragraph = (random: () => number): string =>
  Array.from(
    { length: 2 + Math.floor(random() * 4) },
    () => `${sentence(random, 8 + Math.floor(random() * 12))}.`,
  ).join(' ');

/** Mulberry32: small, seeded, the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
