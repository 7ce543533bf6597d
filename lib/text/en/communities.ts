export const communities = {
  one: "Community",
  found: "Found a community",
  name: "Name",
  purpose: "What it is for",
  address: "Address",
  errors: {
    nameRequired: "Please name the community.",
    slugInvalid: "Use small letters, digits and hyphens, 3 to 40 of them.",
    slugReserved: "This address is kept for the product itself.",
    slugTaken: "This address is taken.",
  },
};
