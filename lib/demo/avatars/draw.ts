import sharp from "sharp";
import { inks } from "./colours";
import { beard, features, glasses, SHAPE, skull } from "./face";
import type { Features } from "./features";
import { hair } from "./hair";
import { clothes, headwear, neck, trinkets } from "./wear";

/** Each mood holds the head a little differently; a row of upright heads looks like a row of stamps. */
const TILT: Record<Features["mood"], number> = {
  smile: 2,
  grin: -3,
  calm: 0,
  wry: 4,
  laugh: -5,
  thoughtful: -4,
  beam: 3,
};

/** No letters are drawn: the picture must not depend on the fonts of a machine. */
export function drawAvatar(f: Features): string {
  const k = inks(f);
  const crown = hair(f, SHAPE[f.face].w, k);
  const hat = headwear(f, k);
  const long = ["long", "waves", "bob", "fringe", "braids", "locs", "ponytail"].includes(f.hair);
  const crushed = f.head === "headscarf" || (!long && (hat.hides || f.head === "brim"));
  const behind = crushed ? "" : crown.behind;
  const over = hat.hides ? "" : crown.over;
  const turn = `transform="translate(0 8) rotate(${TILT[f.mood]} 128 190)"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">`,
    `<rect width="256" height="256" fill="${k.back}"/><circle cx="128" cy="122" r="104" fill="${k.halo}"/>`,
    `<g transform="translate(-15.400 -30) scale(1.120)">`,
    `<g ${turn}>${hat.behind}${behind}</g>`,
    neck(k),
    clothes(f, k),
    `<g ${turn}>${skull(f, k)}${beard({ ...f, beard: f.beard === "moustache" ? "none" : f.beard }, k)}${features(f, k)}`,
    f.beard === "moustache" ? beard(f, k) : "",
    `${over}${glasses(f, k)}${hat.over}${trinkets(f, k)}</g></g>`,
    "</svg>",
  ].join("");
}

export async function avatarPng(f: Features, size = 256): Promise<Buffer> {
  return sharp(Buffer.from(drawAvatar(f)), { density: (72 * size) / 256 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}
