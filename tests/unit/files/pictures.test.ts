import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  acceptPicture,
  allowOwnDrawings,
  avatarLimits,
  coverLimits,
  type Limits,
  logoLimits,
  megabyte,
} from "@/lib/files/pictures";
import * as made from "./pictures";

const canary = /CANARY|GPS|Exif|exif|Artist/;
const movingLimits: Limits = { ...logoLimits, moving: true };
const whole = (variants: { bytes: Buffer }[]) => Buffer.concat(variants.map(({ bytes }) => bytes)).toString("latin1");

test.each(["png", "jpeg", "webp", "avif", "gif"] as const)(
  "a %s becomes two WebP pictures of our own",
  async (format) => {
    const variants = await acceptPicture(await made.plain(format, 900, 600), avatarLimits);
    expect(variants.map(({ name, width, height }) => [name, width, height])).toEqual([
      ["large", 512, 512],
      ["small", 128, 128],
    ]);
    for (const { bytes } of variants) expect((await sharp(bytes).metadata()).format).toBe("webp");
  },
);

test("a small picture is not blown up, a wide one is not cut where it should fit", async () => {
  const [large] = await acceptPicture(await made.plain("png", 40, 20), logoLimits);
  expect([large?.width, large?.height]).toEqual([40, 20]);
  const [cover] = await acceptPicture(await made.plain("png", 4000, 500), coverLimits);
  expect([cover?.width, cover?.height]).toEqual([2000, 250]);
});

test("where it was taken and by whom is gone, and it stands upright", async () => {
  const sent = await made.withPlaceAndName();
  expect(sent.toString("latin1")).toMatch(/CANARY/);
  const variants = await acceptPicture(sent, logoLimits);
  expect([variants[0]?.width, variants[0]?.height]).toEqual([20, 40]);
  expect(whole(variants)).not.toMatch(canary);
  expect((await sharp(variants[0]?.bytes).metadata()).exif).toBeUndefined();
});

test.each([
  ["an SVG with a script", made.svgScript, "files.svg"],
  ["an SVG behind a prolog", made.svgWithProlog, "files.svg"],
  ["a page named .jpg", made.html, "files.notPicture"],
  ["a PDF", made.pdf, "files.notPicture"],
  ["a shell script", made.script, "files.notPicture"],
  ["a page that begins like a GIF", made.gifHtml, "files.broken"],
  ["a header that promises 65000 x 65000", made.lyingPng(65_000, 65_000), "files.tooManyPixels"],
  ["a header that promises the highest number", made.lyingPng(0x7fffffff, 0x7fffffff), /files\.(broken|tooManyPixels)/],
  ["a header with nothing behind it", made.lyingPng(500, 500), "files.broken"],
  ["nothing", Buffer.alloc(0), "files.missing"],
])("%s is refused", async (_name, bytes, code) => {
  await expect(acceptPicture(bytes, movingLimits)).rejects.toThrow(code);
});

test("half a picture is refused rather than shown half grey", async () => {
  await expect(acceptPicture(await made.truncated(), logoLimits)).rejects.toThrow("files.broken");
});

test("a page hidden behind a real picture does not survive", async () => {
  const sent = Buffer.concat([await made.plain("gif"), Buffer.from("<script>alert('CANARY')</script>")]);
  expect(whole(await acceptPicture(sent, logoLimits))).not.toMatch(/script|CANARY/);
});

test("a bomb is refused from its header, without being unfolded", async () => {
  const bomb = await made.honestBomb(7_000);
  expect(bomb.byteLength).toBeLessThan(megabyte);
  const before = process.memoryUsage().rss;
  await expect(acceptPicture(bomb, logoLimits)).rejects.toThrow("files.tooManyPixels");
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * megabyte);
});

test("what moves goes on moving where it may, within limits, and stands still elsewhere", async () => {
  const few = await made.moving(5, 40);
  const [large] = await acceptPicture(few, movingLimits);
  expect((await sharp(large?.bytes, { animated: true }).metadata()).pages).toBe(5);
  expect([large?.width, large?.height]).toEqual([40, 40]);
  const [still] = await acceptPicture(few, avatarLimits);
  expect((await sharp(still?.bytes, { animated: true }).metadata()).pages ?? 1).toBe(1);
  await expect(acceptPicture(await made.moving(300, 10), movingLimits)).rejects.toThrow("files.tooManyFrames");
});

test("no reader for drawings is open; the seed may open it for its own, and still nobody sends one", async () => {
  await expect(sharp(made.svgScript).metadata()).rejects.toThrow();
  allowOwnDrawings();
  expect((await sharp(made.svgScript).metadata()).format).toBe("svg");
  await expect(acceptPicture(made.svgScript, logoLimits)).rejects.toThrow("files.svg");
});

test("a file over the limit is refused before anything looks into it", async () => {
  await expect(acceptPicture(await made.noise(400, 400), { ...logoLimits, maxBytes: 1000 })).rejects.toMatchObject({
    code: "files.tooLarge",
    status: 422,
  });
});

const folder = join(process.cwd(), "../shared/secdata/uploads");
const present = existsSync(folder);
const open = (name: string) => readFileSync(join(folder, name));

describe.skipIf(!present)(`collected uploads${present ? "" : " [skipped: ../shared/secdata is not here]"}`, () => {
  test.each([
    "SSRF_url.svg",
    "SVG_XSS1.svg",
    "SVG_XSS2.svg",
    "SVG_XSS_green_triangle.svg",
    "SVG_XSS_nested_svg.svg",
    "ssrf_iframe.svg",
    "ssrf_svg_css_import.svg",
    "svg-billion-laughs.svg",
    "html-named-jpg.jpg",
    "polyglot-gif-html.gif",
    "bomb-14000x14000-gray.png",
    "ihdr-lies-65000x65000.png",
    "pillow-broken.png",
    "pillow-decompression_bomb.gif",
  ])("%s is refused with a reason", async (name) => {
    await expect(acceptPicture(open(name), movingLimits)).rejects.toMatchObject({ status: 422 });
  });

  test.each([
    "gps-canary.jpg",
    "onclick-xss-exif.jpeg",
    "payload_in_all_known_metadata.jpg",
    "pillow-exif.avif",
    "pillow-exif_gps.jpg",
    "pillow-exif_typeerror.jpg",
    "pillow-hopper.gif",
    "pillow-hopper.jpg",
    "pillow-hopper.png",
    "pillow-hopper.webp",
    "pillow-hopper_orientation_6.jpg",
  ])("%s comes through as pixels alone, or is refused", async (name) => {
    const variants = await acceptPicture(open(name), movingLimits).catch((refusal) => {
      expect(refusal).toMatchObject({ status: 422 });
      return [];
    });
    if (name.startsWith("pillow-hopper")) expect(variants).toHaveLength(2);
    expect(whole(variants)).not.toMatch(/script|onclick|onerror|alert|CANARY|canary|GPS|Exif|EXIF|XMP/);
  });
});
