// The words around the search in German, the declared rules among them.

import type { SearchPageWords } from './search-page-en.ts';

export const searchPageDe: SearchPageWords = {
  title: 'Suche',
  label: 'Wörter, „eine Wendung“, Codes, Quellen',
  button: 'Suchen',
  help: 'Mehrere Wörter finden Auszüge, in denen alle stehen; OR, NOT und Klammern verknüpfen; code:, source: und kind: filtern.',
  noScript: 'Die Suche braucht JavaScript, das hier ausgeschaltet ist.',
  noStart: 'Wenn hier nichts weiter erscheint, war das Programm der Suche nicht zu laden.',
  instead: 'Jeder Auszug ist auch über die Verzeichnisse zu erreichen:',
  sources: 'alle Quellen',
  codes: 'alle Codes',
  index: 'das Register',
  codebook: 'das Codebuch',
  narrow: 'Ergebnisse eingrenzen',
  results: 'Ergebnisse',
  rules: 'Wie diese Suche arbeitet',
  machine:
    'Was gefunden wird, entscheidet sich, indem jeder Auszug nach diesen Regeln gelesen wird. Ist eine Studie zu groß, um ganz geschickt zu werden, schlägt ein Wortindex (Pagefind) Auszüge vor, und jeder wird geprüft, bevor er gezeigt wird; die Zahl heißt dann „mindestens“, bis alle Texte gelesen sind.',
  order: 'Wie die Ergebnisse geordnet sind, steht über ihnen.',
  keys: 'Tasten: / führt zum Eingabefeld, Pfeile wählen einen Vorschlag, Enter nimmt ihn, Esc schließt die Liste; j und k gehen durch die Ergebnisse.',
  marked: {
    one: '„{query}“ ist in {n} Auszug dieser Seite markiert.',
    other: '„{query}“ ist in {n} Auszügen dieser Seite markiert.',
    clear: 'Markierung entfernen',
  },
  rule: {
    excerpt: 'Ein Ergebnis ist ein Auszug, und jede Bedingung einer Suche muss dieser Auszug allein erfüllen.',
    word: 'Ein Wort trifft einen Auszug, in dessen eigenem Text es als ganzes Wort steht: eine längste Folge von Buchstaben und Ziffern. Namen von Codes, Titel und Sprecher sind kein Text; Filter finden sie.',
    folding:
      'Groß und klein, Akzente, Ligaturen, runde oder gerade Anführungszeichen, Arten von Strichen, Zeilenenden und unsichtbare Zeichen machen keinen Unterschied.',
    joined:
      'Ein Wort mit Zeichen darin (node.js, team’s) trifft seine Teile mit denselben Zeichen dazwischen; ein Bindestrich trifft auch ein Leerzeichen, und self-serve wird auch durch self und durch serve gefunden.',
    signs:
      'Zeichen um ein Wort herum zählen nicht; Zeichen allein, etwa ein Emoji, werden gesucht, wie sie dastehen; gewöhnliche Satzzeichen allein sind nichts.',
    phrase:
      'Eine Wendung in Anführungszeichen trifft, wo genau diese Zeichen stehen, nach der Angleichung, am Anfang und Ende mit ganzen Wörtern.',
    and: 'Mehrere Wörter müssen alle vorkommen. AND bindet vor OR, Klammern fassen zusammen, NOT oder ein Minus schließt aus; Verknüpfungen sind Großbuchstaben.',
    filters:
      'code:, source:, kind:, speaker:, type:, author:, open: und is:coded oder is:uncoded fragen nach ganzen Werten; Codes werden Buchstabe für Buchstabe verglichen, andere Werte angeglichen.',
    coded:
      'Codes gehören zu codierten Passagen: ein Auszug hat die Codes der Passage, deren Teil er ist, und ist codiert, wenn eine Codierung ihn umfasst.',
    kind: 'kind: fragt nach der Art des Auszugs (quote, heading, figure, listing, note) oder der eines seiner Codes (practice, force …).',
    variants:
      'Plural und Verbendungen (-s, -es, -ies, -ed, -ing) zählen nur bei ~wort oder wenn die Formen eingeschaltet sind, und die mitgezählten werden dann genannt.',
    scripts:
      'In Schriften ohne Leerzeichen ist jedes Zeichen ein Wort; längere Wörter werden dort geschrieben, wie sie stehen.',
    spelling: 'Schreibweisen werden für Wörter vorgeschlagen, die nirgends vorkommen, und nie ungefragt angewandt.',
    order:
      'Ein Wort, eine Wendung oder Filter: wie in der Studie. Mehrere Wörter: Auszüge, in denen sie wie eingegeben beisammenstehen, dann die mit mehr von ihnen, dann die, in denen sie einander am nächsten stehen, dann wie in der Studie.',
    count: 'Eine Zahl ist genau, wenn jeder Text gelesen wurde; bis dahin heißt sie „mindestens“.',
    withheld: 'Auszüge, deren Text nicht gezeigt wird, haben keinen Text zu treffen; ihre Filter finden sie trotzdem.',
  },
};
