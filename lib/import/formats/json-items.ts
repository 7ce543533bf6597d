import { longestLine, textOf } from "../text";

export interface Items {
  /** The names of the arrays whose objects are wanted one by one. */
  readonly arrays: ReadonlySet<string>;
  readonly broken: (why: string) => void;
}

export interface Item {
  readonly array: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Goes through a JSON file of any size and hands out the objects in arrays directly inside the root, or of a root that is
 * an array (named ""). What stands before them in the root comes first, as `head`. Only one object is held at a time.
 */
export async function* itemsOf(bytes: AsyncIterable<Uint8Array>, { arrays, broken }: Items): AsyncIterable<Item> {
  let depth = 0;
  let inText = false;
  let escaped = false;
  /** The text of the object being gathered, from its opening brace. */
  let gathered = "";
  let gathering = false;
  let array: string | undefined;
  let arrayDepth = -1;
  let rest = "";
  let head = "";
  const mark = /["\\{}[\]]/g;
  for await (const text of textOf(bytes)) {
    let from = 0;
    mark.lastIndex = escaped ? 1 : 0;
    escaped = false;
    for (let match = mark.exec(text); match; match = mark.exec(text)) {
      const at = match.index;
      const char = match[0];
      if (inText) {
        if (char === "\\") {
          // The letter after it is passed over, whatever it is.
          if (at + 1 < text.length) mark.lastIndex = at + 2;
          else escaped = true;
        } else if (char === '"') inText = false;
        continue;
      }
      if (char === '"') inText = true;
      else if (char === "{" || char === "[") {
        depth += 1;
        if (gathering) continue;
        if (char === "{" && array !== undefined && depth === arrayDepth + 1) {
          gathering = true;
          gathered = "";
          from = at;
        } else if (char === "[" && array === undefined && depth <= 2) {
          const name = depth === 1 ? "" : (/"([^"\\]*)"\s*:\s*$/.exec(rest + text.slice(from, at))?.[1] ?? undefined);
          if (name !== undefined && arrays.has(name)) {
            head += text.slice(from, at);
            yield* headOf(head);
            head = "";
            array = name;
            arrayDepth = depth;
            from = at + 1;
            rest = "";
          }
        }
      } else if (char === "}" || char === "]") {
        if (gathering && char === "}" && depth === arrayDepth + 1) {
          gathered += text.slice(from, at + 1);
          from = at + 1;
          gathering = false;
          const value = objectIn(gathered);
          gathered = "";
          if (value) yield { array: array!, value };
          else broken("an entry is no JSON object");
        } else if (!gathering && char === "]" && depth === arrayDepth) {
          array = undefined;
          arrayDepth = -1;
          from = at + 1;
        }
        depth -= 1;
      }
    }
    if (gathering) {
      gathered += text.slice(from);
      if (gathered.length > longestLine) {
        broken("an entry is far too long");
        gathered = "";
      }
    } else if (array === undefined) {
      if (head.length < 1_000_000) head += text.slice(from);
      rest = (rest + text.slice(from)).slice(-200);
    }
  }
  if (gathering || depth > 0) broken("the file ends in the middle");
}

/** What stood before the array: its beginning is an object that was not closed yet. */
function* headOf(head: string): Iterable<Item> {
  const value = objectIn(`${head.replace(/,?\s*"[^"]*"\s*:\s*$/, "")}}`);
  if (value) yield { array: "head", value };
}

export function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
