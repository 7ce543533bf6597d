import { cookies } from "next/headers";
import { newSecret, seal, unseal } from "@/lib/access/secrets";
import { secureCookies } from "@/lib/access/viewer";

// Its own file: everything about signing in that waits in the browser, none of it readable by a script.

const lives = {
  /** By this a browser is known again; it opens nothing. The longest a browser keeps a cookie. */
  browser: 400 * 24 * 3600,
  /** Between the password and the code. */
  second: 10 * 60,
  /** Between signing up and the mail: what a resent link needs. */
  waiting: 3600,
  /** On the way to a provider and back. */
  intent: 10 * 60,
  /** Recovery codes, until they were read. */
  codes: 10 * 60,
};
type Name = keyof typeof lives;

// Not "kindling-...": next-auth takes every name that begins like the session's for a piece of it, and clears them all.
const cookieName = (name: Name) => `${secureCookies() ? "__Host-" : ""}account-${name}`;

export async function readCookie(name: Name): Promise<string | undefined> {
  return (await cookies()).get(cookieName(name))?.value || undefined;
}

export async function setCookie(name: Name, value: string): Promise<void> {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies(), maxAge: lives[name] } as const;
  (await cookies()).set(cookieName(name), value, options);
}

export async function dropCookie(name: Name): Promise<void> {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies(), maxAge: 0 } as const;
  (await cookies()).set(cookieName(name), "", options);
}

/** For what only we may read or write, though the browser carries it. */
export const setSealed = (name: Name, value: unknown) => setCookie(name, seal(`cookie ${name}`, JSON.stringify(value)));

export async function readSealed<T>(name: Name): Promise<T | undefined> {
  const sealed = await readCookie(name);
  try {
    return sealed ? (JSON.parse(unseal(`cookie ${name}`, sealed)) as T) : undefined;
  } catch {
    // Changed on the way, or sealed by an instance with another secret.
    return undefined;
  }
}

/** The secret this browser is known by; given to it when a form of an account first comes from it. */
export async function browserSecret(): Promise<string> {
  const known = await readCookie("browser");
  if (known && /^[\w-]{43}$/.test(known)) return known;
  const secret = newSecret();
  await setCookie("browser", secret);
  return secret;
}

/** Two choices that pages read, of whoever uses this browser. */
export async function setChoice(name: "locale" | "theme", value: string): Promise<void> {
  const maxAge = value ? 400 * 24 * 3600 : 0;
  (await cookies()).set(name, value, { sameSite: "lax", path: "/", secure: secureCookies(), httpOnly: true, maxAge });
}

export const chosenTheme = async (): Promise<string> => (await cookies()).get("theme")?.value ?? "auto";
