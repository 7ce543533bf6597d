import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import satori, { type Font } from "satori";

/** As other sites crop it least: https://ogp.me, 1.91 to 1. */
const size = { width: 1200, height: 630 };

export interface Card {
  /** The large words: of a thread its title, of a community its purpose. */
  readonly title: string;
  /** Where it is. */
  readonly place: string;
  /** #rrggbb */
  readonly colour: string;
}

/** Drawn ones, most lately used last: a link that is passed around is asked for by many at once. */
const drawn = new Map<string, Promise<Buffer>>();
const keptAtMost = 100;

/** The picture of a link, as PNG. Words whose script the fonts do not hold are left out rather than drawn as boxes. */
export function drawCard(card: Card): Promise<Buffer> {
  const key = JSON.stringify(card);
  const picture = drawn.get(key) ?? draw(card);
  drawn.delete(key);
  drawn.set(key, picture);
  picture.catch(() => drawn.delete(key));
  for (const oldest of drawn.keys()) if (drawn.size > keptAtMost) drawn.delete(oldest);
  return picture;
}

async function draw({ title, place, colour }: Card): Promise<Buffer> {
  const words = shown(title);
  const [large, small] = [words.length > 70 ? 56 : 72, 34];
  const picture = await satori(
    box(
      { ...size, flexDirection: "column", justifyContent: "space-between", padding: 72, backgroundColor: "#fbf8f3" },
      [
        box({ width: 120, height: 12, borderRadius: 6, backgroundColor: colour }),
        box({ fontFamily: "Newsreader", fontSize: large, lineHeight: 1.15, color: "#241f1a", lineClamp: 4 }, words),
        box({ fontFamily: "Instrument Sans", fontSize: small, color: "#5d554c", lineClamp: 1 }, shown(place)),
      ],
    ),
    { ...size, fonts: await fonts() },
  );
  // Not by the library of uploads, which is forbidden to read drawings in this process: what people send may be one.
  return new Resvg(picture, { font: { loadSystemFonts: false } }).render().asPng();
}

const box = (style: object, children?: string | object[]) =>
  ({ type: "div", props: { style: { display: "flex", ...style }, children } }) as never;

/** Letters of the fonts' scripts, figures and signs; pictograms go. */
function shown(text: string): string {
  const plain = text
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(plain) ? plain : "";
}

let read: Promise<Font[]> | undefined;

/** Read once. What the first of a name does not hold is taken from the next. */
function fonts(): Promise<Font[]> {
  read ??= Promise.all(
    [
      ["Newsreader", "newsreader", "latin", 500],
      ["Newsreader", "newsreader", "latin-ext", 500],
      ["Instrument Sans", "instrument-sans", "latin", 500],
      ["Instrument Sans", "instrument-sans", "latin-ext", 500],
    ].map(async ([name, folder, script, weight]) => ({
      name: String(name),
      weight: weight as 500,
      style: "normal",
      data: await readFile(fontFile(`${folder}/files/${folder}-${script}-${weight}-normal.woff`)),
    })),
  );
  return read;
}

/** Beside the packages, also where the bundler has moved this file. */
const fontFile = (name: string) => createRequire(`${process.cwd()}/`).resolve(`@fontsource/${name}`);
