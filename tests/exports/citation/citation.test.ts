import { describe, expect, it } from 'vitest';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { citationFormats, citations, cite } from '../../../src/study/exports/citation.ts';
import { escapeMarkdown } from '../../../src/study/exports/escape-markdown.ts';
import { codeKey, excerptTitle, type CitationTarget } from '../../../src/study/exports/reference.ts';
import { bibliographyFile } from '../../../src/study/exports/source-files.ts';
import { slugOf } from '../../../src/study/model/ids.ts';
import { sampleContext, sampleStudy } from '../sample-study.ts';

const context = sampleContext();
const { study } = context;

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the sample study has it');
  return value;
}
const source = (id: string) => found(study.sourceById.get(id));
const excerpt = (id: string): CitationTarget => ({ kind: 'excerpt', excerpt: found(study.excerptById.get(id)) });
const code = (id: string): CitationTarget => ({ kind: 'code', code: found(study.codeById.get(id)) });

const targets: Readonly<Record<string, CitationTarget>> = {
  'original-s1': { kind: 'original', source: source('s1') },
  'original-s2': { kind: 'original', source: source('s2') },
  'evidence-s6': { kind: 'evidence', source: source('s6') },
  'excerpt-s6-e3': excerpt('s6-e3'),
  'excerpt-withheld': excerpt('s6-e2'),
  'passage-s6-p1': { kind: 'passage', passage: found(study.passageById.get('s6-p1')) },
  'code-C++': code('C++'),
  'decision-share_oven': { kind: 'decision', code: found(study.codeById.get('share_oven')) },
  study: { kind: 'study' },
};

describe('a citation', () => {
  it.each(Object.keys(targets))('of %s is as expected in every form', async (name) => {
    const forms = citations(context, found(targets[name]));
    const text = Object.entries(forms)
      .map(([format, words]) => `--- ${format}\n${words.replaceAll('\r\n', '\n').trimEnd()}\n`)
      .join('\n');
    await expect(text).toMatchFileSnapshot(`expected/${name.replaceAll('+', 'p')}.txt`);
  });

  it('is the same one by one and all at once', () => {
    for (const target of Object.values(targets)) {
      const all = citations(context, target);
      for (const { format } of citationFormats) expect(cite(context, target, format)).toBe(all[format]);
    }
  });

  it('of an excerpt has its quote, its address, its source and the release', () => {
    const text = cite(context, excerpt('s6-e1'), 'text');
    for (const words of [
      'Every baker has a key',
      'https://review.example.edu/ovens/e/s6-e1/',
      'How we share one oven',
      'release 1.2.0',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('quotes no more than sixty words', () => {
    const long = { ...found(study.excerptById.get('s6-e1')), text: 'word '.repeat(100) };
    const text = cite(context, { kind: 'excerpt', excerpt: long }, 'text');
    expect(text.match(/\bword\b/g)).toHaveLength(60);
    expect([...excerptTitle(long)].length).toBeLessThanOrEqual('Excerpt s6-e1: “'.length + 62);
  });

  it('of withheld text quotes nothing', () => {
    expect(cite(context, excerpt('s6-e2'), 'text')).not.toContain('“');
  });

  it('carries no address while that of the site is not known', () => {
    const nowhere = { ...context, site: '' };
    for (const target of Object.values(targets)) {
      const all = Object.values(citations(nowhere, target)).join('\n');
      expect(all).not.toMatch(/(?:: |\{|"|\()\/[sec]\//);
      expect(all).not.toContain('Evidence: \n');
    }
  });

  it('leads to the anchor where excerpts have no page', () => {
    expect(cite({ ...context, excerptPages: false }, excerpt('s6-e1'), 'text')).toContain('/s/s6/#s6-e1');
  });

  it('is text to HTML, not markup', () => {
    const html = cite(context, excerpt('s6-e3'), 'html');
    const tags: string[] = [];
    const texts: string[] = [];
    const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
      if ('tagName' in node) tags.push(node.tagName);
      if ('value' in node) texts.push(node.value);
      if ('childNodes' in node) node.childNodes.forEach(walk);
    };
    parseFragment(html).childNodes.forEach(walk);
    expect(new Set(tags)).toEqual(new Set(['a']));
    expect(texts.join('')).toContain('“<b>Keys</b> & fires');
  });

  it('is text to Markdown, not markup', () => {
    expect(escapeMarkdown('*a* [b](c) <d> `e` \\ # ~f~ |')).toBe(
      '\\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\\\ \\# \\~f\\~ \\|',
    );
    const numbered = { ...source('s2'), title: '1. Flour' };
    expect(cite(context, { kind: 'original', source: numbered }, 'markdown')).toMatch(/^1\\\. Flour/);
  });

  it('has a key that no other record has, a code called s6 included', () => {
    const named = { ...found(study.codeById.get('access_control')), slug: slugOf('s6') };
    expect(codeKey(study, named)).toBe('smp-s6-code');
    const keys = [
      ...study.sources.flatMap((each) => [each.id, ...each.excerpts.map(({ id }) => id)]).map((id) => `smp-${id}`),
      ...study.codes.map((each) => codeKey(study, each)),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is made for one with no author, no date, no release and no title', () => {
    const bare = sampleContext(sampleStudy({ authors: [], released: '', release: '', title: '', doi: '' }));
    const untitled = { ...source('s2'), title: ' ' };
    expect(cite(bare, { kind: 'original', source: untitled }, 'text')).toMatch(/^Untitled source s2 \(n\.d\.\)\. /);
    for (const { format } of citationFormats)
      expect(cite(bare, excerpt('s6-e1'), format)).not.toMatch(/undefined|null/);
  });
});

describe('the files of a source', () => {
  it('have a media type that hosts and clients know', () => {
    expect(bibliographyFile('ris').mediaType).toBe('application/x-research-info-systems');
    expect(bibliographyFile('csl-json').mediaType).toBe('application/vnd.citationstyles.csl+json');
  });
});
