import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as lucide from "lucide-react";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

// `npm run icons`: draws `public/icons.svg` from the list in `components/ui/icons.tsx`, with Lucide's drawings.

const project = join(import.meta.dirname, "../..");
export const spriteFile = join(project, "public/icons.svg");
export const addressFile = join(project, "components/ui/icons-file.ts");
const listFile = join(project, "components/ui/icons.tsx");

const listed = () =>
  [...readFileSync(listFile, "utf8").matchAll(/^export const (\w+) = icon\("([a-z0-9-]+)"\);$/gm)].map(
    ([, name, id]) => ({ name: name!, id: id! }),
  );

/** The file of all icons. Colour, line and size are those of the `svg` that uses one: `.i` in app/styles/words.css. */
export function drawIcons(): { sprite: string; version: string } {
  const drawings = lucide as unknown as Record<string, ComponentType | undefined>;
  const symbols = listed().map(({ name, id }) => {
    const drawing = drawings[name];
    if (!drawing) throw new Error(`Lucide has no ${name}.`);
    const inner = renderToStaticMarkup(createElement(drawing)).replace(/^<svg[^>]*>|<\/svg>$/g, "");
    return `<symbol id="${id}" viewBox="0 0 24 24">${inner.replace(/><\/\w+>/g, "/>")}</symbol>`;
  });
  const licence = readFileSync(join(project, "node_modules/lucide-react/LICENSE"), "utf8")
    .replace(/-{2,}/g, "—")
    .trim();
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n<!--\n${licence}\n-->\n${symbols.join("\n")}\n</svg>\n`;
  return { sprite, version: createHash("sha256").update(sprite).digest("hex").slice(0, 8) };
}

export const addressSource = (version: string) =>
  `/** With its version, so that browsers keep it as long as it is the same. Written by \`npm run icons\`. */\nexport const iconsFile = "/icons.svg?v=${version}";\n`;

if (process.argv[1]?.endsWith("icons.ts")) {
  const { sprite, version } = drawIcons();
  writeFileSync(spriteFile, sprite);
  writeFileSync(addressFile, addressSource(version));
}
