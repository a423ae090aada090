import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildStudy } from '../../../src/study/build-study.ts';
import { reviseLedger } from '../../../src/study/derive/revise-ledger.ts';
import { parseLedger } from '../../../src/study/model/anchors/ledger.ts';
import type { Excerpt, Study } from '../../../src/study/model/study.ts';

const notes = fileURLToPath(new URL('../../../../shared/studies/self-serve-platform/notes', import.meta.url));
const none = { withdraw: [], renumber: new Map<string, string>(), accept: new Set<string>() };

/** The same study with other excerpts; their ids are what the ledger has to find out. */
const withExcerpts = (study: Study, change: (excerpts: readonly Excerpt[]) => readonly Excerpt[]): Study => ({
  ...study,
  sources: study.sources.map((source) => ({ ...source, excerpts: change(source.excerpts) })),
});

const idAndText = (text: string): Map<string, string> =>
  new Map(
    parseLedger(text)
      .entries.filter(({ status }) => status === 'live')
      .map(({ id, hash }) => [id, hash]),
  );

// The notes are third-party text that lies beside the project and not in it.
describe.skipIf(!existsSync(notes))('the ledger of 49 real notes', async () => {
  const study = existsSync(notes) ? (await buildStudy({ directory: notes })).study : null;
  if (study === null) return;
  const first = reviseLedger(study, null, none);

  it('numbers every excerpt in order, and is the same when made again', () => {
    const ids = study.sources.flatMap(({ id, excerpts }) => excerpts.map((_, at) => `${id}-e${at + 1}`));
    expect([...idAndText(first.text).keys()].toSorted()).toEqual(ids.toSorted());
    expect(reviseLedger(study, first.text, none)).toMatchObject({
      changed: false,
      text: first.text,
      open: [],
      before: [],
    });
  });

  it('keeps every id when a quote is inserted at the top of each note', () => {
    const inserted = { kind: 'quote', text: 'Nobody ever said these words about ovens before.' } as const;
    const now = withExcerpts(study, (excerpts) =>
      excerpts.flatMap((one, at) => (at === 0 ? [{ ...one, ...inserted }, one] : [one])),
    );
    const after = idAndText(reviseLedger(now, first.text, none).text);
    for (const [id, hash] of idAndText(first.text)) expect([id, after.get(id)]).toEqual([id, hash]);
  });

  it('keeps every id when each note is turned upside down, or loses every third excerpt', () => {
    for (const change of [
      (excerpts: readonly Excerpt[]) => excerpts.toReversed(),
      (excerpts: readonly Excerpt[]) => excerpts.filter((_, at) => at % 3 !== 2),
    ]) {
      const now = withExcerpts(study, change);
      const result = reviseLedger(now, first.text, none);
      const [before, after] = [idAndText(first.text), idAndText(result.text)];
      for (const [id, hash] of after) expect([id, hash]).toEqual([id, before.get(id)]);
      expect(after.size).toBe(now.sources.reduce((sum, { excerpts }) => sum + excerpts.length, 0));
    }
  });

  it('keeps every id of eight words or more through one typing error in each excerpt', () => {
    const typo = (text: string): string => text.replace(/(\p{L})(\s+\S+)$/u, '$1x$2');
    const now = withExcerpts(study, (excerpts) =>
      excerpts.map((one) => (one.text.split(/\s+/).length >= 8 ? { ...one, text: typo(one.text) } : one)),
    );
    const after = idAndText(reviseLedger(now, first.text, none).text);
    expect([...after.keys()].toSorted()).toEqual([...idAndText(first.text).keys()].toSorted());
  });
});
