import { describe, expect, it } from 'vitest';
import { originalLinks, stateOf } from '../../../src/study/derive/original-links.ts';
import { hostOf, webAddress } from '../../../src/study/derive/web-address.ts';
import { readLinkLedger } from '../../../src/study/model/links.ts';
import type { LinkResult, Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const original = 'https://oven.example.org/share#:~:text=old,words';
const archive = 'https://archive.example.net/oven';

function linksWith(results: Readonly<Record<string, LinkResult>> | null) {
  const study: Study = { ...sampleStudy(), ...(results === null ? {} : { links: { checked: '2024-05-06', results } }) };
  const source = study.sourceById.get('s6');
  if (source === undefined) throw new Error('the sample study has an s6');
  return originalLinks(study, source);
}
const roles = (results: Readonly<Record<string, LinkResult>> | null) =>
  linksWith(results).links.map(({ role, state }) => `${role}: ${state}`);

describe('the links to an original', () => {
  it('say that they were not checked when there is no ledger', () => {
    expect(roles(null)).toEqual(['original: not checked', 'archive: not checked']);
    expect(linksWith(null).checked).toBe('');
    expect(roles({})).toEqual(['original: not checked', 'archive: not checked']);
  });

  it('put the archive first when the original is dead, and say since when', () => {
    const dead = { [original]: { status: 404, ok: false, since: '2023-01-01' }, [archive]: { status: 200, ok: true } };
    expect(roles(dead)).toEqual(['archive: alive', 'original: dead']);
    expect(linksWith(dead).links[1]?.since).toBe('2023-01-01');
    expect(roles({ ...dead, [archive]: { status: 410, ok: false } })).toEqual(['original: dead', 'archive: dead']);
  });

  it('call no page dead that only turned a robot away', () => {
    for (const status of [401, 403, 429, 500, 503, 'timeout']) expect(stateOf({ status, ok: false })).toBe('unclear');
    for (const status of [404, 410, 'no such host']) expect(stateOf({ status, ok: false })).toBe('dead');
    expect(roles({ [original]: { status: 403, ok: false } })).toEqual(['original: unclear', 'archive: not checked']);
  });

  it('carry the attributes of Robust Links, a date only when it is known to the day', () => {
    expect(linksWith(null).robust).toEqual({ 'data-originalurl': original, 'data-versionurl': archive });
    const study = sampleStudy();
    const s1 = study.sourceById.get('s1');
    expect(s1 && originalLinks(study, s1).robust['data-versiondate']).toBe('2021-03-01');
    const s2 = study.sourceById.get('s2');
    expect(s2 && originalLinks(study, s2).robust).toEqual({});
  });

  it('do not mistake a name of every object for an address', () => {
    expect(roles(Object.create({ [original]: { status: 404, ok: false } }) as Record<string, LinkResult>)[0]).toBe(
      'original: not checked',
    ); // own keys only
  });
});

describe('a web address', () => {
  it('keeps what it is, and loses only what no client may meet raw', () => {
    expect(webAddress(' https://example.org/a%20b?x={1}&y="2"|<3>^`\\#f ')).toBe(
      'https://example.org/a%20b?x=%7B1%7D&y=%222%22%7C%3C3%3E%5E%60%5C#f',
    );
    expect(webAddress('https://example.org/100%')).toBe('https://example.org/100%25');
    expect(webAddress('https://example.org/ü')).toBe('https://example.org/%C3%BC');
    expect(webAddress('https://example.org/\ud800')).toBe('https://example.org/%EF%BF%BD');
  });

  it('is http or https, or nothing', () => {
    for (const text of [
      '',
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org/',
      '//example.org/',
      'https://',
      'https:///x',
      'n/a',
    ]) {
      expect(webAddress(text)).toBe('');
    }
  });

  it('has a host without www', () => {
    expect(hostOf('https://user:pass@WWW.Example.org:8080/x')).toBe('example.org');
    expect(hostOf('nothing')).toBe('');
  });
});

describe('links.json', () => {
  it('is read when it is what the check writes, and refused else', () => {
    const ledger = {
      checked: '2024-05-06',
      results: {
        [original]: { status: 404, ok: false, since: '2024-05-06' },
        [archive]: { status: 'timeout', ok: false },
      },
    };
    expect(readLinkLedger(JSON.stringify(ledger))).toEqual(ledger);
    for (const text of ['', '{', '[]', 'null', '{"checked":"x","results":{}}']) {
      expect(readLinkLedger(text)).toBeNull();
    }
  });

  it('leaves out a result that cannot be read, and keeps the others', () => {
    const good = { status: 200, ok: true };
    const text = JSON.stringify({ checked: '2024-05-06', results: { a: 1, b: good, c: { ...good, since: 'x' } } });
    expect(readLinkLedger(text)?.results).toEqual({ b: good });
  });
});
