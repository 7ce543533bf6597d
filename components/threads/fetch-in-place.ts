import { inPlaceId } from "./in-place";

/** The part of a page of ours that is shown where one is; nothing where it cannot be had, which the page itself then says. */
export async function fetchInPlace(address: string): Promise<Node[] | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) return undefined;
    // Parsed apart, so that no script of it runs here.
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...(page.getElementById(inPlaceId)?.childNodes ?? [])];
  } catch {
    return undefined;
  }
}
