// Its own file because writing, asking and the setting of a space mean the same list by it.

/** Languages whose words the database cuts down to their stems, by the names it has for them, with the code people know. */
export const languages = {
  english: "en",
  german: "de",
  french: "fr",
  spanish: "es",
  italian: "it",
  portuguese: "pt",
  dutch: "nl",
  swedish: "sv",
  danish: "da",
  norwegian: "nb",
  finnish: "fi",
  turkish: "tr",
  russian: "ru",
  greek: "el",
  arabic: "ar",
  hindi: "hi",
} as const;

export type Language = keyof typeof languages | "simple";

/** What a space can be set to. "simple" leaves words as they are. */
export const spaceLanguages = [
  "detected",
  ...(Object.keys(languages) as (keyof typeof languages)[]),
  "simple",
] as const;

/** By the code that a community has for its own. */
export const languageOf = (locale: string): string =>
  Object.entries(languages).find(([, code]) => code === locale.slice(0, 2))?.[0] ?? "simple";

/** Scripts of which we can stem one language only. */
const scripts: [RegExp, Language][] = [
  [/\p{Script=Cyrillic}/gu, "russian"],
  [/\p{Script=Greek}/gu, "greek"],
  [/\p{Script=Arabic}/gu, "arabic"],
  [/\p{Script=Devanagari}/gu, "hindi"],
];
const latin = /\p{Script=Latin}/gu;

/** The little words that a text of each language cannot do without, and as few others as possible share. */
const small: Partial<Record<Language, string>> = {
  english: "the and of to is that it you was for on are with this have not be at from they what there my would if",
  german:
    "der die und das ist nicht ich ein eine zu den mit auf es sie dem auch sich von bei wir aber wie oder noch im habe hat wird",
  french: "le la les des et est une que dans pour pas qui sur avec ce je il vous mais du au sont elle nous plus",
  spanish: "el los las y que en un una por con para no es se lo su como pero muy está más del al hay",
  italian: "il lo gli che di e è un una per non con sono del della ma anche mi si come questo ho alla nel",
  portuguese: "o os as e que um uma não com para por do da em mas é no na se mais como eu está você isso",
  dutch: "de het een en van is niet dat ik te op met voor zijn maar er ook aan je wat bij naar heb dit wel",
  swedish: "och att det är som en på jag inte för med den har av till om men ett var så vi kan från",
  danish: "og at det er som en på jeg ikke for med den har af til om men et var så vi kan fra hvad også",
  norwegian: "og å det er som en på jeg ikke for med den har av til om men et var så vi kan fra hva også",
  finnish: "ja on ei se että hän mutta kun niin oli ovat myös tai joka minä sen jos mitä vain kuin nyt",
  turkish: "ve bir bu da de için ile çok ama ne var gibi daha ben o mi değil olarak kadar sonra en",
};
const known = new Map<string, Language[]>();
for (const [language, words] of Object.entries(small) as [Language, string][])
  for (const word of words.split(" ")) known.set(word, [...(known.get(word) ?? []), language]);

/** How much of a text is looked at. */
const looked = 200;

/**
 * Which language a text is in, by its little words, or nothing where they do not say so clearly: then it is taken to be in
 * the language of the community. Ours, and small: what a guesser by letters makes of the few words of a forum's post is
 * hardly better than chance, and a wrong guess costs no find, since a post is asked by the same rules as it was written by.
 * @param words of the text, in small letters
 */
export function detected(words: readonly string[]): Language | undefined {
  const some = words.slice(0, looked);
  const text = some.join("");
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  for (const [script, language] of scripts) if (count(script) > text.length / 2) return language;
  if (text.length > 0 && count(latin) < text.length / 3) return "simple";
  const points = new Map<Language, number>();
  for (const word of some)
    for (const language of known.get(word) ?? [])
      points.set(language, (points.get(language) ?? 0) + 1 / known.get(word)!.length);
  const [first, second] = [...points].sort(([, a], [, b]) => b - a);
  return first && first[1] >= 1.5 && first[1] > 1.25 * (second?.[1] ?? 0) ? first[0] : undefined;
}
