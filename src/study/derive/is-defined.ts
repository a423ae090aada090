// In: a value that may be missing. Out: whether it is there, for filters.

export const isDefined = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;
