export const brands = {
  one: "Brand",
  found: "Found a brand",
  name: "Name of the brand",
  colour: "Brand colour",
  errors: {
    nameRequired: "Please name the brand.",
    colourInvalid: "Please give a colour such as #b4532a.",
  },
};
