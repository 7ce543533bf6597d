import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth, { type Profile } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { openPerson, openProvenPerson, openVisitor } from "./access/gate";
import { currentViewer, secureCookies, sessionCookie } from "./access/viewer";
import { browserSecret, dropCookie, readSealed, setCookie, setSealed } from "./accounts/cookies";
import { email, personName } from "./accounts/input";

import { arriveFromProvider, type Claims, linkProvider, proveByProvider } from "./accounts/providers";
import { type Browser, type Entered, redeemTicket } from "./accounts/sessions";
import { spokenTo } from "./auth-providers";
import { env } from "./env";
import type { Provider } from "./env-providers";
import { Refusal, refuse } from "./errors";
import { currentLocale } from "./page";
import { paths } from "./paths";

/**
 * next-auth speaks the protocols; our sessions table is the truth. What it would write into a signed cookie is here only the
 * session's secret, which is looked up on every request, so a session ends everywhere the moment its row says so.
 */
const auth = () =>
  NextAuth({
    secret: env.secret,
    trustHost: true,
    session: { strategy: "jwt", maxAge: 60 * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies() },
      },
    },
    jwt: {
      encode: async ({ token }) => String(token?.secret ?? ""),
      decode: async ({ token }) => (token ? { secret: token } : null),
    },
    callbacks: {
      jwt: ({ token, user }) => (user && "secret" in user ? { secret: user.secret } : token),
      // A provider never signs anybody in by itself: its answer is turned into an address of ours to go on to.
      signIn: ({ account, profile }) =>
        account?.type === "credentials" ||
        (account && profile
          ? arrived(account.provider, profile, account.type === "oidc" ? account.id_token : undefined)
          : false),
    },
    providers: [
      Credentials({
        credentials: { ticket: {}, browser: {} },
        authorize: async ({ ticket, browser }) => {
          const known = typeof browser === "string" ? browser : undefined;
          const session = typeof ticket === "string" ? await redeemTicket(ticket, known) : null;
          return session && { id: session.personId, secret: session.secret };
        },
      }),
      ...spokenTo(),
    ],
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  });

/** Ends the steps of signing in: the cookie of this answer belongs to the ticket's person from now on. */
export async function beginSession(ticket: string): Promise<void> {
  await auth().signIn("credentials", { ticket, browser: await browserSecret(), redirect: false });
}

/** Turns the answer of any way in into cookies and the address to go on to. */
export async function arrive(entered: Entered): Promise<string> {
  if ("second" in entered) {
    await setCookie("second", entered.second);
    return paths.secondStep;
  }
  await beginSession(entered.ticket);
  await dropCookie("second");
  return entered.next;
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}

export const userAgent = async () => (await headers()).get("user-agent") ?? "";

/** The browser a form came from. */
export async function thisBrowser(): Promise<Browser & { browser: string }> {
  return { device: await userAgent(), browser: await browserSecret() };
}

/** Why somebody was sent to a provider; bound to the session that sent them, so that nobody else can finish it. */
export interface Intent {
  act: "enter" | "link" | "prove";
  provider: string;
  next: string;
  sessionId: string | null;
}

/** Only by OpenID Connect a provider can be made to ask for the password again, and says when it did: a proof needs both. */
export const saysWhen = ({ kind }: Provider): boolean => kind === "oidc";

/** @returns the address at the provider to go to */
export async function leaveForProvider(intent: Intent): Promise<string> {
  const provider = env.providers.find(({ id }) => id === intent.provider);
  if (!provider || (intent.act === "prove" && !saysWhen(provider))) throw refuse.notFound();
  await setSealed("intent", intent);
  const again: Record<string, string> = intent.act === "prove" ? { prompt: "login", max_age: "0" } : {};
  const address: string = await auth().signIn(intent.provider, { redirect: false, redirectTo: "/" }, again);
  if (new URL(address).origin === env.origin) throw refuse.conflict("accounts.providerDown");
  return address;
}

/** The one address of the protocol that is open: where a provider sends people back to. */
export async function returnFromProvider(request: NextRequest): Promise<Response> {
  const known = env.providers.some(({ id }) => request.nextUrl.pathname === `/api/auth/callback/${id}`);
  if (!known) throw refuse.notFound();
  return auth().handlers.GET(request);
}

async function arrived(provider: string, profile: Profile, idToken: string | undefined): Promise<string> {
  const intent = await readSealed<Intent>("intent");
  await dropCookie("intent");
  const viewer = await currentViewer();
  if (intent?.provider !== provider) return problem({ act: "enter", next: "/" }, "providerDown");
  try {
    const claims = claimsOf(provider, profile, idToken);
    const key = randomUUID();
    if (intent.act === "enter") {
      const locale = await currentLocale();
      const visit = { key, next: intent.next, locale, ...(await thisBrowser()) };
      return await arrive(await arriveFromProvider(openVisitor(viewer), claims, visit));
    }
    if (viewer.sessionId !== intent.sessionId) throw refuse.forbidden("accounts.otherAccount");
    if (intent.act === "link") await linkProvider(openProvenPerson(viewer), claims, { key });
    else await proveByProvider(openPerson(viewer), claims, { key });
    return intent.next;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return problem(intent, error.code.split(".")[1] ?? "");
  }
}

/** Back to where they set out, with what went wrong; where they wanted to go on to stays known. */
function problem({ act, next }: Pick<Intent, "act" | "next">, code: string): string {
  const path = act === "enter" ? paths.signIn(next) : act === "prove" ? paths.prove(next) : paths.security("providers");
  return `${path}${path.includes("?") ? "&" : "?"}problem=${code}`;
}

function claimsOf(provider: string, profile: Profile, idToken: string | undefined): Claims {
  const address = email.safeParse(profile.email);
  const named = personName.safeParse(profile.name ?? profile.preferred_username);
  // The protocol has checked the token; here one more field of it is read.
  const { auth_time } = JSON.parse(Buffer.from(idToken?.split(".")[1] ?? "e30", "base64url").toString()) as {
    auth_time?: number;
  };
  return {
    provider,
    subject: String(profile.sub),
    email: address.data,
    emailVerified: profile.email_verified === true,
    name: named.data ?? address.data?.split("@")[0]?.slice(0, 60) ?? "",
    authenticatedAt: auth_time ? new Date(auth_time * 1000) : undefined,
  };
}
