import type { reading as english } from "../en/reading";
import { pluralDe as plural } from "../plural";

export const reading: typeof english = {
  keepUnread: ({ n }) => `Ab Beitrag ${n} ungelesen lassen`,
  readToHere: "Bis hier habe ich gelesen",
  markAllRead: "Alles als gelesen",
  markAllReadIn: ({ space }) => `Alles in ${space} als gelesen`,
  which: "Welche Themen",
  all: "Alle",
  unreadOnly: "Ungelesene",
  noneUnread: "Du hast hier alles gelesen",
  noneUnreadText: "Sagt jemand etwas Neues, steht es hier.",
  answered: ({ n }) => plural(n, { one: "# Antwort", other: "# Antworten" }),
  inPlaceTitle: "Der Beitrag, auf den geantwortet wurde",
  answersTitle: "Antworten auf diesen Beitrag",
  toThread: "Alles in seinem Thema",
  noAnswers: "Es ist keine Antwort mehr zu sehen.",
  place: "Stelle in diesem Thema",
  openPlace: "In diesem Thema bewegen:",
  jumpToDay: "Zu einem Tag springen",
  go: "Los",
  at: ({ n, of }) => `${n} von ${of}`,
  sinceTitle: "Seit du hier warst",
  lastVisit: ({ when }) => `Zuletzt warst du hier: ${when}`,
  firstVisit: "Dein erster Besuch",
  firstVisitText: "Sieh dich um. Ab deinem nächsten Besuch steht hier, was in der Zwischenzeit geschah.",
  nothingSince: "Seitdem ist nichts geschehen.",
  answeredYou: ({ name, title }) => `${name} hat dir geantwortet in ${title}`,
  badgeYou: ({ badge }) => `Du hast das Abzeichen ${badge} bekommen`,
  badgeOther: ({ name, badge }) => `${name} hat das Abzeichen ${badge} bekommen`,
  newThreads: ({ n }) =>
    n > 99 ? "Mehr als 99 Themen haben Neues" : plural(n, { one: "# Thema hat Neues", other: "# Themen haben Neues" }),
  newMembers: ({ n }) =>
    n > 99
      ? "Mehr als 99 Personen kamen dazu"
      : plural(n, { one: "# Person kam dazu", other: "# Personen kamen dazu" }),
};
