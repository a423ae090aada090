// The words of the page of changes and of the history of a code, in German.

import type { ChangesWords } from './changes-en.ts';

export const changesDe: ChangesWords = {
  title: 'Änderungen',
  intro: (from, to) => `Was sich von ${from} zu ${to} geändert hat.`,
  edition: (release, digest) => `${release === '' ? 'ohne Ausgabe' : `Ausgabe ${release}`} (${digest})`,
  none: 'Es hat sich nichts geändert, was jemand sehen könnte.',
  groups: { sources: 'Quellen', codes: 'Codes', excerpts: 'Auszüge' },
  added: 'Neu',
  edited: 'Bearbeitet',
  retired: 'Zurückgezogen',
  renamed: 'Umbenannt',
  recoded: 'Anders codiert',
  becomes: (from) => `früher ${from}`,
  found: 'erkannt, nicht angegeben',
  into: 'aufgegangen in',
  nowIn: 'seine Wörter stehen jetzt vielleicht in',
  signsOnly: 'nur Zeichen und Abstände',
  nothing: '(nichts)',
  more: (n) => `und ${n} weitere; npm run diff nennt alle`,
  history: 'Geschichte',
  event: {
    seen: 'Zuerst gesehen in',
    added: 'Neu in dieser Ausgabe',
    renamed: 'Umbenannt aus',
    merged: 'Vereint mit',
    edited: 'In dieser Ausgabe bearbeitet:',
  },
};
