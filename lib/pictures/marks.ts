// Its own file because it is pure: what stands in the text and the HTML of a post, for writing and reading alike.

const uuid = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
const picture = new RegExp(`<img src="/files/(${uuid})/(?:large|small)"`, "g");

/** Ids of the pictures that HTML of our renderer shows, each once. */
export const pictureIds = (html: string): string[] => [
  ...new Set([...html.matchAll(picture)].map(([, id = ""]) => id)),
];

/** Markdown of one picture. Words that would end the mark early lose their brackets. */
export const pictureMark = (id: string, alt = "") => `![${alt.replace(/[[\]\\\n]/g, " ").trim()}](/files/${id}/large)`;
