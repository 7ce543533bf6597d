export const manage = {
  title: "Manage",
  people: "People",
  spaces: "Spaces",
  badges: "Badges",
  settings: "Settings",
  errors: {},
};
