// The light paper of tokens.css as plain colours, for files that stand alone: an SVG in a paper knows no style sheet of this site.
// tests/plots compares the two.

import type { Tone } from './drawing.ts';

export const palette: Readonly<Record<Tone, string>> = {
  ink: '#24211c',
  soft: '#625b4f',
  edge: '#8d8474',
  rule: '#ddd5c5',
  leaf: '#f4efe4',
  paper: '#fbf8f1',
  rubric: '#8a2f1b',
  practice: '#215a78',
  pattern: '#6d3f78',
  force: '#845300',
  decision: '#39632c',
  other: '#625b4f',
};

export const fonts = "'IBM Plex Sans', 'Helvetica Neue', Helvetica, Arial, sans-serif";
