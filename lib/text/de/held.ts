import type { held as english } from "../en/held";
import { pluralDe as plural } from "../plural";

export const held: typeof english = {
  mine: "Wartet auf die Moderation",
  lead: "Was du abgeschickt hast und die Moderation zuerst ansieht. Du siehst es hier; sonst noch niemand.",
  waits: "Dein Beitrag wartet auf die Moderation. Du siehst ihn hier; sonst noch niemand.",
  none: "Nichts wartet",
  noneText: "Wird etwas von dir zuerst angesehen, steht es hier, bis die Moderation entschieden hat.",
  all: "Alles, was wartet",
  threadIn: ({ space }) => `Ein Thema in ${space}`,
  threadSomewhere: "Ein Thema in einem Raum, der dir nicht mehr offensteht",
  answerIn: ({ title }) => `Eine Antwort in „${title}“`,
  answerSomewhere: "Eine Antwort in einem Thema, das dir nicht mehr offensteht",
  withdraw: "Zurücknehmen",
  refused: "Das wurde nicht veröffentlicht",
  refusedText: ({ reason }) => `Die Moderation hat so entschieden. Der Grund: ${reason}`,
  refusedKept: "Nur du siehst es. Nach 30 Tagen werden die Worte gelöscht.",
  poll: ({ question }) => `Mit einer Umfrage: ${question}`,
  whyTitle: "Warum es wartet",
  why: {
    newcomer: "Die ersten Beiträge von Neuen werden angesehen.",
    word: ({ word }) => `Darin steht „${word}“.`,
    link: ({ n }) =>
      plural(n, {
        one: "Es hat # Link, von jemandem, der neu ist.",
        other: "Es hat # Links, von jemandem, der neu ist.",
      }),
    repeated: "Dieselbe Person hat innerhalb einer Stunde dasselbe abgeschickt.",
    crowd: "Mehrere Neue haben innerhalb einer Stunde dasselbe abgeschickt.",
    onlyLink: "Es ist ein erster Beitrag und nichts als ein Link.",
    mentions: "Jemand Neues spricht viele auf einmal an.",
  },
  tab: "Zurückgehalten",
  title: "Zum Ansehen zurückgehalten",
  queueLead:
    "Was in den Räumen wartet, um die du dich kümmerst, das Älteste zuerst. Sonst sieht es nur, wer es geschrieben hat.",
  queueNone: "Nichts ist zurückgehalten",
  queueNoneText: "Hält eine Regel dieser Community etwas zurück, steht es hier, bis du es freigibst oder ablehnst.",
  joined: ({ when }) => `Dabei seit ${when}`,
  joinedNot: "Nicht mehr Mitglied",
  stands: ({ n }) =>
    n >= 100
      ? "100 Beiträge oder mehr stehen hier"
      : n === 0
        ? "Noch kein Beitrag steht hier"
        : plural(n, { one: "# Beitrag steht hier", other: "# Beiträge stehen hier" }),
  sent: ({ when }) => `Abgeschickt ${when}`,
  newThread: ({ space }) => `Neues Thema in ${space}`,
  answerTo: ({ title, space }) => `Antwort in „${title}“, ${space}`,
  approve: "Freigeben",
  refuse: "Ablehnen",
  refuseText: "Ablehnen, mit einem Grund",
  reason: "Grund",
  reasonHint: "Wer es geschrieben hat, liest ihn.",
  rules: {
    title: "Regeln für Beiträge",
    lead: "Was angesehen wird, bevor es steht. Nichts, solange du es hier nicht wählst. Wer in einem Raum moderiert, wird nie zurückgehalten.",
    firstTitle: "Neue",
    firstPosts: "Erste Beiträge, die angesehen werden",
    firstPostsHint:
      "So viele Beiträge jedes neuen Mitglieds warten auf die Moderation, höchstens 10. Bei 0 wartet keiner.",
    wordsTitle: "Wörter",
    wordsHint: "Eins je Zeile. Sie werden als ganze Wörter gefunden, groß oder klein, mit oder ohne Akzente.",
    heldWords: "Wörter, bei denen ein Beitrag angesehen wird",
    refusedWords: "Wörter, die nicht erlaubt sind",
    refusedWordsHint: "Ein Beitrag mit einem davon wird nicht abgeschickt. Wer schreibt, erfährt, welches Wort es ist.",
    linksTitle: "Links",
    newcomerLinks: "Links, die Neue auf einmal schreiben dürfen",
    newcomerLinksHint: "Bei mehr wartet der Beitrag. Drei ist ein guter Anfang. Leer heißt: keine Grenze.",
    refusedDomains: "Seiten, die nicht erlaubt sind",
    refusedDomainsHint:
      "Eine je Zeile, zum Beispiel example.com. Alles darunter zählt mit. Ein Beitrag mit einem Link dorthin wird nicht abgeschickt.",
    allowedDomains: "Seiten, die immer erlaubt sind",
    allowedDomainsHint: "Links dorthin werden nicht gezählt.",
    spamTitle: "Spam",
    spamChecks: "Nach Anzeichen von Spam sehen",
    spamChecksHint:
      "Ein Beitrag wartet, wenn dasselbe innerhalb einer Stunde von derselben Person oder von mehreren Neuen kam, wenn ein erster Beitrag nur ein Link ist und wenn jemand Neues mehr als fünf Menschen auf einmal anspricht.",
    newHint: "Neu ist jemand, bis drei eigene Beiträge hier stehen, oder so viele, wie du zuerst ansiehst.",
    save: "Regeln speichern",
    saved: "Gespeichert",
  },
  errors: {
    wordRefused: ({ word }) =>
      `„${word}“ ist hier nicht erlaubt. Deine Worte bleiben stehen: Ändere es und schick es noch einmal.`,
    domainRefused: ({ domain }) =>
      `Links zu ${domain} sind hier nicht erlaubt. Deine Worte bleiben stehen: Nimm den Link heraus und schick es noch einmal.`,
    wordInEdit: ({ word }) => `„${word}“ kann hier nicht nachträglich dazukommen. Deine Worte bleiben stehen.`,
    linksInEdit: "Du bist neu hier, und mehr Links können nicht nachträglich dazukommen. Deine Worte bleiben stehen.",
    tooManyWaiting: ({ most }) =>
      `${most} deiner Beiträge warten schon auf die Moderation. Deine Worte bleiben stehen: Schick sie, wenn entschieden ist, oder nimm einen zurück.`,
    decidedAlready: "Das wurde schon entschieden oder zurückgenommen.",
    mayNotWrite:
      "Wer es geschrieben hat, darf dort nicht mehr schreiben, oder der Ort ist geschlossen. Du kannst es mit einem Grund ablehnen.",
    reasonRequired: "Bitte nenne einen Grund. Wer es geschrieben hat, liest ihn.",
    tooManyLines: "Das sind zu viele. Höchstens 500 Zeilen.",
    wordTooLong: "Eins davon ist zu lang. Eine Zeile fasst höchstens 60 Zeichen.",
    noWord: "Eins davon hat weder Buchstaben noch Ziffern.",
    noDomain: "Eins davon ist keine Seite. Schreib eine je Zeile, zum Beispiel example.com.",
    inBoth: "Eins davon steht auch in der anderen Liste. Lass es nur in einer.",
    firstPostsWrong: "Bitte wähle eine Zahl von 0 bis 10.",
    linksWrong: "Bitte wähle eine Zahl von 0 bis 50, oder lass es leer.",
    rulesChangedMeanwhile: "Jemand anders hat die Regeln inzwischen gespeichert. Lade die Seite neu, um sie zu sehen.",
  },
};
