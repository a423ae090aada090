// In: the numbers of `flow` in study.yaml. Out: how many sources came in, went and stayed, and where the numbers do not add up.
// After the flow diagram of PRISMA 2020: identified, duplicates removed, screened, excluded with reasons, included.

import type { Study } from '../model/study.ts';

export interface SourceFlow {
  readonly identified: number | null;
  readonly duplicates: number | null;
  readonly screened: number | null;
  readonly excluded: readonly { readonly reason: string; readonly n: number }[];
  readonly included: number | null;
  /** Sums that do not come out: what they should give and what stands there. */
  readonly mismatches: readonly FlowMismatch[];
}

export interface FlowMismatch {
  readonly what: 'screened' | 'included' | 'sources';
  readonly expected: number;
  readonly found: number;
}

/** `null` without a `flow`, and when it holds no number. */
export function sourceFlow(study: Study): SourceFlow | null {
  const { flow } = study.settings;
  if (!flow) return null;
  const at = (key: string): number | null => countOf(Object.hasOwn(flow, key) ? flow[key] : null);
  const excluded = Object.hasOwn(flow, 'excluded') ? exclusions(flow['excluded']) : [];
  const [identified, duplicates, screened, included] = ['identified', 'duplicates', 'screened', 'included'].map(at);
  const numbers = {
    identified: identified ?? null,
    duplicates: duplicates ?? null,
    screened: screened ?? null,
    excluded,
    included: included ?? null,
  };
  if (excluded.length === 0 && Object.values(numbers).every((one) => one === null || Array.isArray(one))) return null;
  return { ...numbers, mismatches: mismatches(numbers, study.sources.length) };
}

const countOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** A list of `{ reason, n }`, or one number without reasons. */
function exclusions(value: unknown): SourceFlow['excluded'] {
  if (!Array.isArray(value)) {
    const n = countOf(value);
    return n === null ? [] : [{ reason: '', n }];
  }
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const entry = new Map<string, unknown>(Object.entries(item));
    const n = countOf(entry.get('n'));
    const reason = entry.get('reason');
    return n === null ? [] : [{ reason: typeof reason === 'string' ? reason : '', n }];
  });
}

function mismatches(flow: Omit<SourceFlow, 'mismatches'>, sources: number): readonly FlowMismatch[] {
  const { identified, duplicates, screened, excluded, included } = flow;
  const went = excluded.reduce((sum, { n }) => sum + n, 0);
  const start = screened ?? (identified === null ? null : identified - (duplicates ?? 0));
  const sums: readonly (readonly [FlowMismatch['what'], number | null, number | null])[] = [
    ['screened', identified === null ? null : identified - (duplicates ?? 0), screened],
    ['included', start === null ? null : start - went, included],
    ['sources', sources, included],
  ];
  return sums.flatMap(([what, expected, found]) =>
    expected === null || found === null || expected === found ? [] : [{ what, expected, found }],
  );
}
