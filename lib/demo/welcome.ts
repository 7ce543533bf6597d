import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { wordsFor } from "@/lib/text";
import type { SignIns, World } from "./read";

/** For the console, where there is no reader whose language is known. */
export function welcome({ people, signIns }: World): string {
  const words = wordsFor("en").demo;
  const lines = (Object.keys(signIns) as (keyof SignIns)[]).map((role) => {
    const name = people.get(signIns[role])?.name ?? "";
    return `  ${name.padEnd(16)} ${words.people[role].padEnd(18)} ${words.sees[role]}`;
  });
  return [`${words.title}, one click each: ${env.origin}${paths.demo}`, ...lines, ""].join("\n");
}
