/** One form sent by fetch: the same POST the browser would make, answered in JSON. */
export type Answer =
  | { kind: "done"; location?: string; message?: string }
  | { kind: "refused"; message: string; fields: Record<string, string>; spent: boolean }
  /** Nothing is known: the line dropped, or something other than the product answered. */
  | { kind: "unsent" };

/** Read at once; sent when what must come before it, if anything, has ended. */
export async function send(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  before?: Promise<unknown>,
): Promise<Answer> {
  const data = new FormData(form, submitter);
  const files = form.enctype === "multipart/form-data";
  const address = target(form, submitter);
  try {
    await before;
    const response = await fetch(address, {
      method: "POST",
      body: files ? data : new URLSearchParams([...data].map(([name, value]) => [name, String(value)])),
      headers: { accept: "application/json", "x-kindling-form": "1" },
      credentials: "same-origin",
      redirect: "follow",
    });
    if (!response.headers.get("content-type")?.includes("application/json")) return { kind: "unsent" };
    const body = (await response.json()) as {
      ok?: boolean;
      location?: string;
      message?: string;
      fields?: Record<string, string>;
    };
    if (body.ok) return { kind: "done", location: body.location, message: body.message };
    if (!body.message) return { kind: "unsent" };
    return { kind: "refused", message: body.message, fields: body.fields ?? {}, spent: response.status === 409 };
  } catch {
    return { kind: "unsent" };
  }
}

function target(form: HTMLFormElement, submitter: HTMLElement | null) {
  // Not form.action: a field called "action" would hide it.
  return submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href;
}

/** Goes there even when only the fragment differs, since the page behind it has changed. */
export function go(address: string) {
  const next = new URL(address, location.href);
  const here = location.pathname + location.search;
  location.assign(next);
  if (next.hash && next.pathname + next.search === here) location.reload();
}
