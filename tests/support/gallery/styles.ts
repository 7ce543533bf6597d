import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tailwind from "@tailwindcss/postcss";
import postcss from "postcss";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The stylesheet as the product ships it, with the few utilities the gallery itself is laid out by. */
export async function compiledStyles() {
  const from = `${root}app/globals.css`;
  const result = await postcss([tailwind({ base: root })]).process(
    `${readFileSync(from, "utf8")}@source "../tests/support/gallery";`,
    { from, to: from },
  );
  return result.css;
}
