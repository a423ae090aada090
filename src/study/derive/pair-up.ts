// In: records of an older and a newer study. Out: which are the same: by id, by a declared new name, by likeness; and which have no partner.

export interface Renamed {
  readonly from: string;
  readonly to: string;
  /** `declared` in study.yaml or the ledger, or `found` because everything else is the same. */
  readonly how: 'declared' | 'found';
}

export interface Pairing<T> {
  /** Old id → new id. */
  readonly declared: Readonly<Record<string, string>>;
  /** What two records of different ids have in common when they are the same; '' never counts. The first that decides is used. */
  readonly likeness: readonly ((record: T) => string)[];
}

export interface Paired<T> {
  /** Pairs with equal ids first, renamed ones behind them. */
  readonly same: readonly (readonly [before: T, after: T])[];
  readonly renamed: readonly Renamed[];
  readonly onlyOld: readonly T[];
  readonly onlyNew: readonly T[];
}

export function pairUp<T extends { readonly id: string }>(
  older: readonly T[],
  newer: readonly T[],
  { declared, likeness }: Pairing<T>,
): Paired<T> {
  const names = new Map(Object.entries(declared));
  const rest = { old: new Map(older.map((one) => [one.id, one])), new: new Map(newer.map((one) => [one.id, one])) };
  const same: (readonly [T, T])[] = [];
  const renamed: Renamed[] = [];
  const pair = (before: T, after: T, how: Renamed['how']): void => {
    rest.old.delete(before.id);
    rest.new.delete(after.id);
    same.push([before, after]);
    if (before.id !== after.id) renamed.push({ from: before.id, to: after.id, how });
  };
  for (const before of older) {
    const after = rest.new.get(before.id);
    if (after !== undefined) pair(before, after, 'declared');
  }
  for (const before of [...rest.old.values()]) {
    const after = rest.new.get(names.get(before.id) ?? '');
    if (after !== undefined) pair(before, after, 'declared');
  }
  for (const trait of likeness) {
    const [olds, news] = [onlyOnes(rest.old.values(), trait), onlyOnes(rest.new.values(), trait)];
    for (const [value, before] of olds) {
      const after = news.get(value);
      if (after !== undefined) pair(before, after, 'found');
    }
  }
  return { same, renamed, onlyOld: [...rest.old.values()], onlyNew: [...rest.new.values()] };
}

/** The records that alone have their value: two alike cannot be told apart. */
function onlyOnes<T>(records: Iterable<T>, trait: (record: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T | null>();
  for (const record of records) {
    const value = trait(record);
    if (value !== '') found.set(value, found.has(value) ? null : record);
  }
  return new Map([...found].flatMap(([value, record]) => (record === null ? [] : [[value, record] as const])));
}
