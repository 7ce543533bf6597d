import type { answers as english } from "../en/answers";

export const answers: typeof english = {
  accept: "Als Antwort kennzeichnen",
  takeBack: "Doch nicht die Antwort",
  answer: "Antwort",
  answered: "Beantwortet",
  answeredBy: ({ name }) => `Beantwortet von ${name}`,
  jump: "Zur Antwort",
  errors: {
    notYours: "Nur wer gefragt hat oder hier moderiert, kann die Antwort wählen.",
    notHere: "Dieser Beitrag kann nicht als Antwort gewählt werden.",
    notChosen: "Dieser Beitrag ist nicht mehr die Antwort.",
  },
};
