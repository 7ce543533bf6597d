import { z } from "zod";

/** What a person looks like, in words; the drawing is made from nothing else. */
export const features = z.strictObject({
  skin: z.enum(["porcelain", "rose", "sand", "honey", "olive", "almond", "bronze", "sienna", "umber", "ebony"]),
  face: z.enum(["oval", "round", "long", "square", "heart"]).default("oval"),
  hair: z.enum([
    "bald",
    "cropped",
    "short",
    "side",
    "quiff",
    "curls",
    "afro",
    "bob",
    "long",
    "waves",
    "bun",
    "topknot",
    "braids",
    "ponytail",
    "pixie",
    "receding",
    "fringe",
    "locs",
  ]),
  hairColour: z
    .enum(["black", "espresso", "chestnut", "auburn", "copper", "sandy", "blond", "grey", "silver", "white", "indigo"])
    .default("espresso"),
  beard: z.enum(["none", "stubble", "short", "full", "moustache", "goatee"]).default("none"),
  glasses: z.enum(["none", "round", "square", "half", "cat"]).default("none"),
  head: z
    .enum(["none", "beanie", "cap", "flatcap", "beret", "brim", "headscarf", "headwrap", "turban", "headphones"])
    .default("none"),
  headColour: z.int().min(0).max(359).optional(),
  clothes: z.enum(["crew", "collar", "hoodie", "scarf", "roll", "overalls", "vneck", "cardigan", "stripes"]),
  cloth: z.int().min(0).max(359),
  tone: z.enum(["light", "mid", "deep", "grey"]).default("mid"),
  back: z.int().min(0).max(359),
  mood: z.enum(["smile", "grin", "calm", "wry", "laugh", "thoughtful", "beam"]),
  marks: z.array(z.enum(["freckles", "earrings", "hearing-aid", "lines", "mole", "pencil", "blush"])).default([]),
});

export type Features = z.infer<typeof features>;
