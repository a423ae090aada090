// Type-checked rules for every TypeScript file; the walls between the rooms come from tests/walls.ts, with their reasons.

import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { walls } from './tests/walls.ts';

// A later room overrides an earlier one that it lies in.
const rooms = ['study', 'study/read', 'browser', 'site', 'pages', 'commands'];

/** The walls that an import's own words can break; tests/walls.test.ts follows every import to its file. */
const packageWalls = rooms.map((room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: walls
          .filter((wall) => wall.from.test(`src/${room}/x.ts`) && !wall.not.source.startsWith('^src'))
          .map((wall) => ({ regex: wall.not.source, message: wall.why })),
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.astro/', '**/*.astro', '**/*.mjs', 'content/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // Numbers read well in template strings; everything else is converted on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/prefer-regexp-exec': 'off',
      '@typescript-eslint/prefer-string-starts-ends-with': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Would write `!`, which is refused above.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `[...text]` is how a string is taken apart into code points.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-control-regex': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  { files: ['tests/**', 'bench/**', 'src/browser/**'], rules: { 'no-console': 'off' } },
  {
    // Tests look into JSON and foreign libraries' answers; what they claim is checked by running them.
    files: ['tests/**', 'bench/**'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // The vocabulary, and the tables of words of the site.
  { files: ['src/study/model/study.ts', 'src/site/words/*.ts'], rules: { 'max-lines': 'off' } },
  ...packageWalls,
);
