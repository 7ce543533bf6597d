import type { Metadata } from "next";
import { env } from "@/lib/env";
import { openPage } from "@/lib/page";
import type { Words } from "@/lib/text";

/** The title of a page of the demo. Elsewhere there is no such page, so it has no title to give it away. */
export const titled = (title: (words: Words["demo"]) => string) => async (): Promise<Metadata> =>
  env.demo ? { title: title((await openPage()).words.demo) } : {};
