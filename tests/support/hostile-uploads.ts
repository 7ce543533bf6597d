import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  gifHtml,
  honestBomb,
  html,
  lyingPng,
  pdf,
  plain,
  script,
  svgScript,
  svgWithProlog,
  truncated,
  withPlaceAndName,
} from "../unit/files/pictures";
import { collected, folder } from "./hostile";

export interface HostileUpload {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: () => Promise<Buffer>;
  /** A true picture that carries something beside it; none of that may come out again. */
  readonly picture?: boolean;
}

const both = async (picture: Promise<Buffer>, tail: Buffer) => Buffer.concat([await picture, tail]);
const huge = lyingPng(65_000, 65_000);
let bomb: Promise<Buffer> | undefined;
const spoken = Buffer.from("<script>alert('CANARY')</script>");

/** Our own set. Names and types lie as well: neither is believed. */
export const hostileUploads: readonly HostileUpload[] = [
  { what: "an SVG with a script", name: "face.svg", type: "image/svg+xml", bytes: async () => svgScript },
  { what: "an SVG that begins with entities", name: "a.png", type: "image/png", bytes: async () => svgWithProlog },
  { what: "a page that is called a JPEG", name: "face.jpg", type: "image/jpeg", bytes: async () => html },
  { what: "a GIF that is also a page", name: "face.gif", type: "image/gif", bytes: async () => gifHtml },
  { what: "a document", name: "face.webp", type: "image/webp", bytes: async () => pdf },
  { what: "a program", name: "CON.png", type: "image/png", bytes: async () => script },
  { what: "a head that promises 65000 by 65000", name: "f.png", type: "image/png", bytes: async () => huge },
  {
    what: "a bomb that unfolds to 49 million dots",
    name: "f.png",
    type: "image/png",
    bytes: () => (bomb ??= honestBomb(7_000)),
  },
  { what: "half a PNG", name: "../../face.png", type: "image/png", bytes: truncated },
  { what: "noise", name: "f\u0000.png", type: "image/png", bytes: async () => Buffer.alloc(5_000, 0x5a) },
  {
    what: "a photograph that says where and by whom",
    name: '"q";a=b.jpg',
    type: "image/jpeg",
    bytes: withPlaceAndName,
    picture: true,
  },
  {
    what: "a true PNG with a page behind it",
    name: "a.p\u202egn.html",
    type: "text/html",
    bytes: () => both(plain("png"), spoken),
    picture: true,
  },
  {
    what: "a true JPEG with a page behind it",
    name: ".htaccess",
    type: "application/x-httpd-php",
    bytes: () => both(plain("jpeg"), spoken),
    picture: true,
  },
];

/** Those that others collected; what is true in them is for the product to find out. */
export const collectedUploads: readonly HostileUpload[] = collected.present
  ? readdirSync(join(folder, "uploads"))
      .filter((name) => !name.endsWith(".json"))
      .map((name) => ({
        what: name,
        name,
        type: "image/png",
        bytes: async () => readFileSync(join(folder, "uploads", name)),
      }))
  : [];
