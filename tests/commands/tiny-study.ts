// Out: notes of a few invented sentences, for tests that call the commands.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function invented(number: number, words = `The ${number}th oven is warm`): string {
  return `# s
${number}
## url
https://example.org/${number}
## tiny url

## archive url

## title
Ovens, part ${number}
## source code
no
## example
no
## source type
blog post
## author type
practitioner
## references

# coding

> ${words}, and nobody has asked the baker about it yet.

> Bread number ${number} was eaten before it was weighed.

**OPEN CODING TRACE:**

warm_oven

**AXIAL CODING TRACE:**

\`\`\`python
warm_oven = CClass(practice, "Warm oven")
\`\`\`
`;
}

export function writeStudy(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
