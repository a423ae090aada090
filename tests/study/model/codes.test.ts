import { describe, expect, it } from 'vitest';
import { studyOf, type Built } from '../../../src/study/build-study.ts';
import { decode } from '../../../src/study/read/decode.ts';
import type { TextFile } from '../../../src/study/read/folder.ts';

const file = (path: string, text: string): TextFile => {
  const bytes = new TextEncoder().encode(text);
  return { ...decode(bytes), path, bytes: bytes.length, sha256: '' };
};
const built = (...fences: string[]): Built =>
  studyOf({
    notes: fences.map((fence, i) =>
      file(
        `s_${i + 1}.md`,
        `# s\n${i + 1}\n## title\nA${i}\n\n> words\n\n**AXIAL CODING TRACE:**\n\n\`\`\`\n${fence}\n\`\`\`\n`,
      ),
    ),
    settings: new Map(),
    models: [],
    unreadable: [],
  });
const found = ({ problems }: Built, code: string) => problems.filter((one) => one.code === code);

describe('codes', () => {
  it('stand in the order in which they are first seen, each with its passages', () => {
    const { study } = built('b\na = CClass(practice, "A")', 'a\nb = CClass(force, "B")');
    expect(study.codes.map(({ id, label, kind, passages }) => [id, label, kind, passages])).toEqual([
      ['b', 'B', 'force', ['s1-p1', 's2-p1']],
      ['a', 'A', 'practice', ['s1-p1', 's2-p1']],
    ]);
  });

  it('may bear names that JavaScript knows', () => {
    const { study } = built('__proto__\nconstructor = CClass(practice, "toString")\ntoString\nhasOwnProperty');
    expect(study.codes.map((code) => code.id)).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
    expect(study.codeById.get('__proto__')?.passages).toEqual(['s1-p1']);
  });

  it('show the repaired text of their label', () => {
    const { study } = built('a = CClass(practice, "CafÃ© plat\u00adform")');
    expect(study.codeById.get('a')).toMatchObject({
      label: 'Café platform',
      definitions: [{ label: 'Café platform' }],
    });
  });

  it('that are defined nowhere are reported where they are first written, to the column', () => {
    const [one] = found(
      built('known = CClass(practice, "Known")\nadd_links({known: [lost]}, role_name="to")'),
      'code-undefined',
    );
    expect(one?.place).toMatchObject({ file: 's_1.md', line: 12, column: 20, endLine: 12, endColumn: 24 });
  });

  it('that are defined twice point to the first definition', () => {
    const [one] = found(
      built('a = CClass(practice, "One")', 'a = CClass(practice, "Two")'),
      'code-redefined-differently',
    );
    expect(one?.place).toMatchObject({ file: 's_2.md', line: 11, column: 23 });
    expect(one?.other).toMatchObject({ file: 's_1.md', line: 11, column: 23, words: 'the first definition' });
  });

  it('share a label only when both have one', () => {
    const { study } = built('a = CClass(practice, " Cost ")\nb = CClass(force, "cost")\nCost');
    expect(study.codes.map((code) => [code.id, code.label, code.sameLabel])).toEqual([
      ['a', 'Cost', ['b']],
      ['b', 'cost', ['a']],
      ['Cost', 'Cost', []],
    ]);
  });

  it('of one label by the hundred are each reported once, and name no more than fifty others', () => {
    const many = Array.from(
      { length: 200 },
      (_, i) =>
        `${'x'.repeat(3)}${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}${'uv'[Math.floor(i / 100)]} = CClass(practice, "Same")`,
    );
    const result = built(many.join('\n'));
    expect(found(result, 'code-same-label')).toHaveLength(199);
    expect(Math.max(...result.study.codes.map((code) => code.sameLabel.length))).toBe(50);
  });
});
