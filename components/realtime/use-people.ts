import { useEffect, useRef, useState } from "react";

/** Somebody behind a presence id, as the page shows them. */
export type Shown = { id: string; name: string; image: string | null; me: boolean };

/** Names come in one question for all who came within this time, in milliseconds. */
const gather = 250;

/**
 * Looks up who is behind presence ids, each once.
 * @param url answers `?space=…&who=…`; null for who may not see members: then nobody is named.
 */
export function usePeople(url: string | null, space: string, ids: readonly string[]): ReadonlyMap<string, Shown> {
  const [people, setPeople] = useState<ReadonlyMap<string, Shown>>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = ids.join(",");

  useEffect(() => {
    const unknown = wanted.split(",").filter((id) => id && !asked.current.has(id));
    if (!url || unknown.length === 0) return;
    const timer = setTimeout(async () => {
      for (const id of unknown) asked.current.add(id);
      try {
        const query = new URLSearchParams({ space, who: unknown.slice(0, 100).join(",") });
        const response = await fetch(`${url}?${query}`, { headers: { accept: "application/json" } });
        if (!response.ok) return;
        const { people: found } = (await response.json()) as { people: Shown[] };
        setPeople((before) => new Map([...before, ...found.map((one) => [one.id, one] as const)]));
      } catch {
        // Nobody is named then; they are still counted.
        for (const id of unknown) asked.current.delete(id);
      }
    }, gather);
    return () => clearTimeout(timer);
  }, [url, space, wanted]);
  return people;
}
