import { expect, test } from "vitest";
import { beginningOf } from "@/lib/text/markdown/beginning";

const ada = "11111111-1111-4111-8111-111111111111";
const say = (text: string, most?: number) => beginningOf(text, () => "Ada", most);

test("the first words of a post have no form, and names of now", () => {
  expect(say(`# Hello\n\n**You** and @{${ada}}, see [this](https://x.example) \`code\` :smile:`)).toBe(
    "Hello You and @Ada, see this code 😄",
  );
  expect(say(`![a marmot](/files/${ada}/large)`)).toBe("a marmot");
});

test("they are not what it quotes, nor what stands behind a spoiler, also where the text is cut", () => {
  expect(say("> Their words.\n\nMine.")).toBe("Mine.");
  expect(say("It was ||the butler|| after all.")).toBe("It was … after all.");
  expect(say("|||\nThe butler.\n|||\n\nRead on.")).toBe("Read on.");
  expect(say(`|||\nThe butler. ${"and so on ".repeat(400)}\n|||`)).toBe("");
  expect(say(`${"word ".repeat(700)} ||the butler||`)).toBe("");
});

test("they end at a word", () => {
  expect(say("one two three four", 12)).toBe("one two…");
  expect([...say("x".repeat(500))].length).toBe(161);
});
