// What is offered while one types, and what choosing it does to the search.

import { describe, expect, it } from 'vitest';
import { withWord } from '../../src/browser/search/notice-list.ts';
import { chosen, offersFor } from '../../src/browser/search/offers.ts';
import { wordsToAsk } from '../../src/browser/search/proposals.ts';
import {
  buildStore,
  fromParams,
  openStore,
  parseQuery,
  withShard,
  type Store,
} from '../../src/study/derive/search/index.ts';
import { record } from '../study/derive/search/records.ts';
import { studyFrom } from '../study/derive/search/studies.ts';

const records = [
  record('The kettle travels in time.', { codes: ['time_travel'], number: 1, sourceTitle: 'Kettles and clocks' }),
  record('Nobody asked the kettle.', {
    codes: ['VMs', 'access_control'],
    number: 2,
    sourceTitle: 'Kettles and clocks',
  }),
];

function store(): Store {
  const built = buildStore(studyFrom(records));
  const empty = openStore(built.manifest.json);
  const full = empty === null ? null : withShard(empty, built.shards[0]?.json ?? '');
  if (full === null) throw new Error('the store was not read back');
  return full;
}

const names = (typed: string): readonly string[] =>
  offersFor(store(), typed).map(({ kind, value }) => `${kind} ${value}`);
const state = fromParams(new URLSearchParams());

describe('what is offered', () => {
  it.each([
    ['travel', 'code time_travel'],
    ['time trav', 'code time_travel'],
    ['kettle control', 'code access_control'],
    ['code:acc', 'code access_control'],
    ['-vm', 'code VMs'],
    ['s1', 'source s1'],
    ['kettles and cl', 'source s1'],
    ['never ket', 'word kettle'],
  ])('for “%s” there is %s', (typed, offer) => {
    expect(names(typed)).toContain(offer);
  });

  it.each(['', ' ', 'travel ', '"', '((', '🙂', '.*'])('nothing for “%s”', (typed) => {
    expect(names(typed)).toEqual([]);
  });

  it.each([
    ['kettle travel', 'time_travel', 'kettle'],
    ['kettle time trav', 'time_travel', 'kettle'],
    ['code:time', 'time_travel', ''],
    ['kettle -access', 'access_control', 'kettle'],
  ])('of “%s”, the code %s leaves “%s” as words', (typed, code, left) => {
    const offer = offersFor(store(), typed).find(({ value }) => value === code);
    if (offer === undefined) throw new Error(`${code} is not offered`);
    const next = chosen({ ...state, text: typed }, typed, typed.length, offer);
    expect(next.text).toBe(left);
    expect(next.chips).toEqual([{ mode: 'and', field: 'code', value: code }]);
  });

  it('a word takes the place of its beginning, where the cursor is', () => {
    const typed = 'ket nobody';
    const offer = offersFor(store(), 'ket').find(({ kind }) => kind === 'word');
    if (offer === undefined) throw new Error('no word is offered');
    expect(chosen({ ...state, text: typed }, typed, 3, offer).text).toBe('kettle nobody');
  });
});

describe('a spelling that is clicked', () => {
  it.each([
    ['kettel oven', 'kettel', 'kettle', 'kettle oven'],
    ['Kéttel OR (kettel)', 'kettel', 'kettle', 'kettle OR (kettle)'],
  ])('in “%s” puts the one word in the other’s place', (text, word, other, expected) => {
    expect(withWord(text, word, other)).toBe(expected);
  });
});

describe('what the word index is asked', () => {
  const never = (): boolean => false;
  const asked = (typed: string, isCommon = never as (word: string) => boolean): readonly string[] | null =>
    wordsToAsk(parseQuery(typed).query, isCommon);

  it.each([
    ['oven', ['oven']],
    ['oven "warm bread"', ['oven warm bread']],
    ['oven OR kettle', ['oven', 'kettle']],
    ['(oven OR kettle) warm', ['oven warm', 'kettle warm']],
    ['oven -kettle code:x', ['oven']],
    ['-oven', null],
    ['oven OR -kettle', null],
    ['code:x', null],
    ['🙂', null],
  ])('“%s”: %j', (typed, expected) => {
    expect(asked(typed)).toEqual(expected);
  });

  it('leaves out common words beside others', () => {
    const isCommon = (word: string): boolean => word === 'the';
    expect(asked('"the oven"', isCommon)).toEqual(['oven']);
    expect(asked('the', isCommon)).toEqual(['the']);
  });

  it('is nothing where there are too many ways', () => {
    expect(asked(Array.from({ length: 20 }, (_, index) => `w${String(index)}`).join(' OR '))).toBe(null);
  });
});
