// In: `flow` of study.yaml. Out: the same, for derive/flow.ts to add up; what is no number of sources is named.

import { count, field, isRecord, list, onlyKeys, text, type Path, type Reader } from './fields.ts';
import type { Settings } from './study.ts';

const steps = ['identified', 'duplicates', 'screened', 'included'] as const;

export function readFlow(reader: Reader, path: Path, value: unknown): Settings['flow'] {
  onlyKeys(reader, path, value, [...steps, 'excluded']);
  for (const step of steps) count(reader, [...path, step], field(value, step));
  const excluded = field(value, 'excluded');
  if (typeof excluded === 'number') count(reader, [...path, 'excluded'], excluded);
  else
    list(reader, [...path, 'excluded'], excluded).forEach((item, i) => {
      const here = [...path, 'excluded', i];
      onlyKeys(reader, here, item, ['reason', 'n']);
      text(reader, [...here, 'reason'], field(item, 'reason'));
      count(reader, [...here, 'n'], field(item, 'n'));
    });
  return isRecord(value) ? Object.fromEntries(Object.entries(value)) : null;
}
