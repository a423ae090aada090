import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { checkMentions } from '../../src/commands/paper/check-mentions.ts';
import { landingOf } from '../../src/commands/paper/landing.ts';
import { type Mention, UnreadablePaper } from '../../src/commands/paper/mention.ts';
import { readDocx } from '../../src/commands/paper/read-docx.ts';
import { readMarkdown } from '../../src/commands/paper/read-markdown.ts';
import { readPaper } from '../../src/commands/paper/read-paper.ts';
import { readPdf } from '../../src/commands/paper/read-pdf.ts';
import { readTex } from '../../src/commands/paper/read-tex.ts';
import { asExcerptId, sourceId } from '../../src/study/model/ids.ts';
import { sampleContext, sampleStudy } from '../exports/sample-study.ts';

const site = 'https://review.example.edu/ovens/';
const tombstone = { source: sourceId('s6'), since: '1.0.0', gone: '1.1.0' };
const { renamed } = sampleStudy().settings;
const context = sampleContext({
  ...sampleStudy(),
  settings: {
    ...sampleStudy().settings,
    renamed: { ...renamed, codes: { ...renamed.codes, 'Old name': 'access_control' } },
  },
  companion: {
    files: ['model.py'],
    classes: [{ id: 'share_oven', label: 'Share?', kind: 'Decision', superclasses: [], file: 'model.py', line: 1 }],
    options: [],
    forces: [],
    links: [],
    evidence: [],
    views: [],
  },
  tombstones: [
    { ...tombstone, id: asExcerptId('s6-e9'), status: 'moved', to: [asExcerptId('s6-e1')] },
    { ...tombstone, id: asExcerptId('s6-e8'), status: 'retired', to: [], reason: 'by request' },
  ],
});
const landing = landingOf(context);
const verdict = (url: string): string => landing({ kind: 'url', url, words: url, place: '' }).verdict;
const urls = (mentions: readonly Mention[]): string[] =>
  mentions.flatMap((mention) => (mention.kind === 'url' ? [mention.url] : []));
const addresses = [`${site}e/s6-e1/`, `${site}e/s6-e999/`, `${site}s/s6/#s6-e3`, 'https://elsewhere.example/'];

/** A PDF of one page with a link annotation for each address, and printed lines; offsets and all. */
function pdfWith(links: readonly string[], lines: readonly string[] = []): Uint8Array {
  const annotations = links.map((url, index) => {
    const escaped = url.replace(/[()\\]/g, '\\$&');
    return `<< /Type /Annot /Subtype /Link /Rect [10 ${String(10 + 20 * index)} 90 ${String(20 + 20 * index)}] /A << /S /URI /URI (${escaped}) >> >>`;
  });
  const printed = `BT /F1 9 Tf 12 TL 10 180 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const last = String(4 + links.length);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents ${last} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Annots [${annotations.map((_, index) => `${String(4 + index)} 0 R`).join(' ')}] >>`,
    ...annotations,
    `<< /Length ${String(printed.length)} >>\nstream\n${printed}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  return strToU8(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`,
  );
}

function docxWith(document: string, rels: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document><w:body>${document}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${rels}</Relationships>`),
    'word/media/large.png': new Uint8Array(10),
  });
}
const hyperlink = (id: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;

describe('an address lands', () => {
  it.each([
    ['', 'lands'],
    ['s/s6/', 'lands'],
    ['s/s6', 'lands'],
    ['s/s6/index.html', 'lands'],
    ['s/s6/?view=coded#s6-e3', 'lands'],
    ['s/s6/#s6-p1', 'lands'],
    ['s/s6/#s1-e1', 'lost'],
    ['s/s6/#s6-e99', 'lost'],
    ['s/s6/#s6-e9', 'moved'],
    ['s/S6/', 'lost'],
    ['s/s60/', 'moved'],
    ['e/s6-e2/', 'lands'],
    ['e/s6-e8/', 'lost'],
    ['e/s6-e9/', 'moved'],
    ['c/access_control/', 'lands'],
    ['c/VMs/', 'lost'],
    ['c/door_control/', 'moved'],
    ['c/old-name-xf192b204/', 'moved'],
    ['d/share_oven/', 'lands'],
    ['d/nothing/', 'lost'],
    ['about/', 'not checked'],
  ])('%s: %s', (path, expected) => {
    expect(verdict(`${site}${path}`)).toBe(expected);
  });

  it('with http, with the host in capitals, and without the final slash of the site', () => {
    expect(verdict('http://REVIEW.example.edu/ovens/e/s6-e1/')).toBe('lands');
    expect(verdict('https://review.example.edu/ovens')).toBe('lands');
  });

  it('elsewhere, when it is not below the site', () => {
    expect(
      [
        'https://review.example.edu/other/e/s6-e1/',
        'https://example.org/',
        'mailto:a@b.c',
        'catena',
        'https://review.example.edu/ovensandmore/',
      ].map(verdict),
    ).toEqual(Array.from({ length: 5 }, () => 'elsewhere'));
  });
});

describe('a PDF', () => {
  it('gives the addresses of its link annotations, with the page', async () => {
    const mentions = await readPdf(pdfWith(addresses));
    expect(urls(mentions)).toEqual(addresses);
    expect(mentions[0]?.place).toBe('page 1');
    const { lines, lost } = checkMentions(context, mentions, '/some/where/paper.pdf');
    expect(lost).toBe(1);
    expect(lines).toEqual([
      `paper.pdf, page 1: ${site}e/s6-e999/: does not land; there is no excerpt at s6-e999`,
      '2 land, 0 land after a move, 1 do not land, 0 not checked; 1 lead elsewhere',
    ]);
  });

  it('names a link that goes over several lines once, and the same link further on again', async () => {
    const [first = '', second = ''] = addresses;
    expect(urls(await readPdf(pdfWith([first, first, second, first])))).toEqual([first, second, first]);
  });

  it('without any link gives the addresses that it prints, over the ends of lines too', async () => {
    const bytes = pdfWith(
      [],
      ['See https://review.example.edu/', 'ovens/e/s6-', 'e1/ and https:', `//elsewhere.example/.`],
    );
    expect(urls(await readPdf(bytes))).toEqual([`${site}e/s6-e1/`, 'https://elsewhere.example/']);
  });

  it('that is none is refused in one sentence', async () => {
    await expect(readPaper(strToU8('hello'), '.pdf')).rejects.toThrow(UnreadablePaper);
  });
});

describe('a Word file', () => {
  it('names a link of the text once, though the footnotes list it too', () => {
    const rels = strToU8(`<Relationships>${hyperlink('r1', `${site}e/s6-e1/`)}</Relationships>`);
    const bytes = zipSync({
      'word/document.xml': strToU8('<w:document><w:hyperlink r:id="r1"/></w:document>'),
      'word/footnotes.xml': strToU8('<w:footnotes/>'),
      'word/_rels/document.xml.rels': rels,
      'word/_rels/footnotes.xml.rels': rels,
    });
    expect(readDocx(bytes).map(({ place }) => place)).toEqual(['document']);
  });

  it('gives hyperlinks, anchors apart from their address, fields cut over runs, links that nothing names, and addresses as text', () => {
    const mentions = readDocx(
      docxWith(
        `<w:hyperlink r:id="r1" w:history="1"><w:r><w:t>x</w:t></w:r></w:hyperlink>
         <w:hyperlink w:anchor="s6-e3" r:id="r2"><w:r/></w:hyperlink>
         <w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> HYPER</w:instrText></w:r><w:r><w:instrText>LINK "${site}c/VMs/" </w:instrText>
         <w:fldChar/><w:instrText>HYPERLINK \\o "a tip" ${site}c/VMs/2/ \\h</w:instrText>
         <w:p><w:r><w:t>as text: ${site}e/s6-</w:t></w:r><w:r><w:t xml:space="preserve">e7/.</w:t></w:r></w:p>
         <w:fldSimple w:instr="HYPERLINK &quot;${site}s/s6/&quot; \\l &quot;s6-p1&quot;"/>`,
        hyperlink('r1', `${site}e/s6-e1/?a=1&amp;b=2`) +
          hyperlink('r2', `${site}s/s6/`) +
          hyperlink('r3', 'catena:s6-e1'),
      ),
    );
    expect(urls(mentions)).toEqual([
      `${site}e/s6-e1/?a=1&b=2`,
      `${site}s/s6/#s6-e3`,
      `${site}c/VMs/`,
      `${site}c/VMs/2/`,
      `${site}s/s6/#s6-p1`,
      `${site}e/s6-e7/`,
    ]);
    expect(mentions.at(-2)).toEqual({ kind: 'id', of: null, id: 's6-e1', words: 'catena:s6-e1', place: 'document' });
  });

  it('that is no zip, or a zip of something else, is refused', () => {
    expect(() => readDocx(strToU8('PK nothing'))).toThrow(UnreadablePaper);
    expect(() => readDocx(zipSync({ 'a.txt': strToU8('a') }))).toThrow(UnreadablePaper);
  });
});

describe('a LaTeX file', () => {
  const text = String.raw`\section{On \ceexcerpt{S6-E1}} % \ceexcerpt{s6-e777}
50\% of \cesources{s1, s77} \cecode*[own {]} text]{C++} \cepassage{s6-p1}
\href{https://review.example.edu/ovens/s/s6/\#s6-e99}{x} \url{https://elsewhere.example/a\_b}
\citep[see][p.~2]{smp-s6,other2020,smp-s66} \cesourcetitle{s60}`;

  it('gives commands, addresses and keys, and nothing from comments', () => {
    expect(readTex(text).map(({ words, place }) => `${place} ${words}`)).toEqual([
      String.raw`1:13 \ceexcerpt{S6-E1}`,
      String.raw`2:9 \cesources{s1}`,
      String.raw`2:9 \cesources{s77}`,
      String.raw`2:29 \cecode{C++}`,
      String.raw`2:57 \cepassage{s6-p1}`,
      '3:1 https://review.example.edu/ovens/s/s6/#s6-e99',
      '3:58 https://elsewhere.example/a_b',
      String.raw`4:1 \citep{smp-s6}`,
      String.raw`4:1 \citep{other2020}`,
      String.raw`4:1 \citep{smp-s66}`,
      String.raw`4:45 \cesourcetitle{s60}`,
    ]);
  });

  it('lands where catena.sty would', () => {
    expect(readTex(text).map((mention) => landing(mention).verdict)).toEqual([
      'lands',
      'lands',
      'lost',
      'lands',
      'lands',
      'lost',
      'elsewhere',
      'lands',
      'elsewhere',
      'lost',
      'moved',
    ]);
  });

  it('is read in linear time, commands that are never closed included', () => {
    const before = performance.now();
    readTex('\\ceexcerpt[{'.repeat(50_000));
    readTex(`\\href{${'a'.repeat(200_000)}`);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('a Markdown file', () => {
  it('is not asked for links that it only shows, in code', () => {
    const text = `\`[](catena:s9-e1)\` [](catena:s6-e1) \`\` a\`b catena:s9-e2 \`\` \`unclosed
~~~ markdown
[](catena:s9-e3)
\`\`\`
[](catena:s9-e4)
~~~~
[](catena:s6-e2) \`\`\`catena:s9-e5\`\`\``;
    expect(readMarkdown(text).map(({ words, place }) => `${place} ${words}`)).toEqual([
      '1:23 catena:s6-e1',
      '7:4 catena:s6-e2',
    ]);
  });

  it('gives links of the filter, addresses of every form, keys, and TeX in between', () => {
    const text = `See [](catena:s6-e1), [x](catena:code/C%2B%2B) and <${site}e/s6-e2/>.
[y](${site}s/s6/ "title"); bare ${site}e/s6-e3/.
[@smp-s6; @smp-s7, p. 3] a@b.example \\ceexcerpt{s6-e4}`;
    const mentions = readMarkdown(text);
    expect(mentions.map(({ words }) => words)).toEqual([
      'catena:s6-e1',
      'catena:code/C%2B%2B',
      `${site}e/s6-e2/`,
      `${site}s/s6/`,
      `${site}e/s6-e3/`,
      '@smp-s6',
      '@smp-s7',
      String.raw`\ceexcerpt{s6-e4}`,
    ]);
    expect(mentions.map((mention) => landing(mention).verdict)).toEqual([
      'lands',
      'lands',
      'lands',
      'lands',
      'lands',
      'lands',
      'lost',
      'lands',
    ]);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catena-paper-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const note = [
    '# s1',
    '',
    ...[
      'url',
      'tiny url',
      'archive url',
      'title',
      'source code',
      'example',
      'source type',
      'author type',
      'references',
    ].map((key) => `## ${key}\n${key === 'title' ? 'Bread' : key === 'url' ? 'https://bread.example/' : ''}\n`),
    '> Bread needs time and a warm place.',
    '',
  ].join('\n');
  const run = (...words: string[]) => {
    const command = new URL('../../src/commands/check-paper.ts', import.meta.url).pathname;
    return spawnSync(process.execPath, [command, ...words], { cwd: folder, encoding: 'utf8' });
  };
  const paper = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  writeFileSync(join(folder, 's1.md'), note);

  it('ends with 0 when everything lands, 1 when something does not, 2 when it cannot tell', () => {
    const study = ['--study', '.', '--site', 'https://r.example/'];
    const good = run(paper('good.pdf', pdfWith(['https://r.example/e/s1-e1/'])), ...study);
    expect([good.status, good.stdout]).toEqual([
      0,
      '1 land, 0 land after a move, 0 do not land, 0 not checked; 0 lead elsewhere\n',
    ]);
    const bad = run(paper('bad.md', '[](catena:s1-e7)'), ...study);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain('bad.md, 1:4: catena:s1-e7: does not land');
    expect(run(paper('odd.rtf', 'x'), ...study).status).toBe(2);
    expect(run('missing.tex', ...study).status).toBe(2);
    expect(run('good.pdf', '--study', 'nowhere').status).toBe(2);
    expect(run().status).toBe(2);
  });
});
