// In: an id as people type it. Out: the id as addresses write it. Runs in the reader's browser, too: no imports.

/**
 * `s6-12`, `S6.12`, `s6e12`, `S6-E12`, `s6_e12` and `s6 e12` → `s6-e12`; `null` for anything that is no excerpt's id.
 * Only the form is judged: whether such an excerpt stands in the study is for the caller to look up.
 */
export function resolveId(text: string): string | null {
  return resolve(
    text,
    /^([sp]\d+(?:-\d+(?=[-._ ]*e|[-._ ]+\d))?|[a-z0-9_-]*[a-z0-9](?=[-._ ]e))(?:[-._ ]*e[-._ ]?|[-._ ])0*([1-9]\d*)$/,
    'e',
  );
}

/** The same for passages: `S6-P3`, `s6p3`, `s6.p3` → `s6-p3`. */
export function resolvePassageId(text: string): string | null {
  return resolve(text, /^([sp]\d+(?:-\d+)?|[a-z0-9_-]*[a-z0-9](?=[-._ ]p))[-._ ]*p[-._ ]?0*([1-9]\d*)$/, 'p');
}

const longest = 200;

function resolve(text: string, form: RegExp, letter: 'e' | 'p'): string | null {
  if (text.length > longest) return null;
  const plain = text.normalize('NFKC').trim().replace(/^[#@]/, '').toLowerCase();
  const [, source, number] = form.exec(plain) ?? [];
  return source === undefined || number === undefined ? null : `${source}-${letter}${number}`;
}
