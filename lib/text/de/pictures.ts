import type { pictures as english } from "../en/pictures";

export const pictures: typeof english = {
  add: "Bilder hinzufügen",
  hint: "Oder in den Text ziehen oder einfügen. Bis zu 10, jedes bis 20 MB.",
  hintPlain: "Sie kommen ans Ende deines Textes. Bis zu 10, zusammen bis 20 MB.",
  list: "Bilder",
  waiting: "Wartet",
  working: "Wird vorbereitet",
  arrived: "In deinem Text",
  stopped: "Nicht gesendet",
  cancel: "Abbrechen",
  again: "Noch einmal",
  dismiss: "Weglegen",
  alt: "Was ist darauf zu sehen?",
  altHint: "Für Menschen, die es nicht sehen können. Ein paar Worte genügen.",
  altForAll: "Was ist auf den Bildern zu sehen?",
  broke: "Die Verbindung ist abgebrochen.",
  unanswered: "Bei uns ist etwas schiefgegangen.",
  stillGoing: "Deine Bilder sind noch unterwegs. Schicke den Text ab, wenn sie da sind.",
  tooMany: "Ein Beitrag fasst höchstens 10 Bilder.",
  tooLarge: "Dieses Bild ist größer als 20 MB.",
  errors: {
    tooMany: "Ein Beitrag fasst höchstens 10 Bilder.",
  },
};
