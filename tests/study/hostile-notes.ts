// Out: notes that nobody would write by hand, each made of one thing very often. `size` is how often; the texts are invented.

const header = '# s\n1\n## url\nhttps://example.org/a\n## tiny url\n\n## archive url\n\n## title\nAn invented title\n';
const open = '\n**OPEN CODING TRACE:**\n\n';
const axial = '\n**AXIAL CODING TRACE:**\n\n';
const quote = '> A platform keeps every promise it makes to its teams.\n';

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/** Name → a note with `size` of the thing in its name. */
export const hostileNotes: Readonly<Record<string, (size: number) => string>> = {
  'one long line in a quote': (size) => `${header}\n> ${'many words of one line '.repeat(size / 23)}\n`,
  'one long line of letters in quote and open code': (size) =>
    `${header}\n> ${'a'.repeat(size)}b\n${open}${'a'.repeat(size / 2)}\n${axial}\`\`\`\nsame\n\`\`\`\n`,
  'one long line with soft hyphens': (size) => `${header}\n> ${'ab\u00ad'.repeat(size / 3)}\n`,
  'one long line of twice-encoded characters': (size) => `${header}\n> ${'itâ€™s '.repeat(size / 7)}\n`,
  'one long line of NUL': (size) => `${header}\n> ${'\0'.repeat(size)}\n`,
  'one long line of mixed scripts': (size) => `${header}\n> ${'pl\u0430tform '.repeat(size / 9)}\n`,
  'open codes': (size) =>
    `${header}\n${quote.repeat(20)}${open}${times(size, (i) => `open code ${i}\n`)}${axial}\`\`\`\nx\n\`\`\`\n`,
  'open codes and as many excerpts': (size) =>
    `${header}\n${times(size, (i) => `> Words of paragraph ${i} of the article about platforms.\n\n`)}${open}${times(size, (i) => `words of paragraph ${i + 1}\n`)}`,
  'equal open codes and codes': (size) =>
    `${header}\n${quote}${open}${times(size, (i) => `code_${i}\n`)}${axial}\`\`\`\n${times(size, (i) => `code_${i}\n`)}\`\`\`\n`,
  'axial codes': (size) =>
    `${header}\n${quote}${open}one\n${axial}\`\`\`\n${times(size, (i) => `name_${word(i)} = CClass(practice, "Label ${i}")\n`)}\`\`\`\n`,
  'axial codes with one label': (size) =>
    `${header}\n${quote}${open}one\n${axial}\`\`\`\n${times(size, (i) => `name_${word(i)} = CClass(practice, "Label")\n`)}\`\`\`\n`,
  'definitions of one code': (size) =>
    `${header}\n${quote}${open}one\n${axial}\`\`\`\n${times(size, (i) => `name = CClass(practice, "Label ${i}")\n`)}\`\`\`\n`,
  'undefined codes on one line': (size) =>
    `${header}\n${quote}${open}one\n${axial}\`\`\`\nadd_links({s1: [${times(size, (i) => `name_${word(i)}, `)}]}, role_name="contained_code")\n\`\`\`\n`,
  'statements on one line': (size) =>
    `${header}\n${quote}${open}one\n${axial}\`\`\`\n${times(size, (i) => `${word(i)}; `)}\n\`\`\`\n`,
  'mentions of one code': (size) =>
    `${header}\n${quote}${open}one\n${axial}\`\`\`\n${'same_name\n'.repeat(size)}\`\`\`\n`,
  'labels in an axial part': (size) => `${header}\n${quote}${open}one\n${axial}${'added to s5:\n'.repeat(size)}`,
  'nested quotes': (size) => `${header}\n${'>'.repeat(size)} deep words\n`,
  'nested quotes on ever deeper lines': (size) => `${header}\n${times(size, (i) => `${'>'.repeat(i % 2000)} words\n`)}`,
  'quote signs on one line': (size) => `${header}\n${'>'.repeat(size)}\n`,
  'quote signs with blanks on one line': (size) => `${header}\n${'> '.repeat(size / 2)}\n`,
  'blank lines': (size) => `${header}${'\n'.repeat(size)}${quote}`,
  'lines of blanks': (size) => `${header}${' \n'.repeat(size)}${quote}`,
  'lazy lines of one quote': (size) => `${header}\n> first\n${'and on it goes\n'.repeat(size)}`,
  'excerpts of one word': (size) => `${header}\n${times(size, (i) => `> w${i}\n\n`)}`,
  'speakers of one paragraph': (size) => `# p\n1\n\n> ${'Interviewer,\nso\n'.repeat(size)}`,
  'lines without quote': (size) => `${header}\n# coding\n${times(size, (i) => `loose line ${i}\n\n`)}`,
  'lines before the first field': (size) =>
    `# s\n1\n${times(size, (i) => `stray ${i}\n`)}## url\nhttps://example.org\n`,
  'header fields': (size) => `# s\n1\n${times(size, (i) => `## title\nTitle ${i}\n`)}`,
  'unknown header fields': (size) => `# s\n1\n## title\nA\n${times(size, (i) => `## key ${word(i)}\nvalue\n`)}`,
  'blanks in a header field': (size) => `# s\n1\n## a${' '.repeat(size)}!\n## title\nA\n`,
  'blanks in a header line': (size) => `# s${' '.repeat(size)}!\n1\n## title\nA\n\n${quote}`,
  'header lines that nearly start': (size) => `# s${' '.repeat(70)}!\n`.repeat(size),
  'zeros in a header number': (size) => `# s\n${'0'.repeat(size)}x\n## title\nA\n`,
  'empty traces': (size) => `${header}\n${quote}${open.repeat(size)}`,
  traces: (size) => `${header}\n${`${quote}${open}one\n${axial}\`\`\`\nsame\n\`\`\`\n`.repeat(size)}`,
  'unclosed fences': (size) => `${header}\n${quote}${`${axial}\`\`\`python\nname\n`.repeat(size)}`,
  'unclosed fences before quotes': (size) => `${header}\n${`\`\`\`python\nname\n\n${quote}\n`.repeat(size)}`,
  'opening fences': (size) => `${header}\n${quote}${open}${'```python\n'.repeat(size)}`,
  'back-ticks on one line': (size) => `${header}\n${'`'.repeat(size)}\n`,
  listings: (size) => `${header}\n${'```sql\nselect 1\n```\n\n'.repeat(size)}`,
  'image starts on one line': (size) => `${header}\n${'!['.repeat(size)}\n`,
  'broken images': (size) => `${header}\n${'![words(https://example.org/a.png\n\n'.repeat(size)}`,
  'brackets in images': (size) => `${header}\n${`![${']('.repeat(1500)}"a" "b" \n\n`.repeat(size / 1500)}`,
  'closing brackets in an image': (size) =>
    `${header}\n${`![a(https://example.org/${')'.repeat(3000)}\n\n`.repeat(size / 3000)}`,
  'open brackets in a fence': (size) => `${header}\n${quote}${axial}\`\`\`\nx = ${'['.repeat(size)}\n\`\`\`\n`,
  'quotation marks in a fence': (size) =>
    `${header}\n${quote}${axial}\`\`\`\n${`x = CClass(practice, "a\n`.repeat(size)}\`\`\`\n`,
  'triple quotes in a fence': (size) => `${header}\n${quote}${axial}\`\`\`\n${"'''\nname\n".repeat(size)}\`\`\`\n`,
  'force relations in a fence': (size) =>
    `${header}\n${quote}${axial}\`\`\`\nadd_force_relations({a: {${times(size, (i) => `${word(i)}: positive, `)}}})\n\`\`\`\n`,
  'metadata values': (size) =>
    `${header}${axial}\`\`\`\ns1 = CClass(source, "s1", values={${times(size, (i) => `"key ${i}": "v", `)}})\n\`\`\`\n${quote}`,
  'references in the metadata': (size) =>
    `${header}${axial}\`\`\`\ns1 = CClass(source, "s1", values={"title": "A"})\n${times(size, (i) => `r${i} = CClass(reference, "key ${i}", values={"title": "T"})\n`)}\`\`\`\n${quote}`,
  'markers in one quote': (size) => `${header}\n${'> **OPEN CODING TRACE:** words\n'.repeat(size)}`,
  'wrapped lines of one open code': (size) =>
    `${header}\n${quote}${open}${'a line that is long enough to have been wrapped by an editor and\n'.repeat(size)}`,
  'template lines': (size) => `${header}\n${quote}${open}${'- <ins>Option: </ins>\n'.repeat(size)}`,
  'carriage returns': (size) => `${header}\n${'> words\r\r'.repeat(size)}`,
  'direction marks': (size) => `${header}\n> ${'\u202e\u2066a'.repeat(size / 3)}\n`,
};

/** Letters only: `a`, `b` … `z`, `ba` … */
export function word(i: number): string {
  let left = i;
  let text = '';
  do {
    text = String.fromCharCode(97 + (left % 26)) + text;
    left = Math.floor(left / 26);
  } while (left > 0);
  return text;
}
