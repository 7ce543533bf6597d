import type { blocks as english } from "../en/blocks";

export const blocks: typeof english = {
  block: "Blockieren",
  unblock: "Nicht mehr blockieren",
  unblockWho: ({ name }) => `${name} nicht mehr blockieren`,
  title: ({ name }) => `${name} blockieren?`,
  text: "Niemand erfährt davon, weder diese Person noch die Leitung.",
  what: {
    title: "Von da an",
    posts: "Was sie schreibt, ist eingeklappt und öffnet sich nur, wenn du es lesen willst.",
    lists: "Themen, die sie begonnen hat, verschwinden aus deinen Listen, und was sie sagt, aus deiner Suche.",
    news: "Du hörst nichts von dem, was sie tut: Keine Antwort, Erwähnung oder Reaktion von ihr erreicht dich oder dein Postfach.",
    presence:
      "Solange du jemanden blockierst, der zu einer Community gehört, wird dort niemandem gezeigt, dass du da bist.",
    stays:
      "Sie kann weiterhin lesen, was du schreibst, und darauf antworten. Was die Moderation entscheidet, erreicht dich wie bisher. Wenn dir jemand schadet, melde es bitte auch.",
  },
  stay: "Nicht blockieren",
  blocked: ({ name }) => `Du blockierst ${name}`,
  blockedText: "Nur du weißt davon. Woran diese Person teilnahm, wird dir nicht gezeigt.",
  folded: "Von jemandem, den du blockierst",
  somebody: "jemanden, den du blockierst",
  show: "Trotzdem lesen",
  lead: "Diesen Menschen begegnest du hier nicht mehr. Sonst sieht niemand diese Liste.",
  none: "Du blockierst niemanden",
  noneText: "Blockieren kannst du jemanden auf der Seite dieser Person.",
  since: ({ date }) => `Seit ${date}`,
  undone: "Ihr begegnet euch wieder.",
  errors: {
    oneself: "Dich selbst kannst du nicht blockieren.",
    tooMany: "Du blockierst schon 500 Menschen. Hebe zuerst eine Blockierung auf.",
  },
};
