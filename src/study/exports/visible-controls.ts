// In: text. Out: the same text, with each character that XML 1.0 and many readers of plain files refuse shown as a token `U+0007`.
// XML 1.0 (Fifth Edition), section 2.2: tab, line feed, carriage return and everything from blank on, without surrogates, U+FFFE, U+FFFF.

/** With the `u` flag a surrogate matches only when it stands alone, so emoji stay whole. */
const refused = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu; // eslint-disable-line no-control-regex

export const visibleControls = (text: string): string =>
  text.replace(refused, (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
