// Out: a study of many invented notes: the same on every machine, with codes that come back and excerpts that differ.

const words =
  'platform team product quality contract catalogue lineage schema storage stream batch access policy owner domain cost event table query metric'.split(
    ' ',
  );

/** A linear congruential generator (Numerical Recipes): numbers below `below`, always the same for a seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sentence(next: (below: number) => number, length: number): string {
  const chosen = Array.from({ length }, () => words[next(words.length)] ?? '');
  return `The ${chosen.join(' ')} is kept by number ${next(100_000)}.`;
}

/** The note of source `number` with so many excerpts and a trace after every eighth. */
export function manyNote(number: number, excerpts: number): string {
  const next = numbers(number);
  const title = `Note ${number} about ${words[next(words.length)]}`;
  const lines = [
    `# s\n${number}\n## url\nhttps://example.org/a${number}\n## tiny url\nhttps://tiny.example/a-s${number}\n`,
    `## archive url\nhttps://archive.example/a-s${number}\n## title\n${title}\n## source code\nno\n## example\nyes\n`,
    `## source type\nPractitioner Audience Article\n## author type\nPractitioner\n## references\n\n`,
    `**AXIAL CODING TRACE:**\n\n\`\`\`python\ns${number} = CClass(source, "s${number}", values={"title": "${title}",\n`,
    `"url": "https://example.org/a${number}", "archive url": "https://archive.example/a-s${number}", "tiny url": "https://tiny.example/a-s${number}",\n`,
    `"author type": "Practitioner", "type": "Practitioner Audience Article", "example": True, "source code": False})\n\`\`\`\n\n# coding\n\n`,
  ];
  for (let i = 0; i < excerpts; i += 1) {
    lines.push(`> ${sentence(next, 6 + next(30))} ${sentence(next, 6 + next(30))}\n\n`);
    if (i % 8 !== 7) continue;
    const [a, b] = [words[next(words.length)], words[next(words.length)]];
    lines.push(`**OPEN CODING TRACE:**\n\n${a}_${b}\n${a} of the ${b}\n\n**AXIAL CODING TRACE:**\n\n\`\`\`python\n`);
    lines.push(
      `${a}_${b}\n${number % 50 === 0 ? `${a}_${number} = CClass(practice, "${a} ${number}")\n` : ''}\`\`\`\n\n`,
    );
  }
  return lines.join('');
}
