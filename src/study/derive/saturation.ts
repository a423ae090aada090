// In: a study and an order of its sources. Out: how many codes were new at each source, with the band that chance orders give.
// The curve depends on the order, so the order is always named; the band comes from seeded shuffles, the same on every machine.
// A flat end is no proof of saturation: it says that these sources, coded by this person, brought little that was new.

import type { CodeId, SourceId } from '../model/ids.ts';
import type { Settings, Source, Study } from '../model/study.ts';

export interface SaturationPoint {
  readonly source: SourceId;
  /** Codes that no source before this one has, in order of first mention. */
  readonly fresh: readonly CodeId[];
  /** Codes seen up to and with this source. */
  readonly total: number;
  /** The middle 90 % of the totals at this place over all shuffles. */
  readonly low: number;
  readonly high: number;
}

export interface Saturation {
  readonly order: 'file' | 'id' | 'date' | 'custom';
  readonly points: readonly SaturationPoint[];
  readonly shuffles: number;
  /** Sources that the declared order could not place; they stand last, by id. */
  readonly unplaced: readonly SourceId[];
}

const shuffles = 200;
const seed = 1;

export function saturation(study: Study, order: Settings['order'] = study.settings.order): Saturation {
  const { sources, unplaced } = inOrder(study, order);
  const codes = sources.map((source) => codesOf(source));
  const band = bandOf(codes);
  const seen = new Set<CodeId>();
  const points = sources.map((source, i): SaturationPoint => {
    const fresh = (codes[i] ?? []).filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    const [low = 0, high = 0] = band[i] ?? [];
    return { source: source.id, fresh, total: seen.size, low, high };
  });
  return { order: typeof order === 'string' ? order : 'custom', points, shuffles, unplaced };
}

/** Each code of a source once, in order of first mention. */
const codesOf = (source: Source): readonly CodeId[] => [
  ...new Set(source.passages.flatMap((passage) => passage.codes)),
];

function inOrder(
  study: Study,
  order: Settings['order'],
): { sources: readonly Source[]; unplaced: readonly SourceId[] } {
  if (order === 'id') return { sources: study.sources, unplaced: [] };
  const keys = keysOf(study, order);
  const placed = study.sources.filter((source) => keys.has(source.id));
  const rest = study.sources.filter((source) => !keys.has(source.id));
  const key = (source: Source): string => keys.get(source.id) ?? '';
  const sources = [...placed].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return { sources: [...sources, ...rest], unplaced: rest.map((source) => source.id) };
}

/** Sorting is stable, so that equal keys keep the order of ids. */
function keysOf(study: Study, order: Exclude<Settings['order'], 'id'>): ReadonlyMap<string, string> {
  if (order === 'file') return new Map(study.sources.map((source) => [source.id, source.file]));
  if (order === 'date') {
    return new Map(
      study.sources.flatMap((source) => (source.bibliography.date ? [[source.id, source.bibliography.date]] : [])),
    );
  }
  return new Map(order.map((id, i) => [id, String(i).padStart(8, '0')]));
}

/** For each place the 5 % and 95 % quantile of the number of codes seen, over shuffled orders. */
function bandOf(codes: readonly (readonly CodeId[])[]): readonly (readonly [number, number])[] {
  const numbers = new Map<CodeId, number>();
  const rows = codes.map((row) => row.map((id) => numberOf(numbers, id)));
  const totals = rows.map(() => new Int32Array(shuffles));
  const random = mulberry32(seed);
  const order = rows.map((_, i) => i);
  const seen = new Int32Array(numbers.size).fill(-1);
  for (let round = 0; round < shuffles; round += 1) {
    shuffle(order, random);
    let total = 0;
    order.forEach((row, place) => {
      for (const id of rows[row] ?? []) {
        if (seen[id] === round) continue;
        seen[id] = round;
        total += 1;
      }
      const column = totals[place];
      if (column) column[round] = total;
    });
  }
  return totals.map((column) => {
    const sorted = column.sort();
    return [sorted[Math.floor(shuffles * 0.05)] ?? 0, sorted[Math.ceil(shuffles * 0.95) - 1] ?? 0] as const;
  });
}

/** Fisher and Yates, in place. */
function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j] ?? 0, values[i] ?? 0];
  }
}

/** A small generator with 32 bits of state (Tommy Ettinger's mulberry32); the same numbers on every machine. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function numberOf(numbers: Map<CodeId, number>, id: CodeId): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}
