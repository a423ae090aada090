import { describe, expect, it } from 'vitest';
import { sourceId } from '../../../../src/study/model/ids.ts';
import { changeOf, entryOf, figure, idsOf, type quote, sentence, source, update } from './notes.ts';

const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map((_, at) => sentence(at)) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const start = update(null, [source('s1', a, b, c, d, e)]);
const after = (...texts: readonly (string | ReturnType<typeof quote>)[]) =>
  update(start.text, [source('s1', ...texts)]);
const withWord = (text: string, at: number, word = 'changed'): string =>
  text
    .split(' ')
    .map((old, place) => (place === at ? word : old))
    .join(' ');

describe('an id belongs to its text', () => {
  it('numbers excerpts in order the first time, and says that this is not permanent without a ledger', () => {
    expect(idsOf(start)).toEqual(['s1-e1', 's1-e2', 's1-e3', 's1-e4', 's1-e5']);
  });

  it('wherever the text goes in its note', () => {
    expect(idsOf(after(e, d, c, b, a))).toEqual(['s1-e5', 's1-e4', 's1-e3', 's1-e2', 's1-e1']);
    expect(idsOf(after(f, a, b, c, d, e))).toEqual(['s1-e6', 's1-e1', 's1-e2', 's1-e3', 's1-e4', 's1-e5']);
    expect(idsOf(after(a, e))).toEqual(['s1-e1', 's1-e5']);
  });

  it('whether it is read as quote, heading, note or listing', () => {
    expect(
      idsOf(after(a, { text: b, kind: 'heading' }, { text: c, kind: 'note' }, { text: d, kind: 'listing' }, e)),
    ).toEqual(idsOf(start));
  });

  it('says what moved, and only that', () => {
    const now = after(a, d, b, c, e);
    expect(now.allocation.changes.map(({ kind, id }) => [kind, id])).toEqual([['moved', 's1-e4']]);
    expect(now.allocation.kept).toBe(4);
  });

  it('through a typing error, and says so', () => {
    const now = after(a, withWord(b, 4), c, d, e);
    expect(idsOf(now)).toEqual(idsOf(start));
    expect(changeOf(now, 's1-e2')).toMatchObject([{ kind: 'edited', similarity: 9 / 13 }]);
    expect(entryOf(now, 's1-e2')).toMatchObject({ edited: '1.0.0', since: '1.0.0', status: 'live' });
    expect(now.allocation.bySource.get(sourceId('s1'))?.[1]).toMatchObject({ how: 'edited', editedSince: '1.0.0' });
  });

  it('not through a rewriting below the threshold', () => {
    const now = after(a, withWord(withWord(withWord(b, 2), 6), 9), c, d, e);
    expect(idsOf(now)).toEqual(['s1-e1', 's1-e6', 's1-e3', 's1-e4', 's1-e5']);
    expect(entryOf(now, 's1-e2')).toMatchObject({ status: 'retired', gone: '1.0.0' });
  });

  it('not when two new texts are equally near', () => {
    const now = after(a, withWord(b, 4), withWord(b, 7), c, d, e);
    expect(idsOf(now).slice(1, 3)).toEqual(['s1-e6', 's1-e7']);
    const apart = after(a, withWord(b, 4), c, withWord(b, 7), d, e);
    expect(idsOf(apart)).toEqual(['s1-e1', 's1-e2', 's1-e3', 's1-e6', 's1-e4', 's1-e5']);
  });

  it('through an edit in another place only when it is very near', () => {
    const [long, other] = [sentence(20, 30), sentence(21, 30)];
    const before = update(null, [source('s1', long, a, b, c, other)]);
    const near = update(before.text, [source('s1', a, b, c, other, withWord(long, 0))]);
    expect(idsOf(near)).toEqual(['s1-e2', 's1-e3', 's1-e4', 's1-e5', 's1-e1']);
    const far = update(before.text, [
      source(
        's1',
        a,
        b,
        c,
        other,
        [3, 9, 15, 20].reduce((text, at) => withWord(text, at), long),
      ),
    ]);
    expect(idsOf(far)).toEqual(['s1-e2', 's1-e3', 's1-e4', 's1-e5', 's1-e6']);
  });

  it('when a quote is cut down or made longer', () => {
    const long = `${b} ${sentence(30)} ${sentence(31)}`;
    expect(idsOf(after(a, long, c, d, e))).toEqual(idsOf(start));
    const before = update(null, [source('s1', a, long, c)]);
    expect(idsOf(update(before.text, [source('s1', a, b, c)]))).toEqual(['s1-e1', 's1-e2', 's1-e3']);
    // Two words of it prove nothing.
    const cut = update(before.text, [source('s1', a, b.split(' ').slice(0, 3).join(' '), c)]);
    expect(idsOf(cut)).toEqual(['s1-e1', 's1-e4', 's1-e3']);
  });
});

describe('twins', () => {
  const same = 'Conclusion';

  it('are told apart by their neighbours', () => {
    const before = update(null, [source('s1', a, same, b, c, same, d, same)]);
    const now = (...texts: readonly string[]) => idsOf(update(before.text, [source('s1', ...texts)]));
    expect(now(c, same, d, same, a, same, b)).toEqual(['s1-e4', 's1-e5', 's1-e6', 's1-e7', 's1-e1', 's1-e2', 's1-e3']);
    expect(now(c, same, d)).toEqual(['s1-e4', 's1-e5', 's1-e6']);
    expect(now(a, b, c, same, d, same)).toEqual(['s1-e1', 's1-e3', 's1-e4', 's1-e5', 's1-e6', 's1-e7']);
    expect(now(same, a, same, b, c, same, d, same)).toEqual([
      's1-e8',
      's1-e1',
      's1-e2',
      's1-e3',
      's1-e4',
      's1-e5',
      's1-e6',
      's1-e7',
    ]);
  });

  it('are told apart by neighbours that were edited as well', () => {
    const before = update(null, [source('s1', a, same, b, c, same, d, e, f)]);
    const now = update(before.text, [source('s1', withWord(c, 3), same, withWord(d, 5), e, f)]);
    expect(idsOf(now)).toEqual(['s1-e4', 's1-e5', 's1-e6', 's1-e7', 's1-e8']);
  });

  it('keep their order where nothing tells them apart', () => {
    const before = update(null, [source('s1', same, same, same)]);
    expect(idsOf(update(before.text, [source('s1', same, same)]))).toEqual(['s1-e1', 's1-e2']);
    expect(idsOf(update(before.text, [source('s1', same, same, same, same)]))).toEqual([
      's1-e1',
      's1-e2',
      's1-e3',
      's1-e4',
    ]);
  });

  it('a passage pasted twice leaves the ids with the first copy', () => {
    expect(idsOf(after(a, b, c, d, e, a, b, c, d, e)).slice(0, 5)).toEqual(idsOf(start));
  });

  it('excerpts without a single word are twins like others', () => {
    const before = update(null, [source('s1', '', a, '', b, '…')]);
    expect(idsOf(update(before.text, [source('s1', b, '…', a, '')]))).toEqual(['s1-e4', 's1-e5', 's1-e2', 's1-e3']);
  });
});

describe('text that went', () => {
  it('retires its id for good: new text takes a new number', () => {
    const gone = after(a, b, d, e);
    const now = update(gone.text, [source('s1', a, b, d, e, f)]);
    expect(idsOf(now).at(-1)).toBe('s1-e6');
    expect(now.allocation.tombstones).toMatchObject([
      { id: 's1-e3', source: 's1', status: 'retired', since: '1.0.0', gone: '1.0.0', to: [] },
    ]);
  });

  it('has its old id again when it comes back', () => {
    const gone = after(a, b, d, e);
    const now = update(gone.text, [source('s1', a, b, c, d, e)]);
    expect(idsOf(now)).toEqual(idsOf(start));
    expect(changeOf(now, 's1-e3')).toMatchObject([{ kind: 'revived' }]);
    expect(entryOf(now, 's1-e3')).not.toHaveProperty('gone');
  });

  it('points to the pieces it was split into', () => {
    const whole = `${sentence(40)} ${sentence(41)}`;
    const before = update(null, [source('s1', a, whole, b, c, d)]);
    const now = update(before.text, [source('s1', a, sentence(40), sentence(41), b, c, d)]);
    expect(idsOf(now).slice(1, 3)).toEqual(['s1-e6', 's1-e7']);
    expect(now.allocation.tombstones).toMatchObject([{ id: 's1-e2', status: 'retired', to: ['s1-e6', 's1-e7'] }]);
    expect(entryOf(now, 's1-e6')).toMatchObject({ was: ['s1-e2'] });
  });

  it('points to pieces that are short, when they are the whole text between them', () => {
    const before = update(null, [source('s1', a, sentence(40, 14), b, c, d)]);
    const words = sentence(40, 14).split(' ');
    const [first, second] = [words.slice(0, 7).join(' '), words.slice(7).join(' ')];
    const split = update(before.text, [source('s1', a, first, second, b, c, d)]);
    expect(split.allocation.tombstones).toMatchObject([{ id: 's1-e2', to: ['s1-e6', 's1-e7'] }]);
    for (const others of [[first], [first, first], [first, sentence(44, 7)]]) {
      const now = update(before.text, [source('s1', a, ...others, b, c, d)]);
      expect(now.allocation.tombstones, others.join('|')).toMatchObject([{ id: 's1-e2', to: [] }]);
    }
  });

  it('leaves the id with the larger piece, and names the smaller one', () => {
    const whole = `${sentence(40, 30)} ${sentence(41, 10)}`;
    const before = update(null, [source('s1', a, whole, b)]);
    const now = update(before.text, [source('s1', a, sentence(40, 30), sentence(41, 10), b)]);
    expect(idsOf(now)).toEqual(['s1-e1', 's1-e2', 's1-e4', 's1-e3']);
    expect(changeOf(now, 's1-e2')).toMatchObject([{ kind: 'edited' }, { kind: 'split', to: ['s1-e2', 's1-e4'] }]);
  });

  it('points to the text it was merged into', () => {
    const now = after(a, `${b} ${c} ${sentence(50, 3)}`, d, e);
    const lost = now.allocation.tombstones.map(({ id, to }) => [id, to]);
    const [, merged] = idsOf(now);
    expect(lost).toEqual(
      merged === 's1-e2'
        ? [['s1-e3', ['s1-e2']]]
        : [
            ['s1-e2', [merged]],
            ['s1-e3', [merged]],
          ],
    );
  });

  it('points to the source it was moved to', () => {
    const before = update(null, [source('s1', a, b, c), source('s2', d, e)]);
    const now = update(before.text, [source('s1', a, c), source('s2', d, withWord(b, 11), e)]);
    expect(idsOf(now, 's2')).toEqual(['s2-e1', 's2-e3', 's2-e2']);
    expect(entryOf(now, 's1-e2')).toMatchObject({ status: 'moved', to: ['s2-e3'] });
    expect(now.allocation.tombstones).toMatchObject([{ id: 's1-e2', status: 'moved', to: ['s2-e3'] }]);
    expect(entryOf(now, 's2-e3')).toMatchObject({ was: ['s1-e2'] });
  });

  it('is not found again in a heading that every article has', () => {
    const before = update(null, [source('s1', a, 'Conclusion'), source('s2', b)]);
    const now = update(before.text, [source('s1', a), source('s2', b, 'Conclusion')]);
    expect(now.allocation.tombstones).toMatchObject([{ id: 's1-e2', status: 'retired', to: [] }]);
  });

  it('is found again with its short neighbours when the whole note has another id', () => {
    const before = update(null, [source('s1', 'Intro', a, 'Conclusion', b, figure('', 'https://x.org/1.png'))]);
    const now = update(before.text, [source('s9', 'Intro', a, 'Conclusion', b, figure('', 'https://x.org/1.png'))]);
    expect(now.allocation.tombstones.map(({ id, status, to }) => [id, status, ...to])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [`s1-e${number}`, 'moved', `s9-e${number}`]),
    );
  });

  it('a figure with the same caption and another address is another figure', () => {
    const caption = 'press to see the whole image in its full size';
    const before = update(null, [source('s1', a, figure(caption, 'https://x.org/1.png'), b)]);
    const now = update(before.text, [source('s1', a, figure(caption, 'https://x.org/2.png'), b)]);
    expect(idsOf(now)).toEqual(['s1-e1', 's1-e4', 's1-e3']);
    const captioned = update(before.text, [source('s1', a, figure('the platform', 'https://x.org/1.png'), b)]);
    expect(idsOf(captioned)).toEqual(['s1-e1', 's1-e2', 's1-e3']);
  });
});
