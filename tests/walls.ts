// The walls between the rooms: who may not import what, and why. tests/walls.test.ts and eslint.config.js read this table.
// A room is a folder; what a wall forbids is matched against imported files (relative to the project) and package names.

export interface Wall {
  readonly from: RegExp;
  readonly not: RegExp;
  /** Imports that are allowed all the same. */
  readonly but?: RegExp;
  readonly why: string;
}

export const walls: readonly Wall[] = [
  {
    from: /^src\/study\//,
    not: /^(astro(?:$|[/:])|@astrojs\/|d3|pagefind)|^src\/(?!study\/)/,
    why: 'The toolkit runs in plain Node: no site framework, no drawing, no page.',
  },
  {
    from: /^src\/study\/problems\//,
    not: /^src\/study\/(?!problems\/)/,
    why: 'Problems are data that every part of the toolkit reports; they know none of them.',
  },
  {
    from: /^src\/study\/read\//,
    not: /^src\/study\/(?!problems\/|read\/)/,
    why: 'Reading gives text and places; it does not know what a note is.',
  },
  {
    from: /^src\/study\/parse\//,
    not: /^src\/study\/(?!problems\/|read\/|parse\/)/,
    why: 'A note is parsed without knowing any other file.',
  },
  {
    from: /^src\/study\/model\//,
    not: /^src\/study\/(derive|exports)\//,
    why: 'The study does not depend on the questions that are asked of it.',
  },
  {
    from: /^src\/study\/derive\//,
    not: /^src\/study\/exports\//,
    why: 'An answer does not know the files that it is written to.',
  },
  {
    from: /^src\/study\/(?!read\/)/,
    not: /^node:(fs|child_process|net|http|https)/,
    why: 'One room touches the disk, so that all else can be tested with data.',
  },
  {
    from: /^src\/browser\//,
    not: /^(node:|astro(?:$|[/:])|@astrojs\/)|^src\/(site|pages|commands)\//,
    why: 'This runs in a reader’s browser.',
  },
  {
    from: /^src\/(site|pages|commands|browser)\//,
    not: /^src\/study\//,
    but: /^src\/study\/(index|model\/addresses|derive\/search\/index|exports\/basket-files)\.ts$/,
    why: 'The toolkit has one front door, #study, and three small ones that a browser can load: #study/search, #study/basket and #study/addresses.',
  },
  {
    from: /^src\/(site|study|browser)\//,
    not: /^src\/(pages|commands)\//,
    why: 'Rooms import from rooms to their left: study · browser · site · pages · commands.',
  },
  {
    from: /^src\/pages\//,
    not: /^src\/commands\//,
    why: 'A page is an address; commands build pages, not the reverse.',
  },
];
