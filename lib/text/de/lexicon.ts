import type { lexicon as en } from "../en/lexicon";
import { pluralDe as plural } from "../plural";

const byPeople = (n: number) => plural(n, { one: "# Person", other: "# Menschen" });
const members = (n: number) => plural(n, { one: "# Mitglied", other: "# Mitglieder" });

export const lexicon: typeof en = {
  title: "Lexikon",
  lead: "Wörter, die diese Community zu ihren gemacht hat, wer damit anfing, und die Geschichten dahinter.",
  rule: ({ n }) =>
    `Ein Wort gehört hierher, sobald ${members(n)} oder mehr sagen, dass es ihres ist, und mehr, als das Gegenteil sagen. Wer die Community leitet oder von der Marke bezahlt wird, hat keine Stimme.`,
  ours: "Unsere Wörter",
  noneOurs: "Noch ist kein Wort bestätigt",
  noneOursText:
    "Unten sagen Mitglieder, welche Wörter ihre sind. Was sie bestätigen, steht hier mit seiner Geschichte.",
  asked: "Ist das unseres?",
  askedLead:
    "Viele sagen das hier, und anderswo kaum jemand. Gefunden hat es eine Zählung: Hinzufügen kann niemand etwas.",
  askedInside: "Du siehst auch Wörter aus Räumen, die nicht jedes Mitglied liest. Nach ihnen wird niemand gefragt.",
  noneAsked: "Kein weiteres Wort sieht nach dieser Community aus",
  noneAskedText:
    "Jede Nacht wird nach Wörtern gesucht. Gefunden wird eines, wenn mehrere, die miteinander reden, es in mehreren Wochen und Themen sagen.",
  more: "Mehr Wörter",
  backToFirst: "Von vorn",
  saidBy: ({ n }) => `Gesagt von ${byPeople(n)}`,
  firstBy: ({ who, when }) => `${who} sagte es zuerst, ${when}`,
  spreadFigure: ({ n, most }) =>
    n === 0
      ? "Im letzten halben Jahr hat es niemand gesagt"
      : `In ${plural(n, { one: "# Woche", other: "# Wochen" })} des letzten halben Jahres gesagt, von bis zu ${byPeople(most)} in einer`,
  noLore: "Noch hat niemand erzählt, woher es kommt.",
  read: "Mehr lesen",
  readAbout: ({ term }) => `Mehr über ${term} lesen`,
  rituals: "Rituale",
  ritualsLead: "Themen, die immer wieder begonnen werden, und wer zu ihnen zurückkommt.",
  ritualsNone: "Noch wurde kein Thema immer wieder begonnen, zu dem Menschen zurückkamen.",
  ritualTimes: ({ n, every, when }) =>
    `${n}-mal im letzten halben Jahr begonnen, etwa alle ${plural(every, { one: "# Tag", other: "# Tage" })}, zuletzt ${when}`,
  ritualBack: ({ n }) => plural(n, { one: "# Mitglied kommt wieder", other: "# Mitglieder kommen wieder" }),
  ritualNamed: ({ back, names, more }) => (more > 0 ? `${back}: ${names} und ${more} weitere` : `${back}: ${names}`),
  votes: ({ ours, others }) =>
    others === 0
      ? `${members(ours)} ${ours === 1 ? "sagt" : "sagen"}, dass es ihres ist`
      : `${members(ours)} ${ours === 1 ? "sagt" : "sagen"}, dass es ihres ist, ${others}, dass es das nicht ist`,
  states: { ours: "Unser Wort", asked: "Ist das unseres?", "not ours": "Nicht unseres" },
  sayOurs: "Unseres",
  sayNotOurs: "Nicht unseres",
  sayNothing: "Zurücknehmen",
  sayAbout: ({ term }) => `Ist „${term}“ unseres?`,
  saidOurs: "Du hast gesagt, dass es unseres ist.",
  saidNotOurs: "Du hast gesagt, dass es nicht unseres ist.",
  privateVote: "Wie du stimmst, sieht niemand, nur wie viele es taten.",
  lore: "Woher es kommt",
  loreBy: ({ who, when }) => `${who}, ${when}`,
  tell: "Erzählen, woher es kommt",
  change: "Ändern",
  history: "Alle Fassungen",
  tellTitle: ({ term }) => `Woher „${term}“ kommt`,
  tellLead: "Wer es zuerst sagte, was geschehen war, was es inzwischen bedeutet. Was vorher dastand, bleibt lesbar.",
  text: "Die Geschichte",
  textHint: "Markdown geht. Der erste Satz erscheint, wo das Wort in Beiträgen vorkommt.",
  readers: {
    public: "Das können alle lesen.",
    members: "Das können Mitglieder dieser Community lesen.",
  },
  save: "Speichern",
  takeOut: "Entfernen",
  takeOutAbout:
    "Wer es schrieb und wer moderiert, liest den Grund. Dass du es warst, steht im Protokoll der Moderation.",
  why: "Warum",
  uses: "Wo es gesagt wurde",
  usesLead: "Das erste Mal, und das erste Mal von allen, die es danach aufnahmen.",
  usesNone: "Du kannst keinen der Beiträge lesen, in denen es zuerst gesagt wurde, oder es gibt sie nicht mehr.",
  firstUse: "Das erste Mal",
  firstHidden: "Das erste Mal war an einem Ort, den du nicht liest, oder der Beitrag ist nicht mehr da.",
  spread: "Wie es sich verbreitete",
  met: ({ points }) =>
    `Wer es aufnahm, hatte um ${points} Punkte öfter als andere ebenso Aktive mit jemandem geredet, der es schon sagte.`,
  showTable: "Tabelle zeigen",
  table: "Wie viele es in jeder Woche sagten",
  week: "Woche bis",
  people: "Menschen",
  historyTitle: ({ term }) => `Alle Fassungen zu „${term}“`,
  historyNone: "Noch hat niemand erzählt, woher es kommt",
  wording: ({ n }) => `Fassung ${n}`,
  removed: "Das hat die Moderation entfernt.",
  removedBecause: ({ why }) => `Das hat die Moderation entfernt: ${why}`,
  fromPulse: "Welche Wörter das sind",
  card: "Aus unserem Lexikon",
  open: "Im Lexikon öffnen",
  errors: {
    membersVote:
      "Ob ein Wort ihres ist, sagen Mitglieder, nicht wer die Community leitet oder von der Marke bezahlt wird.",
    membersTell: "Woher ein Wort kommt, erzählen Mitglieder, die hier gerade schreiben dürfen.",
    loreRequired: "Bitte erzähl etwas über das Wort.",
    whyRequired: "Bitte sag in ein paar Worten, warum.",
    toldMeanwhile:
      "Jemand hat das geändert, während du geschrieben hast. Deine Worte sind noch da: Lies in einem anderen Tab, was jetzt dasteht, füge beides zusammen, öffne diese Seite neu und speichere.",
    removedAlready: "Das wurde schon entfernt.",
  },
};
