import type { Metadata } from "next";
import { openPage } from "@/lib/page";
import type { Words } from "@/lib/text";

export const titled = (title: (words: Words["demo"]) => string) => async (): Promise<Metadata> => ({
  title: title((await openPage()).words.demo),
});
