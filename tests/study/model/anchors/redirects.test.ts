import { describe, expect, it } from 'vitest';
import { formatLedger, parseLedger } from '../../../../src/study/model/anchors/ledger.ts';
import { renumberLedger, whereNow, withdraw } from '../../../../src/study/model/anchors/redirects.ts';
import { changeOf, codesOf, entryOf, idsOf, linesOf, sentence, sentences, source, update } from './notes.ts';

const ten = sentences(0, 10);
const others = sentences(100, 10);
const start = update(null, [source('s11', ...ten), source('s12', 'Intro', ...others.slice(0, 3))]);
const targets = (result: ReturnType<typeof update>) =>
  result.allocation.tombstones.map(({ id, status, to }) => [id, status, ...to]);

describe('another text under the id of a source', () => {
  const swapped = [source('s11', ...others), source('s12', 'Intro', ...others.slice(0, 3))];

  it('is told, changes no line, and gives no old number to new text', () => {
    const now = update(start.text, swapped);
    expect(now.allocation.notices).toContainEqual({
      code: 'source-replaced',
      source: 's11',
      args: { id: 's11', of: 10, recognised: 0, target: 's13', command: 'npm run anchors -- renumber s11 s13' },
    });
    expect([now.text, now.changed]).toEqual([start.text, false]);
    expect(idsOf(now, 's11')).toEqual(others.map((_, at) => `s11-e${at + 11}`));
    expect(targets(now)).toEqual(ten.map((_, at) => [`s11-e${at + 1}`, 'retired']));
  });

  it('names the source that the old text has now', () => {
    const now = update(start.text, [source('s11', ...others), source('s20', ...ten), source('s12', 'Intro')]);
    expect(now.allocation.notices.find(({ code }) => code === 'source-replaced')?.args['target']).toBe('s20');
  });

  it('retires the old ids when the author says so', () => {
    const now = update(start.text, swapped, '1.1.0', { accepted: new Set(['s11']) });
    expect(codesOf(now)).toEqual(['ledger-stale']);
    expect(entryOf(now, 's11-e1')).toMatchObject({ status: 'retired', gone: '1.1.0' });
    expect(update(now.text, swapped, '1.1.0').changed).toBe(false);
  });

  it('is not suspected where a fifth is recognised, or where there were fewer than five', () => {
    expect(
      codesOf(update(start.text, [source('s11', ...ten.slice(0, 2), ...others), source('s12', 'Intro')])),
    ).not.toContain('source-replaced');
    expect(codesOf(update(start.text, [source('s11', ...ten), source('s12', ...sentences(200, 4))]))).not.toContain(
      'source-replaced',
    );
  });
});

describe('a source with a new number', () => {
  it('keeps its excerpts’ numbers, and its old ids point to the new ones', () => {
    const { entries, moved } = renumberLedger(parseLedger(start.text).entries, new Map([['s11', 's40']]), '1.1.0');
    expect(moved.get('s11-e3')).toBe('s40-e3');
    const now = update(
      formatLedger(entries),
      [source('s40', ...ten), source('s12', 'Intro', ...others.slice(0, 3))],
      '1.1.0',
    );
    expect([now.changed, idsOf(now, 's40')[2]]).toEqual([false, 's40-e3']);
    expect(targets(now)[2]).toEqual(['s11-e3', 'moved', 's40-e3']);
    expect(entryOf(now, 's40-e3')).toMatchObject({ since: '1.1.0', was: ['s11-e3'] });
  });

  it('takes no number that the new source has used before', () => {
    const { moved } = renumberLedger(parseLedger(start.text).entries, new Map([['s11', 's12']]), '1.1.0');
    const numbers = [...moved.values()].map((id) => Number(id.slice('s12-e'.length)));
    expect(numbers).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it('gives no second id to text that has been numbered there already', () => {
    const found = [source('s11', ...others), source('s20', ...ten), source('s12', 'Intro', ...others.slice(0, 3))];
    const now = update(start.text, found, '1.1.0');
    const { entries } = renumberLedger(parseLedger(now.text).entries, new Map([['s11', 's20']]), '1.1.0');
    const later = update(formatLedger(entries), found, '1.1.0');
    expect(targets(later)).toEqual(ten.map((_, at) => [`s11-e${at + 1}`, 'moved', `s20-e${at + 1}`]));
    expect([codesOf(later), idsOf(later, 's11')[0]]).toEqual([['ledger-stale'], 's11-e11']);
  });

  it('moves a chain of sources at once', () => {
    const { entries } = renumberLedger(
      parseLedger(start.text).entries,
      new Map([
        ['s11', 's12'],
        ['s12', 's13'],
      ]),
      '1.1.0',
    );
    const found = [
      source('s12', ...ten),
      source('s13', 'Intro', ...others.slice(0, 3)),
      source('s11', ...sentences(300, 6)),
    ];
    const now = update(formatLedger(entries), found, '1.1.0');
    expect(idsOf(now, 's13')).toEqual(['s13-e1', 's13-e2', 's13-e3', 's13-e4']);
    expect(idsOf(now, 's12')[0]).toBe('s12-e5');
    // The numbers of what stood under s11 are redirects now.
    expect(idsOf(now, 's11')[0]).toBe('s11-e11');
    expect(new Set(targets(now).map(([, , to]) => to?.replace(/-e.*/, '')))).toEqual(new Set(['s12', 's13']));
  });

  it('may be declared in study.yaml; before and after the ledger is updated the old ids answer alike', () => {
    const found = [source('s40', ...ten), source('s12', 'Intro', ...others.slice(0, 3))];
    const options = { renamedSources: { s11: 's40' } };
    const now = update(start.text, found, '1.1.0', options);
    expect([idsOf(now, 's40')[0], targets(now)[0]]).toEqual(['s40-e1', ['s11-e1', 'moved', 's40-e1']]);
    const again = update(now.text, found, '1.2.0', options);
    expect([again.changed, codesOf(again), targets(again)]).toEqual([false, [], targets(now)]);
    // Later another article may take the old number, under numbers of its own.
    const later = update(now.text, [...found, source('s11', ...sentences(400, 6))], '1.2.0', options);
    expect([codesOf(later), idsOf(later, 's11')[0]]).toEqual([['ledger-stale'], 's11-e11']);
    expect(targets(later)).toEqual(targets(now));
  });

  it('is not renamed while a note still has the old number', () => {
    const found = [source('s11', ...ten), source('s12', 'Intro', ...others.slice(0, 3))];
    const now = update(start.text, found, '1.1.0', { renamedSources: { s11: 's40' } });
    expect([now.changed, codesOf(now)]).toEqual([false, ['renamed-source-present']]);
  });

  it('redirects do not lose their text to an equal heading under the old number', () => {
    const first = update(null, [source('s1', sentence(1), 'Conclusion', sentence(2))]);
    const found = [source('s2', sentence(1), 'Conclusion', sentence(2)), source('s1', sentence(9), 'Conclusion')];
    const { entries } = renumberLedger(parseLedger(first.text).entries, new Map([['s1', 's2']]), '1.1.0');
    const now = update(formatLedger(entries), found, '1.1.0');
    expect(idsOf(now, 's1')).toEqual(['s1-e4', 's1-e5']);
    expect(targets(now)[1]).toEqual(['s1-e2', 'moved', 's2-e2']);
  });

  it('gives the ids back when the renumbering is taken back', () => {
    const { entries } = renumberLedger(parseLedger(start.text).entries, new Map([['s11', 's40']]), '1.1.0');
    const found = [source('s11', ...ten), source('s12', 'Intro', ...others.slice(0, 3))];
    const now = update(formatLedger(entries), found, '1.1.0');
    expect(idsOf(now, 's11')).toEqual(ten.map((_, at) => `s11-e${at + 1}`));
    expect(targets(now).find(([id]) => id === 's40-e1')).toEqual(['s40-e1', 'moved', 's11-e1']);
    expect(update(now.text, found, '1.1.0').changed).toBe(false);
  });
});

describe('an id of an earlier release whose text is gone', () => {
  const found = [source('s11', ...ten.slice(1)), source('s12', 'Intro', ...others.slice(0, 3))];

  it('is not retired without a reason', () => {
    const now = update(start.text, found, '2.0.0');
    expect(changeOf(now, 's11-e1')).toMatchObject([{ kind: 'missing' }]);
    expect(entryOf(now, 's11-e1')).toMatchObject({ status: 'live', gone: '2.0.0' });
    const later = update(now.text, found, '2.1.0');
    expect(later.changed).toBe(false);
    expect(later.allocation.notices).toEqual([
      { code: 'released-id-gone', source: 's11', excerpt: 's11-e1', args: { id: 's11-e1', count: 1 } },
    ]);
    expect(later.allocation.tombstones).toMatchObject([{ id: 's11-e1', status: 'retired', gone: '2.0.0' }]);
  });

  it('is withdrawn with one', () => {
    const entries = withdraw(parseLedger(start.text).entries, 's11-e1', 'asked for by the author', '2.0.0');
    const now = update(formatLedger(entries), found, '2.0.0');
    expect([now.changed, codesOf(now)]).toEqual([false, []]);
    expect(now.allocation.tombstones).toMatchObject([
      { id: 's11-e1', gone: '2.0.0', reason: 'asked for by the author' },
    ]);
  });

  it('does not take the place of an equal text that stands', () => {
    const twins = update(null, [source('s1', ...ten.slice(0, 3), 'Yes', ...ten.slice(3, 6), 'Yes', ten[6] ?? '')]);
    const one = update(twins.text, [source('s1', ...ten.slice(0, 6), 'Yes', ten[6] ?? '')], '2.0.0');
    expect(entryOf(one, 's1-e4')).toMatchObject({ status: 'live', gone: '2.0.0' });
    const now = update(one.text, [source('s1', ...ten.slice(0, 3), 'Yes', ...ten.slice(3, 7))], '2.0.0');
    expect(idsOf(now)[3]).toBe('s1-e8');
  });

  it('withdrawing an unknown id changes nothing', () => {
    const { entries } = parseLedger(start.text);
    expect(withdraw(entries, 's11-e99', 'x', '2')).toEqual(entries);
    expect(withdraw(entries, 's11-e', 'x', '2')).toEqual(entries);
  });

  it('goes without a reason when its text stands elsewhere', () => {
    const moved = [source('s11', ...ten.slice(1)), source('s12', ...ten.slice(0, 1), 'Intro', ...others.slice(0, 3))];
    const now = update(start.text, moved, '2.0.0');
    expect(entryOf(now, 's11-e1')).toMatchObject({ status: 'moved', gone: '2.0.0', to: ['s12-e5'] });
  });

  it('when a whole note is deleted, all its ids wait for one word', () => {
    const now = update(start.text, [found[1] ?? source('s12')], '2.0.0');
    expect(now.allocation.notices.at(-1)).toMatchObject({
      code: 'released-id-gone',
      source: 's11',
      args: { count: 10 },
    });
    const entries = withdraw(parseLedger(start.text).entries, 's11', 'out of scope', '2.0.0');
    expect(entries.filter(({ reason }) => reason === 'out of scope')).toHaveLength(10);
  });
});

describe('a chain of redirects', () => {
  it('leads to what stands now, and circles end', () => {
    const chain = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['a']],
      ['d', ['d', 'e', 'f']],
    ]);
    expect(whereNow('a', chain, (id) => ['e', 'f', 'c'].includes(id))).toEqual(['e', 'f', 'c']);
    expect(whereNow('c', chain, () => false)).toEqual([]);
  });

  it('is not broken by a long history', () => {
    const chain = new Map(Array.from({ length: 100_000 }, (_, at) => [`${at}`, [`${at + 1}`]]));
    expect(whereNow('0', chain, (id) => id === '100000')).toEqual(['100000']);
  });

  it('writes as many lines as there ever were ids', () => {
    const { entries } = renumberLedger(parseLedger(start.text).entries, new Map([['s11', 's40']]), '1.1.0');
    expect(entries).toHaveLength(linesOf(start).length + 10);
  });
});
