// `npm run check:notes -- [DIR] [options]`: says what is wrong with the notes of a study, where, and how to mend it.

import { checkNotes } from './check-notes-report.ts';
import { checkNotesUsage, readCheckNotesOptions } from './check-notes-options.ts';
import { command } from './command.ts';
import { standingFolder } from './project.ts';

await command('check:notes', checkNotesUsage, ({ words, env, cwd }) =>
  checkNotes(readCheckNotesOptions(words, env, standingFolder(env, cwd))),
);
