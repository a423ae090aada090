import { describe, expect, it } from 'vitest';
import { findExcerpts } from '../../../src/study/derive/find.ts';
import { publicStudy } from '../../../src/study/derive/publish.ts';
import { sampleStudy } from '../../exports/sample-study.ts';

const study = publicStudy(sampleStudy());
const find = (text: string, before = 0, after = 0, words = false) =>
  findExcerpts(study, text, { before, after, words });
const ids = (text: string) => find(text).found.map(({ excerpt }) => excerpt.id as string);

describe('finding from the terminal', () => {
  it('gives for a code exactly the excerpts of its passages, in study order', () => {
    const expected = study.codeById
      .get('access_control')
      ?.passages.flatMap((id) => study.passageById.get(id)?.excerpts ?? []);
    expect(ids('access_control')).toEqual(expected);
    expect(find('access_control').query).toBe('code:access_control');
  });

  it('knows a code by its label too, whatever the letter case', () => {
    expect(ids('virtual MACHINES')).toEqual(ids('VMs'));
    expect(find('virtual machines').code?.id).toBe('VMs');
  });

  it('reads everything else as a query of the search page', () => {
    expect(ids('"key" source:s6')).toEqual(['s6-e1']);
    expect(ids('lamp OR queue')).toEqual(['s2-e1', 's5-e1', 's5-e2']);
    expect(ids('nowhere_at_all')).toEqual([]);
  });

  it('reads a code’s name as words when asked to', () => {
    expect(find('access_control', 0, 0, true).code).toBeNull();
  });

  it('gives neighbours of the same source only', () => {
    const [hit] = find('"heading one" OR "lamp is lit"', 3, 1).found;
    expect(hit).toMatchObject({ before: [], excerpt: { id: 's2-e1' } });
    expect(hit?.after.map(({ id }) => id)).toEqual(['s2-e2']);
  });

  it('finds nothing of what is withheld', () => {
    const hidden = publicStudy(sampleStudy({ withhold: [{ kind: 'excerpt', id: 's6-e1', reason: 'r' }] }));
    expect(findExcerpts(hidden, 'baker', { before: 0, after: 0, words: false }).found).toEqual([]);
  });
});
