// In: many short texts and some long ones, all folded. Out: which of the short ones stand in a long one, word by word. All are looked for
// in one walk over the long texts (Aho and Corasick 1975, over words instead of letters), so that ten thousand open codes of one passage
// cost no more than their own length and that of its excerpts.

/** A word, or one character that belongs to none: a text that stands between no letters begins and ends with one of these. */
const tokens = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu;

interface Trie {
  /** Node and word → node; nodes are counted from 0, the root. */
  readonly next: Map<number, number>;
  readonly vocabulary: Map<string, number>;
  /** For each node: the node of its longest proper suffix, and the wanted texts that end there. */
  readonly suffix: number[];
  readonly ends: (number | undefined)[];
}

/** `wanted` holds no empty text and none twice. */
export function findWords(wanted: readonly string[], texts: readonly string[]): ReadonlySet<string> {
  const trie = plant(wanted);
  const found = new Set<string>();
  const seen = new Uint8Array(trie.suffix.length);
  for (const text of texts) {
    let node = 0;
    for (const [token] of text.matchAll(tokens)) {
      const word = trie.vocabulary.get(token);
      node = word === undefined ? 0 : follow(trie, node, word);
      // A node that was seen has been looked up, with all its suffixes.
      for (let at = node; at !== 0 && seen[at] === 0; at = trie.suffix[at] ?? 0) {
        seen[at] = 1;
        const end = trie.ends[at];
        if (end !== undefined) found.add(wanted[end] ?? '');
      }
    }
  }
  return found;
}

const mostWords = 2 ** 26;
const edge = (node: number, word: number): number => node * mostWords + word;

function follow(trie: Trie, from: number, word: number): number {
  let node = from;
  for (;;) {
    const next = trie.next.get(edge(node, word));
    if (next !== undefined) return next;
    if (node === 0) return 0;
    node = trie.suffix[node] ?? 0;
  }
}

function plant(wanted: readonly string[]): Trie {
  const trie: Trie = { next: new Map(), vocabulary: new Map(), suffix: [0], ends: [undefined] };
  const [parents, words, depths] = [[0], [0], [0]];
  wanted.forEach((text, i) => {
    let node = 0;
    for (const [token] of text.matchAll(tokens)) {
      const word = trie.vocabulary.get(token) ?? trie.vocabulary.size;
      trie.vocabulary.set(token, word);
      let next = trie.next.get(edge(node, word));
      if (next === undefined) {
        next = parents.push(node) - 1;
        words.push(word);
        depths.push((depths[node] ?? 0) + 1);
        trie.next.set(edge(node, word), next);
        trie.ends.push(undefined);
        trie.suffix.push(0);
      }
      node = next;
    }
    trie.ends[node] = i;
  });
  // The suffix of a node is that of its parent, one word on; so parents come first.
  const order = depths.map((_, node) => node).sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0));
  for (const node of order) {
    const parent = parents[node] ?? 0;
    if (parent !== 0) trie.suffix[node] = follow(trie, trie.suffix[parent] ?? 0, words[node] ?? 0);
  }
  return trie;
}
