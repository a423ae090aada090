// In: an address as a note writes it. Out: the address as a link, a citation or a TeX file may carry it, or '' when it is none.
// CITING.md section 5, rule 3: kept as it is; only what no client may meet raw is percent-encoded.

const unsafe = /[\s{}\\^"`|<>\p{Cc}]|\P{ASCII}|%(?![0-9A-Fa-f]{2})/gu;

/** http and https only: a note's `javascript:` is never a link. */
export function webAddress(text: string): string {
  const address = text.trim();
  if (!/^https?:\/\/[^\s/?#]/i.test(address)) return '';
  return address.toWellFormed().replace(unsafe, (character) => encode(character));
}

/** `www.example.org` → `example.org`; '' when the text is no web address. */
export function hostOf(text: string): string {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(webAddress(text));
  return (match?.[1] ?? '').toLowerCase().replace(/^www\./, '');
}

function encode(character: string): string {
  if (character === '%') return '%25';
  return encodeURIComponent(character);
}
