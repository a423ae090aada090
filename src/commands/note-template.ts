// In: the number of a new source or interview. Out: its note, with every field that the format knows and nothing invented.

export interface NewNote {
  readonly letter: 's' | 'p';
  readonly number: number;
}

/** Of `s44`, `s_44`, `p-3`. */
export function parseNewId(text: string): NewNote | undefined {
  const [, letter, digits] = /^([sp])[_-]?([1-9]\d{0,5})$/.exec(text) ?? [];
  if (digits === undefined || (letter !== 's' && letter !== 'p')) return undefined;
  return { letter, number: Number(digits) };
}

export const noteFile = ({ letter, number }: NewNote): string => `${letter}_${number}.md`;

export const noteText = ({ letter, number }: NewNote): string => `# ${letter}
${number}
## url

## tiny url

## archive url

## title

## source code

## example

## source type
${letter === 'p' ? 'interview' : ''}
## author type

## references


**AXIAL CODING TRACE:**
\`\`\` python
${letter}${number} = CClass(source, "${letter}${number}", values={
    "title": "",
    "url": "",
    "archive url": "",
    "tiny url": "",
    "author type": "",
    "type": "${letter === 'p' ? 'interview' : ''}",
    "example": False,
    "source code": False})
\`\`\`

# coding

`;
