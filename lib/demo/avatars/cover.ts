import sharp from "sharp";
import { tindrel, wurzelbrink } from "./logo";
import { fence } from "./scene-fence";
import { grass } from "./scene-grass";
import { help } from "./scene-help";

/** By the key of the community, and of the brand. */
const COVERS = { "long-grass": grass, help, "am-zaun": fence } as const;
const LOGOS = { tindrel, wurzelbrink } as const;

export type CoverKey = keyof typeof COVERS;
export type LogoKey = keyof typeof LOGOS;
export const coverKeys = Object.keys(COVERS) as CoverKey[];
export const logoKeys = Object.keys(LOGOS) as LogoKey[];

const sheet = (w: number, h: number, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">${inside}</svg>`;

export const drawCover = (key: CoverKey): string => sheet(1600, 500, COVERS[key]());
export const drawLogo = (key: LogoKey): string => sheet(512, 512, LOGOS[key]());

const png = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();

export const coverPng = (key: CoverKey): Promise<Buffer> => png(drawCover(key));
export const logoPng = (key: LogoKey): Promise<Buffer> => png(drawLogo(key));
