import type { brands as english } from "../en/brands";

export const brands: typeof english = {
  one: "Marke",
  found: "Marke gründen",
  name: "Name der Marke",
  colour: "Farbe der Marke",
  errors: {
    nameRequired: "Bitte gib der Marke einen Namen.",
    colourInvalid: "Bitte gib eine Farbe an, zum Beispiel #b4532a.",
  },
};
