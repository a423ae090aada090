// Promise 2: every quoted word and every open code of a note is on its source's page, in the HTML as sent. The notes are read here by a
// reader of their own, which knows nothing of the toolkit.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { availableStudies, builtSite, studies } from '../built-site.ts';
import { folded, visibleText } from './visible-text.ts';

interface StudyJson {
  readonly sources: readonly { readonly id: string; readonly file: string; readonly kind: string }[];
  readonly excerpts: readonly {
    readonly source: string;
    readonly repairs?: readonly {
      readonly original: string;
      readonly repaired: string;
      readonly line: number;
      readonly column: number;
    }[];
  }[];
}

// A speaker's label is an attribution: it is shown without the comma or colon that ends it.
const speaker = /^(Interviewer|Participant \d+|Expert [A-Z])\s*[,:]$/;
const marker = /^\s*>?\s*(?:#+\s*)?\**\s*(OPEN|AXIAL)[ _]CODING/i;

/** Quoted paragraphs and lines of open-coding traces, as an editor shows them. */
function wordsOf(text: string): readonly { readonly line: number; readonly words: string }[] {
  const found: { line: number; words: string }[] = [];
  let state: 'text' | 'quote' | 'open' | 'axial' = 'text';
  let fence = false;
  text.split(/\r\n|\n|\r/).forEach((line, i) => {
    const bare = line.trim();
    if (/^`{3,}/.test(bare)) {
      fence = !fence;
      return;
    }
    if (fence) return;
    const mark = marker.exec(line);
    if (mark) state = mark[1]?.toUpperCase() === 'OPEN' ? 'open' : 'axial';
    else if (bare.startsWith('>')) {
      state = 'quote';
      found.push({ line: i + 1, words: bare.slice(1) });
    } else if (bare === '' || bare.startsWith('![') || /^# coding$/i.test(bare)) {
      if (state === 'quote') state = 'text';
    } else if (state === 'quote') found.push({ line: i + 1, words: bare });
    else if (state === 'open')
      found.push({ line: i + 1, words: bare.replace(/^(?:->|[-*•])\s+/, '').replace(/\s[+-]$/, '') });
  });
  return found
    .map(({ line, words }) => ({ line, words: words.trim().replace(speaker, '$1') }))
    .filter(({ words }) => folded(words) !== '');
}

/** A note's text with the repairs that the study declares, at the places that it names. */
function repaired(text: string, study: StudyJson, source: string): string {
  const lines = text.split(/(\r\n|\n|\r)/);
  const all = study.excerpts.filter((excerpt) => excerpt.source === source).flatMap((excerpt) => excerpt.repairs ?? []);
  for (const { original, repaired: shown, line, column } of [...all].sort((a, b) => b.column - a.column)) {
    const characters = [...(lines[(line - 1) * 2] ?? '')];
    const before = characters.slice(0, column - 1).join('');
    const rest = characters.slice(column - 1).join('');
    if (rest.startsWith(original)) lines[(line - 1) * 2] = before + shown + rest.slice(original.length);
  }
  return lines.join('');
}

describe.each(availableStudies)('the site of %s', (name) => {
  it('shows every quoted word and every open code on the page of its source', async () => {
    const out = await builtSite(name);
    // study.json is what the schema says: only the fields named above are read.
    const study = JSON.parse(readFileSync(`${out}/exports/study.json`, 'utf8')) as StudyJson;
    const missing: string[] = [];
    let looked = 0;
    for (const { id, file } of study.sources) {
      const note = repaired(readFileSync(`${studies[name]}/${file}`, 'utf8'), study, id);
      const page = folded(visibleText(readFileSync(`${out}/s/${id}/index.html`, 'utf8')));
      for (const { line, words } of wordsOf(note)) {
        looked += 1;
        if (!page.includes(folded(words))) missing.push(`${file}:${line}: ${folded(words).slice(0, 80)}`);
      }
    }
    expect(missing).toEqual([]);
    expect(looked).toBeGreaterThan(50);
  });
});
