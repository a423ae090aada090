// Out: the set-ups in which the bibliography files, the LaTeX package and the pandoc filter have to work (CITING.md sections 4 to 6).
// A set-up is data: files to write, what must be installed, steps to run, and what must be seen.

export interface SetUp {
  readonly name: string;
  /** Programs on the path, and files that kpsewhich must find. */
  readonly programs: readonly string[];
  readonly packages: readonly string[];
  /** File name and text, beside the exports. */
  readonly paper: readonly [name: string, text: string];
  readonly steps: readonly (readonly string[])[];
  /** Exit code of the last step; a LaTeX run also fails on any error in its log. */
  readonly exit: number;
  /** Nothing may stick out of the text: asked of what we set ourselves, since in a bibliography the style decides. */
  readonly tidy?: true;
  /** Every one of these must stand in the log or the output of the last step; styles may change the case of a title. */
  readonly expected: readonly string[];
  /** Errors are wanted: the paper cites an id that is not there. */
  readonly faulty?: true;
}

export interface Material {
  /** The study's key, and citation keys for engines that know every letter, and for pdfLaTeX. */
  readonly study: string;
  readonly keys: readonly string[];
  readonly plainKeys: readonly string[];
  /** An id of each kind, in the case in which the study has it. */
  readonly source: string;
  readonly excerpt: string;
  readonly code: string;
  /** Titles that pandoc must print exactly. */
  readonly titles: readonly string[];
}

export type Engine = 'pdflatex' | 'xelatex' | 'lualatex';
const engines: readonly Engine[] = ['pdflatex', 'xelatex', 'lualatex'];
const draft: Readonly<Record<Engine, string>> = { pdflatex: '-draftmode', xelatex: '-no-pdf', lualatex: '-draftmode' };

const latex = (engine: Engine): string[] => [
  engine,
  '-no-shell-escape',
  '-interaction=nonstopmode',
  draft[engine],
  'paper.tex',
];

export const allSetUps = (material: Material): SetUp[] => [
  ...engines.flatMap((engine) =>
    ['numeric', 'authoryear', 'apa', 'ieee'].map((style) => biber(material, engine, style)),
  ),
  ...classic.flatMap((style) =>
    (style.name === 'plain' ? engines : engines.slice(0, 1)).map((engine) => bibtex(material, engine, style)),
  ),
  ...engines.flatMap((engine) => [true, false].map((links) => packageSetUp(material, engine, links))),
  headings(material),
  unknownId(material),
  changedWords(material),
  ...pandoc(material),
];

function biber(material: Material, engine: Engine, style: string): SetUp {
  const keys = engine === 'pdflatex' ? material.plainKeys : material.keys;
  const text = `\\documentclass{article}
\\usepackage[backend=biber,style=${style}]{biblatex}
\\addbibresource{sources.bib}
\\usepackage{hyperref}
\\begin{document}
Cited \\cite{${keys[0] ?? ''}}.\\nocite{${keys.join(',')}}
\\printbibliography
\\end{document}
`;
  return {
    name: `${engine}, biber, biblatex ${style}`,
    programs: [engine, 'biber'],
    packages: ['biblatex.sty', `${style}.bbx`],
    paper: ['paper.tex', text],
    steps: [latex(engine), ['biber', 'paper'], latex(engine), latex(engine)],
    exit: 0,
    expected: [],
  };
}

interface ClassicStyle {
  readonly name: string;
  readonly class: string;
  readonly packages: string;
  readonly front: string;
}

const title = '\\title{A}\\author{B}\\maketitle';
const classic: readonly ClassicStyle[] = [
  { name: 'plain', class: 'article', packages: 'url', front: '' },
  { name: 'plainnat', class: 'article', packages: 'url,natbib', front: '' },
  { name: 'IEEEtran', class: 'IEEEtran', packages: 'url', front: title },
  { name: 'splncs04', class: 'llncs', packages: 'url', front: title },
  {
    name: 'ACM-Reference-Format',
    class: 'acmart',
    packages: 'url',
    // Without its own fonts acmart falls back on some that microtype cannot stretch.
    front:
      '\\IfFileExists{libertine.sty}{}{\\microtypesetup{expansion=false}}\\title{A}\\author{B}\\affiliation{\\institution{C}\\city{D}\\country{E}}\\maketitle',
  },
  {
    name: 'elsarticle-num',
    class: 'elsarticle',
    packages: 'url',
    front: '\\begin{frontmatter}\\title{A}\\author{B}\\end{frontmatter}',
  },
];

function bibtex(material: Material, engine: Engine, style: ClassicStyle): SetUp {
  const text = `\\documentclass{${style.class}}
\\usepackage{${style.packages}}
\\begin{document}
${style.front}
Cited \\cite{${material.keys[0] ?? ''}}.\\nocite{${material.keys.join(',')}}
\\bibliographystyle{${style.name}}
\\bibliography{sources-bibtex}
\\end{document}
`;
  return {
    name: `${engine}, BibTeX, ${style.name}`,
    programs: [engine, 'bibtex'],
    packages: [`${style.class}.cls`, `${style.name}.bst`],
    paper: ['paper.tex', text],
    steps: [latex(engine), ['bibtex', 'paper'], latex(engine), latex(engine)],
    exit: 0,
    expected: [],
  };
}

function packageSetUp(material: Material, engine: Engine, links: boolean): SetUp {
  const { study, source, excerpt, code } = material;
  const text = `\\documentclass{article}
\\usepackage[table]{xcolor}
${links ? '\\usepackage{hyperref}\n' : ''}\\usepackage[study=${study},quotes]{catena}
\\begin{document}
\\tableofcontents
\\section{On \\ceexcerpt{${excerpt}} and \\cecode[a code]{${code}}}
\\cesource{${source}}, \\cesource{${source.toUpperCase()}}, \\cesourcetitle{${source}}, \\cesources{${source}, ${source}},
\\ceexcerpt[own text]{${excerpt}}, \\cecode*{${code}}, \\cestudy.

{\\sloppy\\cequote{${excerpt}}\\par}

\\begin{figure}\\caption{\\ceexcerpt*{${excerpt}}}\\end{figure}
\\setbox0\\hbox{\\CEaddress{a\\%b\\#c}}\\setbox2\\hbox{\\footnotesize\\url{a%b#c}}
\\ifdim\\wd0=\\wd2\\else\\errmessage{An address is printed with more than it says}\\fi
\\input{catena-${study}-sources}
\\input{catena-${study}-codes}
\\end{document}
`;
  return {
    name: `${engine}, catena.sty and its tables, ${links ? 'with' : 'without'} hyperref`,
    programs: [engine],
    packages: ['longtable.sty', 'booktabs.sty', 'l3keys2e.sty', 'colortbl.sty'],
    paper: ['paper.tex', text],
    steps: [latex(engine), latex(engine)],
    exit: 0,
    expected: [],
    tidy: true,
  };
}

/** acmart prints headings in capitals: the ids must be found all the same. */
function headings({ study, source, excerpt, code }: Material): SetUp {
  const text = `\\documentclass[sigconf]{acmart}
\\usepackage[study=${study}]{catena}
\\begin{document}
\\title{A}\\author{B}\\affiliation{\\institution{C}\\city{D}\\country{E}}\\maketitle
\\section{\\ceexcerpt{${excerpt}} \\cecode{${code}} \\cesource[text]{${source}}}
\\MakeUppercase{\\ceexcerpt{${excerpt}}}
\\end{document}
`;
  return {
    name: 'pdflatex, catena.sty in headings of acmart',
    programs: ['pdflatex'],
    packages: ['acmart.cls', 'l3keys2e.sty'],
    paper: ['paper.tex', text],
    steps: [latex('pdflatex'), latex('pdflatex')],
    exit: 0,
    expected: [],
  };
}

function unknownId({ study, source }: Material): SetUp {
  const text = `\\documentclass{article}
\\usepackage[study=${study}]{catena}
\\begin{document}
\\ceexcerpt{${source}-e999999}
\\end{document}
`;
  return {
    name: 'pdflatex, catena.sty names an unknown id',
    programs: ['pdflatex'],
    packages: ['l3keys2e.sty'],
    paper: ['paper.tex', text],
    steps: [latex('pdflatex')],
    exit: 1,
    expected: [`! Package catena Error: unknown excerpt '${source}-e999999' in study '${study}'`],
    faulty: true,
  };
}

/** A release later, an excerpt has other words than those that the paper was written about. */
function changedWords({ study, excerpt }: Material): SetUp {
  const text = `\\begin{filecontents*}[overwrite]{paper.pin}
\\CEpin{${excerpt}}{00000000}
\\end{filecontents*}
\\documentclass{article}
\\usepackage[study=${study},pin]{catena}
\\begin{document}
\\ceexcerpt{${excerpt.toUpperCase()}}
\\end{document}
`;
  return {
    name: 'pdflatex, catena.sty tells of words that have changed',
    programs: ['pdflatex'],
    packages: ['l3keys2e.sty'],
    paper: ['paper.tex', text],
    steps: [latex('pdflatex')],
    exit: 0,
    expected: [`excerpt '${excerpt}' has other words`],
  };
}

function pandoc({ keys, source, excerpt, code, titles }: Material): SetUp[] {
  const common = { programs: ['pandoc'], packages: [] };
  const filter = ['pandoc', 'paper.md', '--lua-filter', 'catena.lua', '-t', 'html', '--wrap=none'];
  return [
    {
      ...common,
      name: 'pandoc, citeproc with CSL-JSON',
      paper: ['paper.md', `Cited ${keys.map((key) => `[@${key}]`).join(' ')}.\n`],
      steps: [['pandoc', 'paper.md', '--citeproc', '--bibliography', 'sources.csl.json', '-t', 'plain', '--wrap=none']],
      exit: 0,
      expected: titles,
    },
    {
      ...common,
      name: 'pandoc, catena.lua',
      paper: [
        'paper.md',
        `[](catena:${excerpt}) [text](catena:code/${encodeURIComponent(code)}) [](catena:${source.toUpperCase()})\n`,
      ],
      steps: [filter],
      exit: 0,
      expected: [`>${excerpt}</a>`, '>text</a>', `>${source}</a>`],
    },
    {
      ...common,
      name: 'pandoc, catena.lua stops at an unknown id',
      paper: ['paper.md', `[](catena:${source}-e999999)\n`],
      steps: [filter],
      exit: 83,
      expected: [`unknown id '${source}-e999999'`],
    },
  ];
}
