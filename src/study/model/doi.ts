// In: a DOI as people write it. Out: the bare DOI (`https://doi.org/10.1/x` and `doi:10.1/x` → `10.1/x`), '' when it is none.

export const plainDoi = (text: string): string => /10\.\d{4,9}\/[!#-[\]_a-z~]+/.exec(text)?.[0] ?? '';
