// In: text of one line. Out: Markdown that shows exactly that text, in CommonMark, GFM and pandoc alike.
// Every ASCII punctuation mark may be escaped (CommonMark 0.31, section 2.4); these are the ones that mean something inside a line.

export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>&~#|$^@!{}]/g, '\\$&');

/** A link's address: brackets and blanks encoded, so that it ends where it should. */
export const markdownAddress = (address: string): string =>
  address.replace(
    /[()\s<>\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
