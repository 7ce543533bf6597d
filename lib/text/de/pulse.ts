import type { pulse as english } from "../en/pulse";
import { pluralDe as plural } from "../plural";

const people = (n: number) => plural(n, { one: "# Person", other: "# Personen" });
const posts = (n: number) => plural(n, { one: "# Beitrag", other: "# Beiträge" });
const members = (n: number) => plural(n, { one: "# aktivem Mitglied", other: "# aktiven Mitgliedern" });

export const pulse: typeof english = {
  title: "Puls",
  headlines: {
    none: "Noch wurde zu wenig gesagt, um zu messen",
    few: "Wenige bleiben hier miteinander im Gespräch",
    some: "Manche bleiben hier miteinander im Gespräch",
    many: "Die Leute bleiben hier miteinander im Gespräch",
  },
  lead: ({ to, n, by, readers }) =>
    `Acht Wochen bis zum ${to}: ${posts(n)} von ${members(by)}, ${readers}. Was das Team der Marke schreibt, zählt nicht mit.`,
  readers: {
    public: "so weit alle sie lesen dürfen",
    members: "so weit alle Mitglieder sie lesen dürfen",
    whole: "in allen Räumen, auch den geschlossenen",
  },
  nothingYet: "Noch hat niemand etwas gesagt, also gibt es nichts zu zählen.",
  notTaken: "Der Puls wurde noch nicht gemessen",
  notTakenText: "Er wird jede Nacht gemessen. Schau morgen wieder vorbei.",
  notTakenDesk: "Er wird jede Nacht gemessen, und wann immer du es willst.",
  elements: {
    interaction: "Wiederholtes Gespräch",
    meaning: "Eigene Bedeutung",
    stakes: "Was auf dem Spiel steht",
    standing: "Wer dazugehört",
  },
  between: ({ low, high }) => `zwischen ${low} und ${high}`,
  notYet: "noch nicht",
  notEnough: "noch nicht genug",
  provisional: "vorläufig",
  caption:
    "Die Linie ist der Wert, von 100. Der weiche Rand reicht vom kleinsten zum größten Wert, den die Daten zulassen. Ein gepunktetes Blatt heißt: noch nicht genug, und das ist nicht null.",
  asTable: "Als Tabelle lesen",
  openElement: ({ element }) => `Öffnen: ${element}`,
  sentences: {
    interaction: ({ n, all }) =>
      `${n} von ${members(all)} sprachen mit mindestens zwei Personen hin und her, in zwei Wochen oder mehr.`,
    meaning: ({ n }) =>
      plural(n, {
        one: "# Wort sieht nach einem eigenen dieser Gemeinschaft aus. Noch hat es niemand bestätigt.",
        other: "# Wörter sehen nach eigenen dieser Gemeinschaft aus. Noch hat sie niemand bestätigt.",
      }),
    noWord: "Noch sieht kein Wort nach einem eigenen dieser Gemeinschaft aus.",
    stakes: ({ n, people: who }) =>
      `${plural(n, { one: "# Thema wurde", other: "# Themen wurden" })} tagelang von Leuten getragen, die wiederkamen: ${people(who)}.`,
    noThread: "Kein Thema wurde tagelang von mehreren getragen, die wiederkamen.",
    standing: ({ n, all }) => `${n} von ${members(all)} haben einen Rang, der ihnen verliehen wurde.`,
    standingOutside: "Wer ein Abzeichen trägt, sehen die Mitglieder.",
  },
  why: {
    few: ({ n, by }) =>
      `Ein Wert braucht 10 aktive Mitglieder mit 100 Beiträgen in acht Wochen. Es gibt ${posts(n)} von ${members(by)}.`,
    meaning: ({ n }) =>
      `Ein Wert braucht 15 eigene Wörter, 20 Leute, die mit anderen verbunden sind, und 20 Mal, dass jemand ein solches Wort aufnahm. Es gibt ${plural(n, { one: "# Wort", other: "# Wörter" })}.`,
    stakes:
      "Noch wurde hier nichts entschieden, dessen Folgen man sehen könnte. Also zählen nur die Themen, die von Leuten getragen werden.",
    standing: ({ n }) =>
      `Ein Wert braucht drei Aktive mit einem Rang, der ihnen verliehen wurde und nicht allen. Es gibt ${n}.`,
    standingOutside: "Darum wird es für Leser von außen nicht gezählt.",
  },
  whereYouAre: ({ score }) => `Weniger streng gezählt steht ihr bei ${score}.`,
  trend: {
    up: ({ before }) => `Vor acht Wochen waren es ${before}: ein Anstieg, den der Zufall nicht erklärt.`,
    down: ({ before }) => `Vor acht Wochen waren es ${before}: ein Rückgang, den der Zufall nicht erklärt.`,
    same: ({ before }) => `Vor acht Wochen waren es ${before}, was dasselbe sein kann.`,
    equal: "Es ist dasselbe wie vor acht Wochen.",
    none: "Es gibt keinen Wert von vor acht Wochen, um zu vergleichen.",
  },
  parts: {
    talk: { name: "Hin und her", about: "Bevor die Eifrigsten wegfallen" },
    tied: { name: "Mit zwei Personen oder mehr", about: "Von allen aktiven Mitgliedern" },
    anyExchange: { name: "Antworteten einander überhaupt", about: "Von allen aktiven Mitgliedern" },
    guessedEdges: { name: "Vermutete Antworten", about: "Wo niemand sagte, worauf ein Beitrag antwortet" },
    usedBy: { name: "Sagen drei der Wörter", about: "Von denen, die mit anderen verbunden sind" },
    spread: { name: "Von Person zu Person weitergegeben", about: "Mehr, als der Zufall wollte" },
    met: { name: "Sprachen mit denen, die es vorher sagten", about: "Von denen, die ein Wort aufnahmen" },
    expected: { name: "Dasselbe bei anderen wie ihnen", about: "Die es nicht aufnahmen" },
    carried: { name: "Getragene Themen", about: "Tage dort, wo Leute wiederkamen" },
    decisionUse: { name: "Entscheidungen, die benutzt wurden", about: "Ein späterer Beitrag baut darauf" },
    followThrough: { name: "Entscheidungen, die gehalten wurden", about: "Was entschieden war, geschah" },
    selectivity: { name: "Weder alle noch niemand", about: "Am besten 5 bis 40 von 100" },
    gatedSpaces: { name: "Geschlossene Räume werden benutzt", about: "Von den Tagen derer, die dazugehören" },
    recognition: { name: "Wer dazugehört, bekommt mehr Antworten", about: "Gegen den Zufall" },
    ties: { name: "Wer dazugehört, ist untereinander verbunden", about: "Gegen den Zufall" },
    permeability: { name: "Man kann noch dazukommen", about: "Im letzten Vierteljahr" },
  },
  part: "Teil",
  value: "Wert",
  noValue: "noch keiner",
  evidence: ({ n }) => plural(n, { one: "Beleg: # Beitrag", other: "Belege: # Beiträge" }),
  more: ({ n }) => plural(n, { one: "Noch # Beitrag zeigen", other: "Noch # Beiträge zeigen" }),
  noEvidence: "Es gibt dafür keinen Beitrag, den du lesen darfst.",
  open: "Öffnen",
  shows: {
    interaction: ({ weeks: n }) =>
      `Das einzige Mal in seiner Woche, dass diese beiden einander antworteten; sie taten es in ${n} von 8 Wochen`,
    meaning: ({ word, n }) => `Sagt „${word}“, wie ${people(n)} hier`,
    meaningEdited: ({ n }) => `Sagt ein Wort, das ${people(n)} hier sagen`,
    stakes: ({ days, n }) =>
      `Damit kam jemand zu einem Thema zurück, das an ${plural(days, { one: "# Tag", other: "# Tagen" })} lebte, wie ${people(n)}`,
    standing: "Zeigt es",
  },
  how: "Wie es gerechnet wird",
  hows: {
    interaction:
      "Zwei sprechen miteinander, wenn die eine der anderen innerhalb von sieben Tagen antwortet. Gezählt nach Wochen und Tagen, nie nach Beiträgen: Menge allein ist nichts wert. Es zählt die Bindung zum zweitstärksten Gegenüber, mal wie viele Tage einer Woche ein Gespräch haben. Der Wert ist der kleinste, der bleibt, wenn jemand von den Eifrigsten oder am besten Verbundenen fehlt.",
    meaning:
      "Wörter, die keine allgemeine Liste kennt, von mindestens fünf Leuten in drei Themen und drei Wochen gesagt, und nicht zuerst von der Marke. Sie zählen, so weit sie von Person zu Person gehen: Wer eines aufnahm, wird mit ähnlichen Leuten verglichen, die es nicht taten.",
    stakes:
      "Ein Thema wird getragen, wenn drei Leute an einem späteren Tag wiederkommen und zwei von ihnen, die es nicht eröffnet haben, miteinander verbunden sind. Entscheidungen zählen, wenn ein späterer Beitrag darauf baut und wenn geschah, was entschieden war.",
    standing:
      "Nach Abzeichen und Aufgaben, die verliehen wurden, nie aus der Aktivität geraten. Ein Rang, den alle haben, ist keiner, und wo ein Vierteljahr lang niemand dazukam, endet der Wert bei 50.",
  },
  weeksTitle: "Woche für Woche",
  weeksTable: "Die Werte von je acht Wochen",
  weekTo: "Acht Wochen bis",
  showTable: "Tabelle zeigen",
  tiesTitle: ({ ties, people: n }) =>
    ties === 0
      ? "Noch gibt es keine Bindungen zwischen Leuten"
      : `${plural(ties, { one: "# Bindung", other: "# Bindungen" })} zwischen ${people(n)}`,
  tiesLead: "Zwei sind verbunden, wenn sie einander in mindestens zwei der acht Wochen antworteten.",
  tiesBefore: ({ n }) => plural(n, { one: "Vor acht Wochen war es #.", other: "Vor acht Wochen waren es #." }),
  tiesFigure: ({ n }) =>
    plural(n, {
      one: "Die stärkste Bindung als Bild; die Tabelle sagt dasselbe",
      other: "Die # stärksten Bindungen als Bild; die Tabelle sagt dasselbe",
    }),
  tiesTable: "Die stärksten Bindungen",
  tiesOutside: "Wer sie sind, sehen die Mitglieder.",
  tiesNumber: "Bindungen",
  tiesPeople: "Personen darin",
  one: "Die eine",
  other: "Die andere",
  inWeeks: "Wochen von 8",
  last: "Zuletzt",
  somebody: "Ein Mitglied",
  rhythmTitle: ({ day }) => `Am meisten wird am ${day} gesagt`,
  rhythmNone: "Noch gibt es keinen Rhythmus zu zeigen",
  rhythmTable: "Was Mitglieder sagen, nach Wochentagen",
  day: "Tag",
  said: "Beiträge",
  memberDays: "Mitglieder, jedes einmal am Tag",
  besideTitle: "Daneben: die Markenvertretung",
  beside: ({ n, all }) =>
    `In ${n} von ${plural(all, { one: "# Thema", other: "# Themen" })}, die die Marke eröffnete, sprachen ein Mitglied und die Marke hin und her. Das steht in keinem Wert.`,
  besideNone: "Die Marke hat in diesen acht Wochen kein Thema eröffnet.",
  movesTitle: "Was ihn bewegen würde",
  movesLead: "Leute, denen man jetzt antworten kann, nach dem, was in diesem Moment hier steht.",
  waiting: "Warten auf eine Antwort",
  waitingNone: "Kein Thema der letzten vier Wochen ist ohne Antwort.",
  waitingMeta: ({ who, when, space }) => `${who}, ${when}, in ${space}`,
  lapsing: "Bindungen, die bald enden",
  lapsingNone: "Keine Bindung schweigt seit zwei Wochen.",
  lapsingMeta: ({ n, when, space }) => `Sprachen in ${n} von 8 Wochen, zuletzt am ${when}, in ${space}`,
  pair: ({ a, b }) => `${a} und ${b}`,
  newcomers: "Neue, denen niemand geantwortet hat",
  newcomersNone: "Alle, die in den letzten vier Wochen kamen und etwas sagten, bekamen Antwort.",
  newcomersMeta: ({ when, title, space }) => `Kam ${when}, sprach in „${title}“, in ${space}`,
  expected: ({ from, to }) => `Ein Gespräch mehr brächte das wiederholte Gespräch von ${from} auf ${to}.`,
  taken: ({ when, method }) => `Gemessen ${when} nach der Methode ${method}.`,
  lowTrust: "Wer wem antwortet, musste oft vermutet werden. Diese Werte verdienen wenig Vertrauen.",
  take: "Jetzt messen",
  takeAgain: "Jetzt noch einmal messen",
  run: {
    waiting: "Der Puls wartet darauf, gemessen zu werden. Das dauert einen Moment.",
    running: "Der Puls wird gemessen.",
    read: ({ n, all }) => `${n} von etwa ${all} Beiträgen gelesen`,
    failed: "Der Puls konnte nicht gemessen werden. Was du siehst, ist von vorher; du kannst es noch einmal versuchen.",
    reload: "Neu laden, um zu sehen, wie weit es ist",
  },
  shownTo: {
    managers: "Zu sehen für die, die diese Gemeinschaft leiten.",
    members: "Auch für Mitglieder zu sehen, gezählt aus dem, was sie lesen dürfen.",
    everyone: "Für alle zu sehen, jeweils gezählt aus dem, was sie lesen dürfen.",
  },
  changeShown: "Ändern, wer ihn sieht",
  choices: {
    managers: "Nur Leitung und Eigentümer",
    members: "Auch Mitglieder, gezählt aus dem, was sie lesen dürfen",
    everyone: "Alle, jeweils gezählt aus dem, was sie lesen dürfen",
  },
  errors: {},
};
