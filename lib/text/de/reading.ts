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
};
