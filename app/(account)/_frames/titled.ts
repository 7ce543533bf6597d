import type { Metadata } from "next";
import { currentWords } from "@/lib/page";
import type { Words } from "@/lib/text";

/** The head of an account's page: never in a search engine, and its address (which may hold a token) told to no other site. */
export const titled = (say: (words: Words["accounts"]) => string) => async (): Promise<Metadata> => ({
  title: say((await currentWords()).accounts),
  robots: { index: false },
  referrer: "same-origin",
});
