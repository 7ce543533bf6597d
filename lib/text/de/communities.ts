import type { communities as english } from "../en/communities";

export const communities: typeof english = {
  one: "Community",
  found: "Community gründen",
  name: "Name",
  purpose: "Wozu es sie gibt",
  address: "Adresse",
  errors: {
    nameRequired: "Bitte gib der Community einen Namen.",
    slugInvalid: "Nimm 3 bis 40 kleine Buchstaben, Ziffern und Bindestriche.",
    slugReserved: "Diese Adresse braucht das Produkt selbst.",
    slugTaken: "Diese Adresse ist vergeben.",
  },
};
