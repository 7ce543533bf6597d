import type { references as english } from "../en/references";

export const references: typeof english = {
  quote: "Zitieren",
  quotePost: ({ name }) => `${name} zitieren`,
  quoteSelected: "Das zitieren",
  wrote: ({ name }) => `${name} schrieb`,
  whole: "Das ganze Zitat zeigen",
  somebody: "jemand",
  spoiler: "Verrät etwas",
  copy: "Kopieren",
  copied: "Kopiert",
  table: "Tabelle",
  emoji: "Emoji",
  suggestions: "Vorschläge",
  found: ({ n }) => `${n} gefunden. Pfeiltasten wählen, Enter übernimmt.`,
  hint: "@ spricht jemanden an, : findet ein Emoji, ||zwei Striche|| verbergen, was noch nicht alle wissen wollen.",
  errors: {
    tooManyMentions:
      "Ein Beitrag kann 20 Leute ansprechen. Deine Worte sind noch hier; bitte nimm ein paar Namen heraus.",
    tooManyQuotes:
      "Ein Beitrag kann 20 andere zitieren. Deine Worte sind noch hier; bitte nimm ein paar Zitate heraus.",
  },
};
