import { describe, expect, it } from 'vitest';
import { codedSources } from '../../src/site/components/code/code-view.ts';
import { publishEdition } from '../../src/site/study.ts';
import { en } from '../../src/site/words/en.ts';
import { studyOf } from '../../src/study/build-study.ts';
import { decode } from '../../src/study/read/decode.ts';

const coded = (count: number) => {
  const codes = Array.from({ length: count }, (_, i) => `code_${i}`).join('\n');
  const bytes = new TextEncoder().encode(`# s\n1\n\n> words\n\n**AXIAL CODING TRACE:**\n\n\`\`\`\n${codes}\n\`\`\`\n`);
  const note = { ...decode(bytes), path: 's_1.md', bytes: bytes.length, sha256: '' };
  const { study } = studyOf({ notes: [note], settings: new Map(), models: [], unreadable: [] });
  publishEdition({ study, base: '/', site: '', excerptPages: true, directory: '', reading: 0 });
  const [code] = study.codes;
  return code ? codedSources(code, 1, study, en)[0]?.passages[0] : undefined;
};

describe('a passage on the page of one of its codes', () => {
  it('has its other codes beside it', () => {
    const passage = coded(3);
    expect(passage?.others.map(({ id }) => id)).toEqual(['code_1', 'code_2']);
    expect(passage?.crowd).toBe(0);
  });

  it('names how many they are when each of their pages would list them all', () => {
    expect(coded(300)).toMatchObject({ others: [], crowd: 299, view: { id: 's1-p1', url: '/s/s1/#s1-p1' } });
  });
});
