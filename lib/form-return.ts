import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { env } from "./env";

/**
 * How a refused form comes back without JavaScript: the page it was sent from is rendered again with what was typed and one sentence.
 * The words wait in this process for the moment of that rendering, under an unguessable id, and are written nowhere.
 */
export interface Returned {
  action: string;
  values: Record<string, string | string[]>;
  message?: string;
  fields: Record<string, string>;
  /** The page it stood on, for when it comes back once more. */
  page: string;
  /** What was typed as it would stand, where that was asked for: HTML of the one renderer. */
  preview?: string;
}

/** In a form that came back: the page it stands on, since the address of that answer is the form's own. */
export const pageField = "returned-to";

const held = globalThis as unknown as { kindlingReturns?: Map<string, Returned> };
held.kindlingReturns ??= new Map();
const waiting = held.kindlingReturns;
const header = "x-form-return";

/** Fields that are never sent back to a page. */
const secret = /password|code|token|secret/i;

export function shown(values: FormData | undefined): Returned["values"] {
  const kept: Returned["values"] = {};
  for (const [name, value] of values ?? []) {
    if (typeof value !== "string" || name === "key" || name === pageField || secret.test(name)) continue;
    const earlier = kept[name];
    kept[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return kept;
}

/** Renders `page` (a path of ours) once more through our own port, carrying the refusal. */
export async function renderAgain(
  page: string,
  request: Request,
  returned: Returned,
  status: number,
): Promise<Response> {
  const id = randomUUID();
  waiting.set(id, returned);
  try {
    const again = await fetch(`http://localhost:${env.port}${page}`, {
      headers: {
        cookie: request.headers.get("cookie") ?? "",
        "accept-language": request.headers.get("accept-language") ?? "",
        [header]: id,
      },
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    if (again.status >= 300) throw new Error(`The page ${page} answered ${again.status}.`);
    const kept = ["content-type", "content-security-policy", "referrer-policy"].flatMap((name) => {
      const value = again.headers.get(name);
      return value ? [[name, value] as [string, string]] : [];
    });
    return new Response(again.body, { status, headers: [...kept, ["cache-control", "no-store"]] });
  } finally {
    // The body may still be streaming, but the page has read it by the time its head is here.
    waiting.delete(id);
  }
}

/** For a page: the refusal it is being rendered with, if any. */
export async function returnedForm(): Promise<Returned | undefined> {
  const id = (await headers()).get(header);
  return id ? waiting.get(id) : undefined;
}
