import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { Refusal, type RefusalCode } from "@/lib/errors";

// Hostile pictures are the oldest way into a server. What comes in is only ever decoded, within limits, and what is
// kept is only ever what we encoded ourselves: no scripts, no places, no names survive that.

const accepted = new Set(["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"]);
const formats = new Set(["png", "jpeg", "webp", "gif", "heif"]);
const mostPixels = 40_000_000;
/** Summed over all frames: a small animation can unfold to gigabytes. */
const mostMovingPixels = 60_000_000;
const mostFrames = 200;

// libvips' own readers for SVG, PDF and the rest stay shut even if a type were guessed wrongly.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPng",
    "VipsForeignLoadJpeg",
    "VipsForeignLoadWebp",
    "VipsForeignLoadNsgif",
    "VipsForeignLoadHeif",
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/** For the seed of the demo world, a process of its own that serves nobody and draws its people as SVG. */
export const allowOwnDrawings = () => sharp.unblock({ operation: ["VipsForeignLoadSvg"] });

export interface Box {
  width: number;
  height: number;
  /** cover: fills the box and is cut. inside: fits into it whole. */
  fit: "cover" | "inside";
}

export interface Limits {
  maxBytes: number;
  /** The large variant. */
  box: Box;
  /** The small one fits into this; left out, it is a quarter of the large one. */
  small?: { width: number; height: number };
  /** Whether it may go on moving. */
  moving?: boolean;
}

export interface Variant {
  name: "large" | "small";
  bytes: Buffer;
  width: number;
  height: number;
}

export const megabyte = 1_000_000;
export const avatarLimits: Limits = { maxBytes: 8 * megabyte, box: { width: 512, height: 512, fit: "cover" } };
export const logoLimits: Limits = { maxBytes: 8 * megabyte, box: { width: 512, height: 512, fit: "inside" } };
export const coverLimits: Limits = { maxBytes: 12 * megabyte, box: { width: 2000, height: 1000, fit: "inside" } };
/** What a linked page shows of itself: a card is small. */
export const previewLimits: Limits = { maxBytes: 5 * megabyte, box: { width: 640, height: 360, fit: "cover" } };
/** Pictures in posts: as wide as a screen of reading needs, twice; a long screenshot keeps its length. */
export const postPictureLimits = {
  maxBytes: 20 * megabyte,
  box: { width: 1600, height: 4800, fit: "inside" },
  small: { width: 640, height: 1920 },
  moving: true,
} as const satisfies Limits;

const refused = (code: RefusalCode, params?: Record<string, number>) => new Refusal(422, code, { params });

/** Turns what somebody sent into pictures of our own, or refuses it with a reason. */
export async function acceptPicture(bytes: Uint8Array, limits: Limits): Promise<Variant[]> {
  if (bytes.byteLength === 0) throw refused("files.missing");
  if (bytes.byteLength > limits.maxBytes)
    throw refused("files.tooLarge", { megabytes: Math.floor(limits.maxBytes / megabyte) });
  await checkType(bytes);
  const source = await measure(bytes, limits.moving ?? false);
  try {
    const { width, height, fit } = limits.box;
    const large = await encode(source, "large", { width, height, fit });
    const small = limits.small ?? { width: Math.ceil(width / 4), height: Math.ceil(height / 4) };
    return [large, await encode(source, "small", { ...small, fit })];
  } catch {
    throw refused("files.broken");
  }
}

/** By content: neither the name nor the type that the sender claims is looked at. */
async function checkType(bytes: Uint8Array): Promise<void> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found && accepted.has(found.mime)) return;
  const start = Buffer.from(bytes.subarray(0, 2_000)).toString("latin1");
  throw refused(/<svg[\s>]/i.test(start) ? "files.svg" : "files.notPicture");
}

interface Source {
  bytes: Uint8Array;
  animated: boolean;
}

async function measure(bytes: Uint8Array, moving: boolean): Promise<Source> {
  const head = await sharp(bytes, { limitInputPixels: false, animated: true })
    .metadata()
    .catch(() => {
      throw refused("files.broken");
    });
  if (!formats.has(head.format)) throw refused("files.notPicture");
  const frames = head.pages ?? 1;
  const height = head.pageHeight ?? head.height;
  const pixels = head.width * height;
  if (pixels > mostPixels) throw refused("files.tooManyPixels");
  if (!moving || frames === 1) return { bytes, animated: false };
  if (frames > mostFrames || pixels * frames > mostMovingPixels) throw refused("files.tooManyFrames");
  return { bytes, animated: true };
}

async function encode({ bytes, animated }: Source, name: Variant["name"], box: Box): Promise<Variant> {
  const { data, info } = await sharp(bytes, { limitInputPixels: mostMovingPixels, animated, failOn: "error" })
    .timeout({ seconds: 15 })
    .autoOrient()
    .resize({ ...box, withoutEnlargement: true })
    .toColourspace("srgb")
    .webp({ quality: 82, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return { name, bytes: data, width: info.width, height: info.pageHeight ?? info.height };
}

/** Of a picture of our own making. */
export async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(bytes).metadata();
  return { width, height };
}
