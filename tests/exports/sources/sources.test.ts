import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStudy } from '../../../src/study/build-study.ts';
import type { ExportContext } from '../../../src/study/exports/format.ts';
import { escapeTex, plainLine } from '../../../src/study/exports/escape-tex.ts';
import { referenceItem, sourceKind } from '../../../src/study/exports/reference.ts';
import { biblatexEntry, sourcesBib } from '../../../src/study/exports/sources-bib.ts';
import { bibtexEntry, sourcesBibtex } from '../../../src/study/exports/sources-bibtex.ts';
import { cslItem, sourcesCsl } from '../../../src/study/exports/sources-csl.ts';
import { risRecord, sourcesRis } from '../../../src/study/exports/sources-ris.ts';
import type { Source } from '../../../src/study/model/study.ts';
import { sampleContext, sampleStudy, trickyTitle } from '../sample-study.ts';
import { writtenBy } from '../written.ts';

const context = sampleContext();
const all = [sourcesBib, sourcesBibtex, sourcesRis, sourcesCsl];
const main = (format: (typeof all)[number], of: ExportContext = context): string =>
  [...writtenBy(format, of).values()][0] ?? '';
const itemOf = (source: Source) => referenceItem(context, { kind: 'original', source });
const source = (id: string): Source => {
  const found = context.study.sourceById.get(id);
  if (found === undefined) throw new Error(`the sample study has ${id}`);
  return found;
};

/** What TeX spells in another way and means the same. */
const folded = (text: string): string =>
  plainLine(text)
    .replace(/[\p{Extended_Pictographic}]/gu, '')
    .replace(/["“”„«»]|``|''/g, '"')
    .replace(/[‘’`']/g, "'")
    .replaceAll('…', '...')
    .replace(/\s+/gu, ' ')
    .trim();

function entries(bib: string) {
  const { entries: found, errors } = parse(bib, { sentenceCase: false });
  expect(errors).toEqual([]);
  return found;
}

describe('the files of all sources', () => {
  it.each([
    ['sources.bib', sourcesBib],
    ['sources-bibtex.bib', sourcesBibtex],
    ['sources.ris', sourcesRis],
    ['sources.csl.json', sourcesCsl],
  ] as const)('%s is as expected', async (name, format) => {
    await expect(main(format)).toMatchFileSnapshot(`expected/${name}`);
  });

  it('hold one entry a source, in study order, with the study in the key', () => {
    const keys = context.study.sources.map(({ id }) => `smp-${id}`);
    expect(entries(main(sourcesBib)).map(({ key }) => key)).toEqual(keys);
    expect(entries(main(sourcesBibtex)).map(({ key }) => key)).toEqual(keys);
    expect(main(sourcesRis).match(/^ID {2}- .*(?=\r$)/gm)).toEqual(keys.map((key) => `ID  - ${key}`));
    expect((JSON.parse(main(sourcesCsl)) as { id: string }[]).map(({ id }) => id)).toEqual(keys); // written here
  });

  it('come with a file of their own for each source, which says the same', () => {
    for (const format of all) {
      const files = writtenBy(format, context);
      expect(files.size).toBe(1 + context.study.sources.length);
    }
    expect(writtenBy(sourcesBib, context).get('exports/sources/s6.bib')).toBe(biblatexEntry(itemOf(source('s6'))));
    expect(writtenBy(sourcesRis, context).get('exports/sources/s6.ris')).toBe(risRecord(itemOf(source('s6'))));
    expect(JSON.parse(writtenBy(sourcesCsl, context).get('exports/sources/s6.csl.json') ?? '')).toEqual([
      cslItem(itemOf(source('s6'))),
    ]);
  });

  it('of a study without sources are still whole files', () => {
    const nothing = sampleContext({ ...sampleStudy(), sources: [] });
    expect(JSON.parse(main(sourcesCsl, nothing))).toEqual([]);
    expect(entries(main(sourcesBib, nothing))).toEqual([]);
    expect(main(sourcesRis, nothing)).toBe('');
  });
});

describe('an independent reader of bib files', () => {
  it('finds the titles that went in', () => {
    for (const [index, { fields }] of entries(main(sourcesBib)).entries()) {
      expect(folded(String(fields['title']))).toBe(folded(context.study.sources[index]?.title ?? ''));
    }
    const [tricky] = entries(main(sourcesBibtex));
    expect(folded(String(tricky?.fields['title']))).toBe(folded(trickyTitle));
  });

  it('finds authors, organisations, dates and addresses, and nothing where nothing is known', () => {
    const [s1, s2, s3] = entries(main(sourcesBib));
    expect(s1?.fields.author).toEqual([
      { lastName: 'Müller', firstName: 'Jürgen' },
      { lastName: 'Eijk', firstName: 'Tom', prefix: 'van' },
    ]);
    expect(s1?.fields['date']).toBe('2021-02-04');
    expect(s1?.fields['url']).toBe('https://blog.example.org/2021/02/cost_and_care?a=1&b=50%25#part~2');
    expect(Object.keys(s2?.fields ?? {})).not.toEqual(expect.arrayContaining(['author']));
    expect(s2?.fields['date']).toBeUndefined();
    expect(s3?.fields.author).toEqual([{ name: 'Lamp & Wick Ltd' }]);
    const [, classic] = entries(main(sourcesBibtex));
    expect(classic?.fields['year']).toBe('n.d.');
    expect(main(sourcesBibtex)).toContain('  key = {s2},');
  });

  it('finds any title again, whatever it is made of', () => {
    const letters = 'abcXYZ 019{}%#&_~^$\\"\'`<>|-–—éüñßØ≤→×,.;:?!()[]@=*/';
    const base = source('s6');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 40 }), (title) => {
        const item = { ...itemOf(base), title: plainLine(title) || 'x' };
        const found = entries(biblatexEntry(item) + bibtexEntry(item));
        expect(found.map(({ key }) => key)).toEqual(['smp-s6', 'smp-s6']);
        // Quotation marks pair up and dashes join in TeX; letters and signs are what must survive.
        const kept = (text: string): string =>
          text
            .normalize('NFC')
            .replace(/[\s"“”'‘’`–—-]/gu, '')
            .replaceAll('…', '...');
        for (const { fields } of found) expect(kept(String(fields['title']))).toBe(kept(item.title));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('finds the very letters, apostrophes, quotation marks and dashes of a title', () => {
    const item = { ...itemOf(source('s6')), title: '¿Naïve “teams” can’t – or won’t — measure 5 µm at 3 °C, señor' };
    const [biblatex, classic] = entries(biblatexEntry(item) + bibtexEntry(item)).map(({ fields }) =>
      String(fields['title']).normalize('NFC'),
    );
    expect(biblatex).toBe(item.title);
    expect(classic).toBe(item.title.replaceAll('’', "'"));
  });

  it('keeps a name in one piece whose letters would end it', () => {
    const authors = [
      { family: 'الخوارزمي', given: 'محمد' },
      { family: 'Doe, Jr.', given: 'Jo' },
    ];
    const item = itemOf({ ...source('s6'), bibliography: { authors } });
    // A bracket ends the label that natbib makes of a name.
    expect(/author = .*/.exec(bibtexEntry(item))?.[0]).toMatch(
      /^author = \{\{\[U[^{}]+\]\}, \{\[U[^{}]+\]\} and \{Doe, Jr\.\}, Jo\},$/,
    );
  });

  it('finds a DOI whole, old ones with angle brackets too', () => {
    const doi = '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O';
    const item = itemOf({ ...source('s6'), bibliography: { doi: `https://doi.org/${doi}` } });
    const [biblatex] = entries(biblatexEntry(item));
    expect(biblatex?.fields['doi']).toBe(doi);
    expect(bibtexEntry(item)).toContain('DOI: \\url{https://doi.org/10.1002/(SICI)1097-4571(199806)49:8\\%3C693');
  });
});

describe('text for TeX', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 60 });

  it('opens and closes as many braces, and holds no comment, parameter or cell mark of its own', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('ascii', 'unicode'), (text, flavour) => {
        const written = escapeTex(text, flavour).text;
        let depth = 0;
        for (const character of written.replace(/\\[%#&_$]/g, '')) {
          if (character === '{') depth += 1;
          if (character === '}') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(written.replace(/\\[%#&_$]/g, '')).not.toMatch(/[%#&_\n\r]/);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it('is pure ASCII in the classic file', () => {
    expect(main(sourcesBibtex)).toMatch(/^[\n -~]*$/);
    fc.assert(
      fc.property(hostile, (text) => /^[ -~]*$/.test(escapeTex(text, 'ascii').text)),
      { numRuns: 500, seed: 3 },
    );
  });

  it('holds only commands of a short list', () => {
    const commands = [...new Set(`${main(sourcesBib)}${main(sourcesBibtex)}`.match(/\\[A-Za-z]+/g))].sort();
    expect(commands).toEqual(
      [
        '\\le',
        '\\rightarrow',
        '\\ss',
        '\\textasciicircum',
        '\\textasciitilde',
        '\\textbackslash',
        '\\textbraceleft',
        '\\textbraceright',
        '\\times',
        '\\url',
      ].filter((command) => commands.includes(command)),
    );
  });

  it('says what it left out and what pdfLaTeX cannot set', () => {
    expect(escapeTex('a 🙂 b', 'unicode')).toEqual({ text: 'a b', removed: ['U+1F642'], beyond: false });
    expect(escapeTex('ψωμί', 'unicode')).toEqual({ text: 'ψωμί', removed: [], beyond: true });
    expect(escapeTex('ψωμί', 'ascii')).toEqual({ text: 'psomi', removed: [], beyond: true });
    expect(main(sourcesBib)).toContain('% smp-s5: left out, since TeX has no sign for them: U+1F642.');
    expect(main(sourcesBib)).toContain('% For XeLaTeX or LuaLaTeX only: smp-s4.');
  });

  it('keeps two hyphens apart, opens and closes quotation marks, and never prints a straight one', () => {
    expect(escapeTex('a--b "c" ("d") x="e" ’”', 'ascii').text).toBe("a-{}-b ``c'' (``d'') x=``e'' '{}''");
    expect(escapeTex('why?“x” –- ’’', 'ascii').text).toBe("why?{}``x'' --{}- '{}'");
    expect(escapeTex('–- ’’ !‘', 'unicode').text).toBe('–{}- ’{}’ !{}‘');
  });

  it('closes German and Danish quotation marks where they close', () => {
    expect(escapeTex('„eins“ ‚zwei‘ »tre« «quatre»', 'ascii').text).toBe("``eins'' `zwei' ``tre'' ``quatre''");
  });

  it('takes linear time', () => {
    const time = (length: number): number => {
      const text = '"-\\{🙂é '.repeat(length);
      const before = performance.now();
      escapeTex(text, 'ascii');
      return performance.now() - before;
    };
    time(1000);
    expect(time(40_000)).toBeLessThan(60 * Math.max(4, time(4_000)));
  });
});

describe('RIS', () => {
  it('has no line that a title, a name or a note could have started', () => {
    const item = {
      ...itemOf(source('s6')),
      title: 'A\r\nER  - \r\nTY  - BOOK',
      genre: 'x\nKW  - y',
      authors: [{ name: 'B\nER  - ' }],
    };
    const lines = risRecord(item).split('\r\n');
    expect(lines.filter((line) => line.startsWith('ER'))).toEqual(['ER  - ']);
    expect(lines.filter((line) => line.startsWith('TY'))).toHaveLength(1);
    expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  });

  it('ends an organisation in a comma, so that its last word is no family name', () => {
    expect(main(sourcesRis)).toContain('AU  - Lamp & Wick Ltd,\r\n');
    const authors = [{ name: 'Acme, Inc.' }, { family: 'Doe, Jr.', given: 'Jo' }, { family: 'van Eijk' }];
    const record = risRecord(itemOf({ ...source('s6'), bibliography: { authors } }));
    expect(record.match(/^AU .*(?=\r$)/gm)).toEqual(['AU  - Acme Inc.,', 'AU  - Doe Jr., Jo', 'AU  - van Eijk,']);
  });
});

describe('the kind of a source', () => {
  it('is a blog post when a date or an author is known, else a web page; a report, a PDF and an interview are what they are', () => {
    const kinds = context.study.sources.map((each) => [each.id, sourceKind(each)]);
    expect(Object.fromEntries(kinds)).toEqual({
      s1: 'blog',
      s2: 'web',
      s3: 'report',
      s4: 'blog',
      s5: 'blog',
      s6: 'blog',
      s10: 'web',
      p1: 'interview',
    });
    expect(sourceKind({ ...source('s2'), url: 'https://example.org/a.pdf?x=1#p' })).toBe('report');
  });

  it('leaves out a date that is none', () => {
    const odd = { ...source('s6'), bibliography: { date: 'last spring' } };
    expect(itemOf(odd).date).toBe('');
    expect(bibtexEntry(itemOf(odd))).toContain('year = {n.d.}');
  });
});

const corpora = ['seeds', 'self-serve-platform'].map((name) => ({
  name,
  url: new URL(`../../../../shared/studies/${name}/`, import.meta.url),
}));

describe('over the real corpora', () => {
  for (const { name, url } of corpora) {
    it.skipIf(!existsSync(url))(
      `${name}: titles and keys come back from both bib files, the same bytes each time`,
      async () => {
        const { study } = await buildStudy({ directory: fileURLToPath(url) });
        const real: ExportContext = { study, site: 'https://review.example.org/', excerptPages: true };
        for (const format of [sourcesBib, sourcesBibtex]) {
          const found = entries(main(format, real));
          expect(found.map(({ key }) => key)).toEqual(study.sources.map(({ id }) => `${study.settings.key}-${id}`));
          found.forEach(({ fields }, index) => {
            expect(folded(String(fields['title']))).toBe(folded(study.sources[index]?.title ?? ''));
          });
        }
        const digest = (): string[] =>
          all.map((format) => createHash('sha256').update(main(format, real)).digest('hex'));
        expect(digest()).toEqual(digest());
      },
    );
  }
});
