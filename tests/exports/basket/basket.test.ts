import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { type Basket, basketFile, type Chosen } from '../../../src/study/exports/basket-files.ts';
import { basketShards } from '../../../src/study/exports/basket-records.ts';
import { cite } from '../../../src/study/exports/citation.ts';
import { sampleContext } from '../sample-study.ts';

const context = sampleContext();
const { study, site } = context;

/** As the page makes it: from the files of the site, in the reader's order. */
function basketOf(ids: readonly string[]): Basket {
  const shards = study.sources.flatMap((source) => [...basketShards(context, source)].map(([, shard]) => shard));
  const excerpts = ids.flatMap((id) =>
    shards.flatMap((shard): Chosen[] => {
      const found = shard.excerpts.find((excerpt) => excerpt.id === id);
      return found === undefined ? [] : [{ ...found, source: shard.source, address: site + found.path }];
    }),
  );
  const { title, release } = study.settings;
  return {
    study: { title, release, digest: study.digest, edition: 'Study smp.' },
    address: `${site}basket/?ids=${ids.join(',')}`,
    excerpts,
  };
}

const chosen = ['s6-e3', 's3-e1', 'p1-e2', 's6-e2', 's1-e4'];
const basket = basketOf(chosen);

describe('the basket', () => {
  it('gives exactly the chosen excerpts, in their order, in every file', () => {
    const { excerpts } = JSON.parse(basketFile(basket, 'json').text) as { excerpts: { id: string }[] }; // as it was written
    expect(excerpts.map(({ id }) => id)).toEqual(chosen);
    const rows = basketFile(basket, 'csv').text.split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.slice(0, row.indexOf(',')))).toEqual(chosen);
    const links = [...basketFile(basket, 'markdown').text.matchAll(/^> \[([^\]]+)\]\(/gm)].map(([, id]) => id);
    expect(links).toEqual(chosen);
    const keys = parse(basketFile(basket, 'bibtex').text).entries.map(({ key }) => key);
    expect(keys).toEqual(chosen.map((id) => `smp-${id}`));
  });

  it('has notes that are the citations of the excerpts’ own pages', () => {
    const excerpt = study.excerptById.get('s6-e3');
    if (excerpt === undefined) throw new Error('the sample study has it');
    expect(basketFile(basket, 'bibtex').text).toContain(cite(context, { kind: 'excerpt', excerpt }, 'bibtex'));
  });

  it('is safe to open: no cell that a spreadsheet would run, no markup, no markdown of a source', () => {
    expect(basketFile(basket, 'csv').text).toContain(`"'=SUM(A1:A9) is what the clerk wrote, ""twice""`);
    const markdown = basketFile(basket, 'markdown').text;
    expect(markdown).toContain('> \\<b\\>Keys\\</b\\> \\& fires');
    expect(basketFile(basketOf(['s6-e4']), 'markdown').text).toContain('> \\- a list item that begins with a dash');
  });

  it('keeps the lines of a quote apart and inside the quote', () => {
    expect(basketFile(basket, 'markdown').text).toContain('> Flour first.\n>\n> Water second');
  });

  it('says of withheld text why it is not there, and nothing else', () => {
    expect(basketFile(basket, 'markdown').text).toContain('> \\[withheld: no permission of the publisher\\]');
    const csv =
      basketFile(basket, 'csv')
        .text.split('\r\n')
        .find((row) => row.startsWith('s6-e2,')) ?? '';
    expect(csv).toContain(',,no permission of the publisher,');
  });

  it('finds each excerpt in one small file a hundred numbers', () => {
    const [source] = study.sources;
    const [one] = source?.excerpts ?? [];
    if (source === undefined || one === undefined) throw new Error('the sample study has it');
    const many = { ...source, excerpts: [1, 99, 100, 250].map((number) => ({ ...one, number })) };
    expect([...basketShards(context, many)].map(([path, { excerpts }]) => [path, excerpts.length])).toEqual([
      [`basket/${source.id}-0.json`, 2],
      [`basket/${source.id}-1.json`, 1],
      [`basket/${source.id}-2.json`, 1],
    ]);
  });

  it('is empty without a complaint when nothing is chosen', () => {
    const nothing = basketOf([]);
    expect(basketFile(nothing, 'csv').text.split('\r\n')).toHaveLength(2);
    expect(basketFile(nothing, 'json').text).toContain('"excerpts": []');
  });
});
