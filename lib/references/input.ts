/** More people than this are not spoken to, they are shouted at. */
export const mostMentions = 20;
/** How often one post may say their names, all in all: each name becomes an id, which is longer. */
export const mostTimes = 100;
/** Quotes of as many posts as anybody can follow. */
export const mostQuotes = 20;

/** What was typed after the sign, as far as it is part of a name. */
export const typedName = (q: string | null): string[] =>
  (q ?? "")
    .slice(0, 60)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 5) ?? [];
