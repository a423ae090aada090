// The pages of the theory and the plots of the embedded study, against a recount of its study.json that shares no code with them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtSite } from '../built-site.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

interface Passage {
  readonly id: string;
  readonly source: string;
  readonly codes: readonly string[];
}
interface StudyJson {
  readonly sources: readonly { readonly id: string }[];
  readonly passages: readonly Passage[];
  readonly codes: readonly {
    readonly id: string;
    readonly slug: string;
    readonly kind: string | null;
    readonly passages: readonly string[];
  }[];
  readonly memos: readonly unknown[];
  readonly claims: readonly { readonly id: string; readonly section: string; readonly evidence: readonly string[] }[];
  readonly companion: {
    readonly classes: readonly { readonly id: string; readonly kind: string }[];
    readonly options: readonly { readonly decision: string; readonly option: string }[];
    readonly forces: readonly {
      readonly solution: string;
      readonly force: string;
      readonly impact: readonly string[];
    }[];
    readonly evidence: readonly { readonly source: string; readonly code: string }[];
    readonly views: readonly unknown[];
  };
}

let site = '';
let study: StudyJson;
beforeAll(async () => {
  site = await builtSite('content');
  study = JSON.parse(readFileSync(join(site, 'exports/study.json'), 'utf8'));
});

const file = (path: string): string => readFileSync(join(site, path), 'utf8');
const page = (path: string): Node => parse(file(`${path}index.html`));

function* walk(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}
const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? '';
const all = (node: Node, wanted: (element: Element) => boolean): readonly Element[] => [...walk(node)].filter(wanted);
const text = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
const has = (name: string) => (element: Element) => attribute(element, 'class').split(' ').includes(name);

/** Links of a drawing that stand for data: name and address. */
const marks = (path: string): readonly { readonly name: string; readonly href: string }[] =>
  all(page(path), (one) => one.tagName === 'svg').flatMap((svg) =>
    all(svg, (one) => one.tagName === 'a' && attribute(one, 'class') === '').map((one) => ({
      name: attribute(one, 'aria-label'),
      href: attribute(one, 'href'),
    })),
  );
const csv = (path: string): readonly (readonly string[])[] =>
  file(path)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

describe('the source × code matrix', () => {
  const pairs = (): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { source, codes } of study.passages)
      for (const code of codes) counts.set(`${source} ${code}`, (counts.get(`${source} ${code}`) ?? 0) + 1);
    return counts;
  };

  it('has a mark for each pair of source and code, whose number the recount gives', () => {
    for (const name of ['sources-codes', 'sources-codes-by-appearance', 'sources-codes-clustered']) {
      const drawn = marks(`plots/${name}/`);
      expect(drawn, name).toHaveLength(pairs().size);
      const counted = drawn.map(({ name: label }) => Number(/(\d+) passages?$/.exec(label)?.[1]));
      expect(
        counted.reduce((sum, n) => sum + n, 0),
        name,
      ).toBe([...pairs().values()].reduce((sum, n) => sum + n, 0));
    }
  });

  it('has the same in its file of data', () => {
    const rows = csv('plots/sources-codes.csv');
    expect(Object.fromEntries(rows.map((row) => [`${row[0]} ${row[1]}`, Number(row.at(-1))]))).toEqual(
      Object.fromEntries(pairs()),
    );
  });

  it('leads to the very passages: each address is a place that stands on the page of the code', () => {
    const codes = new Map<string, string>();
    for (const { href } of marks('plots/sources-codes/').slice(0, 60)) {
      const [, slug = '', anchor = ''] = /^\/c\/([^/]+)\/#(.+)$/.exec(href) ?? [];
      const html = codes.get(slug) ?? file(`c/${slug}/index.html`);
      codes.set(slug, html);
      expect(html).toContain(`id="${anchor}"`);
    }
  });
});

describe('the other plots', () => {
  it('count pairs of codes in passages and in sources', () => {
    const together = (units: readonly (readonly string[])[]): number =>
      new Set(units.flatMap((own) => own.flatMap((a) => own.filter((b) => a < b).map((b) => `${a} ${b}`)))).size;
    const inSources = study.sources.map(({ id }) => [
      ...new Set(study.passages.filter(({ source }) => source === id).flatMap(({ codes }) => codes)),
    ]);
    // Below the cut of 60 codes this would be all; with more codes the plot says what it cuts.
    const used = study.codes.filter(({ passages }) => passages.length > 0).length;
    const rows = csv('plots/codes-together.csv').length;
    const all_ = together(study.passages.map(({ codes }) => codes));
    if (used <= 60) expect(rows).toBe(all_);
    else expect(rows).toBeLessThanOrEqual(all_);
    expect(csv('plots/codes-together-in-sources.csv').length).toBeLessThanOrEqual(together(inSources));
    expect(csv('plots/codes-together-in-sources.csv').length).toBeGreaterThan(rows);
  });

  it('cover every passage and every run that is not coded', () => {
    const blocks = marks('plots/portrait/');
    const passages = new Set(blocks.map(({ href }) => /#(\w+-p\d+)$/.exec(href)?.[1]).filter((id) => id !== undefined));
    expect(passages.size).toBe(study.passages.length);
  });

  it('count new codes by source as a plain loop does', () => {
    const seen = new Set<string>();
    const fresh = study.sources.map(({ id }) => {
      const before = seen.size;
      for (const { source, codes } of study.passages) if (source === id) for (const code of codes) seen.add(code);
      return [id, String(seen.size - before), String(seen.size)];
    });
    expect(csv('plots/saturation.csv').map((row) => row.slice(0, 3))).toEqual(fresh);
    expect(text(page('saturation/'))).toContain('no proof');
  });

  it('says what is reported and what is not, and has all memos in one place', () => {
    const said = text(page('reporting/'));
    expect(said).toContain('One coder');
    expect(said).toContain('not reported');
    expect(said.match(/Memo at /g)?.length).toBe(study.memos.length);
  });

  it('have a page, a picture and data each, below 150 kB gzipped a page', () => {
    const pages = readdirSync(join(site, 'plots'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(pages.length).toBeGreaterThan(7);
    for (const { name } of pages) {
      expect(gzipSync(file(`plots/${name}/index.html`)).length, name).toBeLessThan(150_000);
      expect(file(`plots/${name}.svg`)).toMatch(/^<\?xml[\s\S]+<title id="title">[\s\S]+<\/svg>\n$/);
      expect(file(`plots/${name}.csv`)).toContain('\r\n');
    }
  });
});

describe('the pages of the theory', () => {
  const decisions = (): readonly string[] =>
    study.companion.classes.filter(({ kind }) => kind === 'Decision').map(({ id }) => id);

  it('are one for each decision, with all its options and impacts', () => {
    expect(readdirSync(join(site, 'd')).sort()).toEqual([...decisions()].sort());
    for (const decision of decisions()) {
      const html = page(`d/${decision}/`);
      const options = study.companion.options.filter((one) => one.decision === decision).map(({ option }) => option);
      expect(all(html, has('option')).length, decision).toBe(options.length);
      expect(all(html, has('impact')).length, decision).toBe(
        study.companion.forces.filter(({ solution }) => options.includes(solution)).length,
      );
    }
  });

  it('show each impact as a sign and in words', () => {
    for (const impact of all(page('forces/'), has('impact')))
      expect(text(impact)).toMatch(/^(\+\+|\+|o|−|−−|\+\/−) (very )?(positive|negative|neutral)/);
    const cells = all(page('forces/'), has('cell')).filter((cell) => text(cell).trim() !== '');
    expect(cells).toHaveLength(study.companion.forces.length);
  });

  it('name every source that notes or model call evidence, and say where there is none', () => {
    for (const { decision, option } of study.companion.options) {
      const noted = study.passages.filter(({ codes }) => codes.includes(option)).map(({ source }) => source);
      const listed = study.companion.evidence.filter(({ code }) => code === option).map(({ source }) => source);
      const [section] = all(page(`d/${decision}/`), (one) => attribute(one, 'id') === `option-${option}`);
      const names = section ? all(section, has('witnesses')).flatMap((list) => all(list, has('id')).map(text)) : [];
      expect(names.sort(), option).toEqual([...new Set([...noted, ...listed])].sort());
      if (names.length === 0) expect(section && text(section)).toContain('No evidence');
    }
  });

  it('draw every view, and list the evidence of one side', () => {
    const html = page('model/');
    expect(all(html, has('plot'))).toHaveLength(study.companion.views.length);
    const ids = new Set([...study.companion.classes.filter(({ kind }) => kind !== 'Source').map(({ id }) => id)]);
    const noted = new Set(study.passages.flatMap(({ source, codes }) => codes.map((code) => `${source} ${code}`)));
    const listed = new Set(study.companion.evidence.map(({ source, code }) => `${source} ${code}`));
    const onlyModel = [...listed].filter((pair) => !noted.has(pair)).length;
    const onlyNotes = [...noted].filter((pair) => !listed.has(pair) && ids.has(pair.split(' ')[1] ?? '')).length;
    expect(text(html)).toContain(`In the model only (${onlyModel})`);
    expect(text(html)).toMatch(new RegExp(`In the notes only \\((${onlyNotes}|${onlyNotes + 1})\\)`)); // a link may be a code too
  });

  it('put every open code, code and element into exactly one row of the chain', () => {
    const html = page('chain/');
    const rows = all(html, has('chain')).reduce(
      (sum, table) => sum + all(table, (one) => attribute(one, 'scope') === 'row').length,
      0,
    );
    const [counts] = all(html, has('chain-counts'));
    const totals = counts
      ? all(counts, (one) => one.tagName === 'tr')
          .slice(1)
          .map((row) => all(row, has('number')).map((cell) => Number(text(cell))))
      : [];
    for (const numbers of totals) expect(numbers.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(numbers.at(-1));
    expect(totals.reduce((sum, numbers) => sum + (numbers.at(-1) ?? 0), 0)).toBe(rows);
    expect(totals[1]?.at(-1)).toBe(study.codes.length);
    expect(totals[2]?.at(-1)).toBe(
      study.companion.classes.filter(({ kind }) => kind !== 'Source' && kind !== 'Reference').length,
    );
  });

  it('show each claim, and each id of a claim shows the claim', () => {
    const html = page('claims/');
    expect(all(html, has('claim'))).toHaveLength(study.claims.length);
    const [open] = all(html, (one) => attribute(one, 'aria-labelledby') === 'unsupported');
    expect(open && all(open, (one) => one.tagName === 'li')).toHaveLength(
      study.claims.filter(({ evidence }) => evidence.length === 0).length,
    );
    const slugs = new Map(study.codes.map(({ id, slug }) => [id, slug]));
    for (const { id, evidence } of study.claims)
      for (const carrier of evidence) {
        const path = slugs.has(carrier)
          ? `c/${slugs.get(carrier)}/`
          : /-e\d+$/.test(carrier)
            ? `e/${carrier}/`
            : `s/${carrier}/`;
        expect(file(`${path}index.html`), `${id} ${carrier}`).toContain(`/claims/#claim-${id}"`);
      }
  });
});
