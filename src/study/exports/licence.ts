// In: a licence as `study.yaml` or `CITATION.cff` says it. Out: its address, '' when it is none that we know how to address.

export function licenceAddress(licence: string): string {
  const name = licence.trim();
  if (/^https?:\/\/[^\s"<>]+$/.test(name)) return name;
  const commons = /^CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)$/i.exec(name);
  if (commons) return `https://creativecommons.org/licenses/${(commons[1] ?? '').toLowerCase()}/${commons[2] ?? ''}/`;
  if (/^CC0-1\.0$/i.test(name)) return 'https://creativecommons.org/publicdomain/zero/1.0/';
  // SPDX identifiers look like this; anything else is a sentence.
  return /^[A-Za-z0-9]+(?:[.+-][A-Za-z0-9.+]+)+$/.test(name) ? `https://spdx.org/licenses/${name}` : '';
}
