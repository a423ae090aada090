// The words of citing in German.

import type { CiteWords } from './cite-en.ts';
import { count } from './en.ts';

export const citeDe: CiteWords = {
  article: 'Den Artikel zitieren',
  evidence: 'Diese Belegseite zitieren',
  heading: 'Zitieren',
  excerpt: 'Diesen Auszug',
  passage: (number) => `Seine Passage (Passage ${number})`,
  code: 'Diesen Code zitieren',
  decision: 'Diese Entscheidung zitieren',
  study: 'Diese Studie zitieren',
  files: 'Als Dateien:',
  noAddress: 'Diese Kopie der Seiten kennt ihre öffentliche Adresse nicht: Das Zitat ist ohne sie.',
  draft: 'Dies ist ein Entwurf: Nummern und Wörter können sich noch ändern.',
  copy: { copy: 'Kopieren', copied: 'Kopiert', byHand: 'Hier nicht möglich: bitte den Text auswählen' },
  copyForm: (form) => `Als ${form} kopieren`,
  quote: 'Zitat mit Beleg und Link kopieren als',
  record: 'Beleg mit Link kopieren als',

  find: {
    original: 'Im Original finden',
    archive: 'In der Archivkopie finden',
    whole: { original: 'Das Original', archive: 'Die Archivkopie' },
    short: { original: 'Original', archive: 'Archivkopie' },
    long: (id, where) => `${id} finden: ${where}`,
  },

  basket: {
    title: 'Korb',
    add: 'In den Korb legen',
    remove: 'Aus dem Korb nehmen',
    addShort: '+ Korb',
    removeShort: '− Korb',
    addId: 'In den Korb legen: {id}',
    removeId: 'Aus dem Korb nehmen: {id}',
    count: { one: '1 Auszug im Korb', other: '{n} Auszüge im Korb' },
    intro:
      'Auszüge, die Sie ausgewählt haben, in der Reihenfolge, in der Sie sie brauchen. Sie stehen in diesem Browser und sonst nirgends.',
    needs:
      'Der Korb braucht JavaScript, denn die ausgewählten Auszüge stehen in Ihrem Browser. Ohne JavaScript hat die Seite jedes Auszugs ihr Zitat, und diese Dateien enthalten alle Auszüge:',
    empty: 'Noch ist nichts ausgewählt. Neben jedem Auszug steht ein Zeichen, das ihn hierher legt.',
    shared: { one: 'Dieser Auszug steht in der Adresse.', other: 'Diese {n} Auszüge stehen in der Adresse.' },
    sharedNote: 'Was Sie hier ändern, ändert die Adresse und nicht Ihren eigenen Korb.',
    keep: 'Als meinen Korb behalten',
    own: 'Meinen eigenen Korb zeigen',
    address: 'Adresse dieser Liste',
    addressNote: 'Wer sie öffnet, sieht dieselben Auszüge in derselben Reihenfolge.',
    copyAddress: 'Adresse kopieren',
    copied: 'Kopiert',
    byHand: 'Hier nicht möglich: bitte von Hand kopieren',
    clear: 'Korb leeren',
    up: '{id} nach oben',
    down: '{id} nach unten',
    takeOut: '{id} herausnehmen',
    files: 'Als Datei:',
    kinds: { csv: 'CSV', json: 'JSON', markdown: 'Markdown', bibtex: 'BibTeX' },
    unknown: 'ist kein Auszug dieser Ausgabe.',
    loading: 'wird geholt …',
    failed: 'war nicht zu holen.',
    again: 'Noch einmal versuchen',
    notKept: 'Dieser Browser lässt die Seite nichts aufbewahren: Die Liste steht nur in der Adresse.',
    withheld: 'nicht gezeigt: {reason}',
  },

  exports: {
    digestOfFile: 'SHA-256',
    further: (n, bytes) => `und ${count(n, 'weitere Datei', 'weitere Dateien')} (zusammen ${bytes})`,
    groups: {
      data: 'Daten',
      bibliography: 'Literatur',
      paper: 'Für Aufsätze',
      qualitative: 'Für Auswertungsprogramme',
      web: 'Für Maschinen im Netz',
    },
    release: 'Dieselben Notizen ergeben dieselben Dateien, Byte für Byte.',
    none: 'Diese Kopie der Seiten wurde ohne Dateien gebaut.',
    checkHeading: 'Prüfen',
    check:
      'Die Datei SHA256SUMS an der Wurzel der Seiten hat eine Prüfsumme jeder ihrer Dateien; eine Kopie der ganzen Seiten prüft',
    latex: 'In einem LaTeX-Aufsatz',
    latexSteps:
      'Beide Dateien neben den Aufsatz legen. Groß- und Kleinschreibung der Ids ist gleich; eine Id, die diese Ausgabe nicht hat, ist ein Fehler, der sie nennt. Mit der Option pin warnt LaTeX auch, wenn eine neuere Ausgabe für einen Auszug andere Worte hat als beim ersten Zitieren.',
    latexWays:
      'Ein Auszug, eine Quelle, ihr Titel, mehrere zugleich; mit eigenem Text oder mit der Adresse in einer Fußnote:',
    markdown: 'In Markdown, für Word und alles, was pandoc sonst schreibt',
    markdownSteps:
      'catena.lua und catena-ids.txt neben den Aufsatz legen; die Literatur ist CSL-JSON, das Titel genau erhält.',
    tables: 'Die Tabellen der Quellen und der Codes:',
    unknownId: 'Pandoc hält bei einer Id an, die diese Ausgabe nicht hat.',
  },
};
