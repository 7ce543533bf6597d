import { z } from "zod";
import { postPictureLimits } from "@/lib/files/pictures";

/** More, and a post is an album. */
export const mostPictures = 10;

/**
 * All pictures of a form that is sent without scripts, and its words; with scripts each goes in parts on its own way. Held in
 * memory before anybody is asked who they are, so not more.
 */
export const mostFormBytes = postPictureLimits.maxBytes + 1_000_000;

/** A field for files that was left empty sends one empty file. */
export const picturesField = z
  .array(z.instanceof(File))
  .default([])
  .transform((files) => files.filter(({ size }) => size > 0))
  .pipe(z.array(z.instanceof(File)).max(mostPictures, "pictures.tooMany"));

/** What the pictures of the form show, in a few words. */
export const altField = z.string().trim().normalize("NFC").max(300, "common.tooLong").optional();
