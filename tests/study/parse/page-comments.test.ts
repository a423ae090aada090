import { describe, expect, it } from 'vitest';
import { isEmptyComment, withoutComments } from '../../../src/study/parse/page-comments.ts';

describe('a prose page without its comments', () => {
  it('has every other character, and its lines', () => {
    const page =
      '---\n# private\ntitle: A # kept\n---\n\n😀 one {/* secret */} two.\n\n{/* more\nsecret */}\n\n```js\n{/* shown */}\n```\n\n> `{/* code */}` <b>{/* deep */}x</b>\n';
    expect(withoutComments(page)).toBe(
      '---\n\ntitle: A # kept\n---\n\n😀 one {/**/} two.\n\n{/*\n*/}\n\n```js\n{/* shown */}\n```\n\n> `{/* code */}` <b>{/**/}x</b>\n',
    );
  });

  it('keeps expressions that are more than a comment, and is nothing where the page is no MDX', () => {
    for (const page of ['{1 /* a */}\n', '{/* a */ run() /* b */}\n', 'Text\n'])
      expect(withoutComments(page)).toBe(page);
    expect(withoutComments('{unclosed\n')).toBeNull();
    expect(['/**/', '/*\n*/', '/* a */', '/**/run()/**/'].map(isEmptyComment)).toEqual([true, true, false, false]);
  });
});
