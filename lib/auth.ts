import { cookies, headers } from "next/headers";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { secureCookies, sessionCookie } from "./access/viewer";
import { redeemTicket } from "./accounts/sessions";
import { env } from "./env";

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
    },
    providers: [
      Credentials({
        credentials: { ticket: {} },
        authorize: async ({ ticket }) => {
          const session = typeof ticket === "string" ? await redeemTicket(ticket) : null;
          return session && { id: session.personId, secret: session.secret };
        },
      }),
    ],
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  });

/** Ends the steps of signing in: the cookie of this answer belongs to the ticket's person from now on. */
export async function beginSession(ticket: string): Promise<void> {
  await auth().signIn("credentials", { ticket, redirect: false });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}

export const userAgent = async () => (await headers()).get("user-agent") ?? "";
