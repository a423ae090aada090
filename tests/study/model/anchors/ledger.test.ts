import { describe, expect, it } from 'vitest';
import { parseLedger, partsOf, sortById } from '../../../../src/study/model/anchors/ledger.ts';
import { codesOf, entryOf, idsOf, linesOf, quote, sentence, sentences, source, update } from './notes.ts';

const three = [source('s1', ...sentences(0, 3))];

describe('the ledger file', () => {
  it('has one line an id, keys in one order, and no date', () => {
    const lines = linesOf(update(null, three));
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(line).toMatch(/^\{"id":"s1-e\d","status":"live","since":"1\.0\.0","order":\d,"words":/);
    expect(lines.join()).not.toMatch(/20\d\d-\d\d/);
  });

  it('sorts by source and number as people count', () => {
    const ids = ['s10-e1', 's2-e10', 'p3-e1', 's2-e9', 's6-2-e1', 's6-e11', 's6-10-e1'];
    expect(sortById(ids.map((id) => ({ id }))).map(({ id }) => id)).toEqual([
      'p3-e1',
      's2-e9',
      's2-e10',
      's6-e11',
      's6-2-e1',
      's6-10-e1',
      's10-e1',
    ]);
  });

  it('knows excerpt ids from other words', () => {
    expect(partsOf('s6-2-e4')).toEqual({ source: 's6-2', number: 4 });
    for (const id of ['s6', 's6-e0', 's6-e', 'S6-e1', 's6-p3', '../x-e1', '-e', 's6-e1 '])
      expect(partsOf(id)).toBeNull();
  });

  it('an inserted excerpt adds one line and touches no other', () => {
    const before = update(null, three);
    const now = update(before.text, [source('s1', sentence(0), sentence(99), sentence(1), sentence(2))]);
    expect(idsOf(now)).toEqual(['s1-e1', 's1-e4', 's1-e2', 's1-e3']);
    expect(linesOf(now).filter((line) => !linesOf(before).includes(line))).toHaveLength(1);
    expect(linesOf(now)).toEqual(expect.arrayContaining([...linesOf(before)]));
  });

  it('keeps ranks distinct over a hundred insertions at one place', () => {
    let texts = sentences(0, 2);
    let ledger = update(null, [source('s1', ...texts)]);
    for (let at = 0; at < 100; at += 1) {
      texts = [texts[0] ?? '', sentence(1000 + at), ...texts.slice(1)];
      ledger = update(ledger.text, [source('s1', ...texts)]);
      expect(ledger.allocation.kept).toBe(at + 2);
      expect(update(ledger.text, [source('s1', ...texts)]).changed).toBe(false);
    }
  });

  it('names a line that cannot be read, uses the others, keeps it, and gives its number to nobody', () => {
    const before = update(null, three);
    const broken = before.text.replace(
      '"status":"live","since":"1.0.0","order":3',
      '"status":"live","since":"1.0.0","order":',
    );
    const now = update(broken, [source('s1', ...sentences(0, 2), sentence(50))]);
    expect(now.allocation.notices).toContainEqual(expect.objectContaining({ code: 'ledger-syntax', line: 3 }));
    expect(idsOf(now)).toEqual(['s1-e1', 's1-e2', 's1-e4']);
    expect(linesOf(now)).toContain(broken.split('\n')[2]);
    expect(update(now.text, [source('s1', ...sentences(0, 2), sentence(50))]).changed).toBe(false);
  });

  it('names keys that are none, and values that cannot be used, and reads the rest of the line', () => {
    const line = {
      id: 's1-e1',
      status: 'live',
      since: 5,
      order: 1,
      words: ['x'],
      to: ['s1-e2', '../../x'],
      hash: '0'.repeat(16),
    };
    const { entries, notices } = parseLedger(`${JSON.stringify({ ...line, sketch: '', hsah: 1 })}\n`);
    expect(entries).toEqual([expect.objectContaining({ id: 's1-e1', since: '', to: ['s1-e2'] })]);
    expect(notices.map(({ code, line: at, args }) => [code, at, args['field']])).toEqual(
      ['since', 'words', 'to', 'hsah'].map((field) => ['ledger-syntax', 1, field]),
    );
    const sound = update(null, [source('s1', ...sentences(0, 3))]).text;
    expect(parseLedger(sound).notices).toEqual([]);
  });

  it('gives numbers that nobody ever had, also when somebody wrote the highest one by hand', () => {
    const base = update(null, [source('s1', ...sentences(0, 2))]);
    const [first = ''] = linesOf(base);
    const high = `${first.replace('s1-e1', 's1-e999999999').replace('live', 'retired')}\nbroken "s1-e3"\n`;
    const texts = [...sentences(0, 2), ...sentences(60, 2)];
    const now = update(base.text + high, [source('s1', ...texts)]);
    expect(idsOf(now)).toEqual(['s1-e1', 's1-e2', 's1-e4', 's1-e5']);
    expect(idsOf(update(now.text, [source('s1', ...texts, sentence(90))])).at(-1)).toBe('s1-e6');
  });

  it('refuses lines of a wrong shape without falling over', () => {
    const shapes = [
      'null',
      '1',
      '[]',
      '{}',
      '{"__proto__":{"id":"s1-e1"}}',
      '{"id":"s1-e1"}',
      '{"id":7}',
      '"s1-e1"',
      '{',
    ];
    const ledger = parseLedger(shapes.join('\n'));
    expect(ledger.entries).toEqual([]);
    expect(ledger.notices.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('mends a merge of two branches that gave one number to two texts', () => {
    const base = update(null, three, '1.0.0');
    const add = (text: string) => update(base.text, [source('s1', ...sentences(0, 3), text)], '1.1.0');
    const line = (text: string): string => linesOf(add(text))[3] ?? '';
    const [x, y] = [sentence(70), sentence(80)];
    const merged = `${base.text}<<<<<<< ours\n${line(x)}\n=======\n${line(y)}\n>>>>>>> theirs\n`;
    const now = update(merged, [source('s1', ...sentences(0, 3), x, y)], '1.1.0');
    expect(codesOf(now).filter((code) => code === 'ledger-syntax')).toHaveLength(3);
    expect(now.allocation.notices).toContainEqual(
      expect.objectContaining({ code: 'ledger-duplicate-id', excerpt: 's1-e4', line: 7 }),
    );
    expect(idsOf(now)).toEqual(['s1-e1', 's1-e2', 's1-e3', 's1-e4', 's1-e5']);
    const mended = update(now.text, [source('s1', ...sentences(0, 3), x, y)], '1.1.0');
    expect([mended.changed, codesOf(mended)]).toEqual([false, []]);
  });

  it('leaves a number with the earlier release when two lines claim it', () => {
    const released = update(null, three, '1.0.0');
    const other = update(null, [source('s1', sentence(40))], '1.1.0');
    const both = parseLedger(other.text + released.text, '1.1.0');
    expect(both.entries.find(({ id }) => id === 's1-e1')?.since).toBe('1.0.0');
  });

  it('does not mind line ends, a byte order mark, or the order of lines', () => {
    const before = update(null, three);
    const awkward = `\uFEFF${before.text.replaceAll('\n', '\r\n')}`;
    expect(update(awkward, three).changed).toBe(false);
    const reversed = [...linesOf(before)].reverse().join('\n');
    const now = update(reversed, three);
    expect([now.text, now.allocation.changes]).toEqual([before.text, []]);
  });

  it('writes no words of withheld text, not for retired ids either', () => {
    const before = update(null, three);
    expect(entryOf(before, 's1-e3')?.words).toBe(sentence(2).split(' ').slice(0, 8).join(' '));
    const [first, second] = sentences(0, 2);
    const found = [source('s1', first ?? '', { ...quote(second ?? ''), withheld: true })];
    const now = update(before.text, found, '1.0.0', { hideWords: () => true });
    expect(entryOf(now, 's1-e1')?.words).toBeDefined();
    for (const id of ['s1-e2', 's1-e3']) expect(entryOf(now, id)).not.toHaveProperty('words');
    expect(now.allocation.tombstones).toMatchObject([{ id: 's1-e3' }]);
    expect(now.allocation.tombstones[0]).not.toHaveProperty('words');
    expect(now.report.join()).not.toContain(sentence(2).slice(0, 12));
  });
});
