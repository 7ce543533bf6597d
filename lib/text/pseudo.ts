import { en } from "./en/index";

// A made-up language for tests: every word is longer and really runs right to left, so a screen that forgot
// the catalogue, a fixed width or a left margin shows itself. What people typed stays as it is.
type Node = string | ((params: never) => string) | { [key: string]: Node };

const override = "\u202e";
const popOverride = "\u202c";
const isolate = "\u2068";
const popIsolate = "\u2069";
const accents: Record<string, string> = {
  a: "ää",
  e: "éé",
  i: "ïï",
  o: "öö",
  u: "üü",
  A: "ÄÄ",
  E: "ÉÉ",
  O: "ÖÖ",
  U: "ÜÜ",
};

const lengthen = (text: string) =>
  text.replace(
    /\p{L}+/gu,
    (word) => override + word.replace(/[aeiouAEOU]/g, (letter) => accents[letter] ?? letter) + popOverride,
  );

function disguise(text: string, kept: string[]): string {
  const first = kept.filter((value) => value.length > 1 && text.includes(value)).sort((a, b) => b.length - a.length)[0];
  if (!first) return lengthen(text);
  const parts = text.split(first).map((part) =>
    disguise(
      part,
      kept.filter((value) => value !== first),
    ),
  );
  return parts.join(isolate + first + popIsolate);
}

function wrap(node: Node): Node {
  if (typeof node === "string") return `[${disguise(node, [])}]`;
  if (typeof node === "function") {
    return (params: never) => {
      const kept = Object.values<unknown>(params ?? {}).filter((value) => typeof value === "string");
      return `[${disguise(node(params), kept)}]`;
    };
  }
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, wrap(child)]));
}

// The shape is English's by construction, which the type system cannot see through the recursion.
export const pseudo = wrap(en) as unknown as typeof en;
