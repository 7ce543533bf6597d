/** Longer, and it is no name of anything; from an address, so anything may come. */
export const longestQuery = 80;

export const readQuery = (text: unknown): string =>
  (typeof text === "string" ? text : "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replaceAll("\0", "")
    .trim()
    .slice(0, longestQuery);
