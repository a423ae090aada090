// In: a command's name and its words. Out: that command runs, or one sentence says which Node it needs.
// Plain JavaScript: an older Node cannot even read the commands, and its own message would help nobody. npm puts node_modules/.bin
// first on the path, where the lock file has put a pinned Node on Linux; elsewhere the installed one must be new enough.

import { existsSync } from 'node:fs';

// The bundler's allocator (mimalloc) would keep for good the 300 MB that it needs for a second.
process.env.MIMALLOC_ARENA_EAGER_COMMIT ??= '0';
process.env.MIMALLOC_PURGE_DELAY ??= '0';

const [name = '', ...words] = process.argv.slice(2);

if (!process.features.typescript) {
  process.stderr.write(
    `Catena needs Node 22.18 or newer (24 is best); this is ${process.version} at ${process.execPath}. ` +
      'See https://nodejs.org/en/download.\n',
  );
  process.exitCode = 1;
} else if (!/^[a-z]+(?:-[a-z]+)*$/.test(name) || !existsSync(new URL(`./${name}.ts`, import.meta.url))) {
  process.stderr.write('There is no such command; npm run lists them.\n');
  process.exitCode = 2;
} else {
  process.argv.splice(2, process.argv.length, ...words);
  await import(`./${name}.ts`);
}
