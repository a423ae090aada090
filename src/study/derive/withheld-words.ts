// In: the texts that are withheld, and the sentences that researchers wrote beside them. Out: which of these quote what is withheld.
// Four words in a row that stand in a withheld text are taken for a quotation. Linear in both.

const run = 4;

/** True for a text that repeats a run of words of a withheld one. */
export type Quotes = (text: string) => boolean;

/** Only the runs of `candidates` are kept, which are few; the withheld texts may be the whole study and are passed over once. */
export function withheldQuotes(withheld: Iterable<string>, candidates: Iterable<string>): Quotes {
  const runs = new Set<string>();
  for (const text of candidates) for (const words of runsOf(text)) runs.add(words);
  const found = new Set<string>();
  for (const text of withheld) for (const words of runsOf(text)) if (runs.has(words)) found.add(words);
  return (text) => found.size > 0 && runsOf(text).some((words) => found.has(words));
}

/** The words of a text in lower case, without signs: `It's a–b` → `it s a b`. */
export const foldedWords = (text: string): string => wordsOf(text).join(' ');

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Runs of four words; a text of fewer words is no quotation here, its place decides (publish.ts). */
function runsOf(text: string): string[] {
  const words = wordsOf(text);
  const runs: string[] = [];
  for (let start = 0; start + run <= words.length; start += 1) runs.push(words.slice(start, start + run).join(' '));
  return runs;
}
