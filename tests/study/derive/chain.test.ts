import { describe, expect, it } from 'vitest';
import { evidenceChain, type ChainRow } from '../../../src/study/derive/chain.ts';
import type { Settings, Study } from '../../../src/study/model/study.ts';
import { sampleStudy } from '../../exports/sample-study.ts';
import { bakery } from '../../plots/bakery.ts';

const rows = (study: Study): readonly ChainRow[] => evidenceChain(study).rows;
const ends = (study: Study, item: ChainRow['item']): Record<string, string> =>
  Object.fromEntries(
    rows(study)
      .filter((row) => row.item === item)
      .map((row) => [row.id, row.brokenAt ?? row.state]),
  );

describe('the chain of evidence', () => {
  it('says of each code where it breaks', () => {
    expect(ends(bakery(), 'code')).toMatchObject({
      access_control: 'linked',
      VMs: 'open code',
      resting_time: 'open code',
      share_oven: 'excerpt',
      unused_practice: 'excerpt',
    });
  });

  it('says it of each element of the model, sources apart', () => {
    expect(ends(bakery(), 'model element')).toEqual({
      cost_transparency: 'linked',
      resting_time: 'open code',
      peace: 'code',
      share_oven: 'code',
      keep_fire: 'code',
      access_control: 'linked',
      drawing_lots: 'code',
      VMs: 'open code',
      fire_keeper: 'code',
      no_keeper: 'code',
    });
  });

  it('joins open codes with the same words, whatever their case, and leads them on', () => {
    const open = ends(bakery(), 'open code');
    expect(open).toMatchObject({ access_control: 'linked', 'lamp first': 'code', 'nothing before it': 'excerpt' });
    const [row] = rows(bakery()).filter(({ item, id }) => item === 'open code' && id === 'access_control');
    expect(row).toMatchObject({ codes: ['access_control'], elements: ['access_control'], decisions: ['share_oven'] });
  });

  it('puts every open code, code and class in exactly one state', () => {
    const study = bakery();
    const all = rows(study);
    const classes = (study.companion?.classes ?? []).filter(({ kind }) => kind !== 'Source');
    expect(all.filter(({ item }) => item === 'code')).toHaveLength(study.codes.length);
    expect(all.filter(({ item }) => item === 'model element')).toHaveLength(classes.length);
    for (const row of all) expect(row.state === 'broken').toBe(row.brokenAt !== undefined);
    expect(new Set(all.map(({ item, id }) => `${item} ${id}`)).size).toBe(all.length);
  });

  it('keeps a class whose name went to another, as a broken row', () => {
    const study = bakery();
    const [first] = study.companion?.classes ?? [];
    if (!first || !study.companion) throw new Error('the bakery has classes');
    const lost = { ...first, id: null, kind: 'Practice', label: 'Overwritten' };
    const with_ = { ...study, companion: { ...study.companion, classes: [...study.companion.classes, lost] } };
    expect(rows(with_).filter(({ label }) => label === 'Overwritten')).toMatchObject([
      { id: '', state: 'broken', brokenAt: 'code', elements: [] },
    ]);
  });

  it('takes out what is declared out of scope, with the reason', () => {
    const outOfScope: Settings['outOfScope'] = [
      { kind: 'code', id: 'VMs', reason: 'a slip' },
      { kind: 'openCode', id: 'Lamp  FIRST', reason: 'said in passing' },
      { kind: 'element', id: 'peace', reason: 'later' },
    ];
    const scoped = rows(bakery({ outOfScope })).filter(({ state }) => state === 'out of scope');
    expect(scoped.map(({ item, reason }) => [item, reason])).toEqual([
      ['open code', 'said in passing'],
      ['code', 'a slip'],
      ['model element', 'later'],
    ]);
  });

  it('ends at the code where no model is', () => {
    const { hasModel } = evidenceChain(sampleStudy());
    expect(hasModel).toBe(false);
    expect(ends(sampleStudy(), 'code')['access_control']).toBe('linked');
    expect(Object.values(ends(sampleStudy(), 'code'))).not.toContain('model element');
  });
});
