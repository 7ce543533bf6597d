import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** Hostile and honest pictures, made here so that nobody has to be given one. */
export const plain = (format: "png" | "jpeg" | "webp" | "avif" | "gif", width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: "#c04020" } })
    .toFormat(format)
    .toBuffer();

export const svgScript = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
);
export const svgWithProlog = Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>${svgScript}`);
export const html = Buffer.from("<!doctype html><script>alert(document.domain)</script>");
export const gifHtml = Buffer.from("GIF89a/*<script>alert(1)</script>*/=1;");
export const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF");
export const script = Buffer.from("#!/bin/sh\nrm -rf /\n");

export const truncated = async () => (await noise(200, 200)).subarray(0, 20_000);

export const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: "#fff", noise: { type: "gaussian", mean: 128, sigma: 60 } },
  })
    .png()
    .toBuffer();

/** A header that promises more than any memory holds, and next to no data. */
export function lyingPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(100));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

/** A kilobyte a line that unfolds to a whole white page. */
export const honestBomb = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#fff" }, limitInputPixels: false })
    .png({ compressionLevel: 9, palette: true, colours: 2 })
    .toBuffer();

export async function moving(frames: number, side: number): Promise<Buffer> {
  const height = side * frames;
  return sharp(
    Buffer.alloc(side * height * 3, 7).map((_, i) => (i / (side * side * 3)) * 20),
    {
      raw: { width: side, height, channels: 3, pageHeight: side },
    },
  )
    .gif({ delay: 100 })
    .toBuffer();
}

/** Lies on its side, and says where it was taken and by whom. */
export const withPlaceAndName = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#123456" } })
    .jpeg()
    .withExif({
      IFD0: { Artist: "CANARY ARTIST", ImageDescription: "CANARY PLACE" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 7/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
