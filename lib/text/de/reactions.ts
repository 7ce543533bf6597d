import type { reactions as english } from "../en/reactions";
import { pluralDe as plural } from "../plural";

export const reactions: typeof english = {
  react: "Reagieren",
  title: "Reaktionen",
  choose: "Deine Reaktion",
  chooseHint: "Eine je Beitrag. Eine andere zu wählen ändert sie.",
  kinds: {
    like: "Gefällt mir",
    love: "Herz",
    funny: "Lustig",
    wow: "Erstaunlich",
    sad: "Traurig",
    angry: "Ärgerlich",
    dislike: "Gefällt mir nicht",
  },
  offer: {
    like: "Die Reaktion „Gefällt mir“ anbieten",
    love: "Die Reaktion „Herz“ anbieten",
    funny: "Die Reaktion „Lustig“ anbieten",
    wow: "Die Reaktion „Erstaunlich“ anbieten",
    sad: "Die Reaktion „Traurig“ anbieten",
    angry: "Die Reaktion „Ärgerlich“ anbieten",
    dislike: "Die Reaktion „Gefällt mir nicht“ anbieten",
  },
  total: ({ n }) => plural(n, { one: "# Reaktion", other: "# Reaktionen" }),
  mine: ({ kind }) => `deine ist „${kind}“`,
  takeBack: ({ kind }) => `„${kind}“ zurücknehmen`,
  who: "Wer hat reagiert",
  whoTitle: "Wer reagiert hat",
  to: ({ name }) => `Auf einen Beitrag von ${name}`,
  none: "Noch hat niemand reagiert",
  back: "Zurück zum Beitrag",
  unsent: "Deine Reaktion ist nicht angekommen. Bitte versuche es noch einmal.",
  errors: {
    own: "Auf das, was du schreibst, reagieren andere.",
    notHere: "Auf diesen Beitrag kannst du nicht reagieren.",
    notOffered: "Diese Reaktion wird hier nicht mehr angeboten.",
  },
};
