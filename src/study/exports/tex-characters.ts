// In: a character. Out: what TeX sets for it. Tables only; CITING.md section 5. Every command here is known to plain pdfLaTeX in the
// encoding OT1 without a package (tried in TeX Live 2022): \k, \dj, \dh, \th, \ng, \guillemotleft, \quotedblbase, \textquotedbl are not.

/** Characters with a meaning for TeX, BibTeX or biber, and those that OT1 sets as something else. */
export const special: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  // `\{` breaks biber and BibTeX, which count braces regardless of the back-slash.
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['%', '\\%'],
  ['#', '\\#'],
  ['&', '\\&'],
  ['_', '\\_'],
  ['$', '\\$'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
]);

/** Marks and signs that both flavours write as commands or ASCII. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['\u00a0', '~'],
  ['\u202f', '~'],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '--'],
  ['–', '--'],
  ['—', '---'],
  ['―', '---'],
  ['−', '$-$'],
  ['‘', '`'],
  ['’', "'"],
  ['‚', ','],
  ['‛', '`'],
  ['“', '``'],
  ['”', "''"],
  ['„', '``'],
  ['‟', '``'],
  ['«', '``'],
  ['»', "''"],
  ['‹', '`'],
  ['›', "'"],
  ['…', '...'],
  ['′', "$'$"],
  ['″', "$''$"],
  ['¡', '\\textexclamdown{}'],
  ['¿', '\\textquestiondown{}'],
  ['×', '$\\times$'],
  ['÷', '$\\div$'],
  ['±', '$\\pm$'],
  ['·', '$\\cdot$'],
  ['≤', '$\\le$'],
  ['≥', '$\\ge$'],
  ['≠', '$\\ne$'],
  ['≈', '$\\approx$'],
  ['≡', '$\\equiv$'],
  ['∞', '$\\infty$'],
  ['√', '$\\surd$'],
  ['∈', '$\\in$'],
  ['¬', '$\\neg$'],
  ['→', '$\\rightarrow$'],
  ['←', '$\\leftarrow$'],
  ['↔', '$\\leftrightarrow$'],
  ['↑', '$\\uparrow$'],
  ['↓', '$\\downarrow$'],
  ['⇒', '$\\Rightarrow$'],
  ['⇐', '$\\Leftarrow$'],
  ['⇔', '$\\Leftrightarrow$'],
  ['µ', '\\textmu{}'],
  ['°', '\\textdegree{}'],
  ['¹', '$^{1}$'],
  ['²', '$^{2}$'],
  ['³', '$^{3}$'],
  ['½', '$\\frac{1}{2}$'],
  ['¼', '$\\frac{1}{4}$'],
  ['¾', '$\\frac{3}{4}$'],
  ['•', '\\textbullet{}'],
  ['™', '\\texttrademark{}'],
  ['©', '\\copyright{}'],
  ['®', '\\textregistered{}'],
  ['§', '\\S{}'],
  ['¶', '\\P{}'],
  ['†', '\\dag{}'],
  ['‡', '\\ddag{}'],
  ['£', '\\pounds{}'],
  ['€', '\\texteuro{}'],
  ['¥', '\\textyen{}'],
  ['¢', '\\textcent{}'],
  ['ª', '\\textordfeminine{}'],
  ['º', '\\textordmasculine{}'],
  ['‰', '\\textperthousand{}'],
  ['¦', '\\textbrokenbar{}'],
]);

/** Letters that are no base letter with a mark: the ASCII flavour's commands. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['ß', '{\\ss}'],
  ['ẞ', 'SS'],
  ['æ', '{\\ae}'],
  ['Æ', '{\\AE}'],
  ['œ', '{\\oe}'],
  ['Œ', '{\\OE}'],
  ['ø', '{\\o}'],
  ['Ø', '{\\O}'],
  ['å', '{\\aa}'],
  ['Å', '{\\AA}'],
  ['ł', '{\\l}'],
  ['Ł', '{\\L}'],
  ['ı', '{\\i}'],
]);

/** Combining mark → accent command that OT1 has. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u '],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r '],
  ['\u030b', 'H '],
  ['\u030c', 'v '],
  ['\u0323', 'd '],
  ['\u0327', 'c '],
  ['\u0331', 'b '],
]);

/** Letters that no command of OT1 sets: how the ASCII flavour spells them (and says so). Greek after ELOT 743, Cyrillic after ISO 9 without marks. */
export const romanised: ReadonlyMap<string, string> = new Map([
  ...pairs('đ d Đ D ð d Ð D þ th Þ Th ŋ ng Ŋ Ng ħ h Ħ H ŧ t Ŧ T'),
  ...pairs('α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'),
  ...pairs('Α A Β V Γ G Δ D Ε E Ζ Z Η I Θ Th Ι I Κ K Λ L Μ M Ν N Ξ X Ο O Π P Ρ R Σ S Τ T Υ Y Φ F Χ Ch Ψ Ps Ω O'),
  ...pairs(
    'а a б b в v г g д d е e ж zh з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х h ц c ч ch ш sh щ shh',
  ),
  ...pairs('ъ " ы y ь \' э e ю ju я ja ё e є ie і i ї i ґ g ў u ђ d ј j љ lj њ nj ћ c џ dz'),
  ...pairs(
    'А A Б B В V Г G Д D Е E Ж Zh З Z И I Й J К K Л L М M Н N О O П P Р R С S Т T У U Ф F Х H Ц C Ч Ch Ш Sh Щ Shh',
  ),
  ...pairs('Ъ " Ы Y Ь \' Э E Ю Ju Я Ja Ё E Є Ie І I Ї I Ґ G Ў U Ђ D Ј J Љ Lj Њ Nj Ћ C Џ Dz'),
]);

function pairs(words: string): (readonly [string, string])[] {
  const list = words.split(' ');
  return list.flatMap((word, index): (readonly [string, string])[] =>
    index % 2 === 0 ? [[word, (list[index + 1] ?? '').replace('"', "'")]] : [],
  );
}
