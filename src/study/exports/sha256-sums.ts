// In: the files of a finished site with their hashes. Out: SHA256SUMS, which `sha256sum --check` reads.

export interface FileHash {
  /** Relative to the site's root, `/` between folders. */
  readonly path: string;
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
}

export const sumsName = 'SHA256SUMS';

/** In order of code units, without the file of sums itself; whatever order the files come in. */
export const sha256Sums = (files: Iterable<FileHash>): string =>
  [...files]
    .filter(({ path }) => path !== sumsName)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(line)
    .join('');

/** GNU coreutils: a name with a line break or back-slash is escaped, and a back-slash in front of the line says so. */
function line({ path, sha256 }: FileHash): string {
  const escaped = path.replace(/[\\\n\r]/g, (character) =>
    character === '\\' ? '\\\\' : character === '\n' ? '\\n' : '\\r',
  );
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
}
