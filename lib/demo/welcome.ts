import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { wordsFor } from "@/lib/text";
import type { World } from "./read";

/** For the console, where there is no reader whose language is known. */
export function welcome({ people, signIns }: World): string {
  const words = wordsFor("en").demo;
  const lines = Object.entries(signIns).map(([role, { person, sees }]) => {
    const name = people.get(person)?.name ?? person;
    return `  ${name.padEnd(16)} ${words.people[role as keyof typeof signIns].padEnd(18)} ${sees}`;
  });
  return [`${words.title}, one click each: ${env.origin}${paths.demo}`, ...lines, ""].join("\n");
}
