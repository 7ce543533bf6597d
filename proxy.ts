import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import type { Provider } from "@/lib/env-providers";
import { ownPort } from "@/lib/realtime/own-port";

/**
 * Carries the policy for scripts and the path of the request, nothing else: who may do what is asked inside, never here.
 * A fresh nonce for each page; the framework puts it on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const dev = process.env.NODE_ENV === "development";
  const own = env.origin;
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", own.replace(/^http/, "ws"), ...realtimeHosts()].join(" ")}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // A sign-in form is sent on to the provider, and browsers hold the redirect to this list too.
    `form-action ${["'self'", ...env.providers.map(doorOf)].join(" ")}`,
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-kindling-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

const doorOf = (provider: Provider) =>
  new URL(provider.kind === "oidc" ? provider.issuer : provider.authorization).origin;

function realtimeHosts(): string[] {
  const { embedded, host, port, cluster } = env.realtime;
  if (embedded) return ownAddress(ownPort());
  return [`wss://${host ?? `ws-${cluster}.pusher.com`}${port ? `:${port}` : ""}`];
}

/** Where sockets have a port of their own. */
function ownAddress(port: number | undefined): string[] {
  if (port === undefined) return [];
  const { protocol, hostname } = new URL(env.origin);
  return [`${protocol.replace(/^http/, "ws")}//${hostname}:${port}`];
}

// Uploads stay outside: a proxy sees only the first 10 MB of a body.
export const config = { matcher: ["/((?!_next/|files/|apps/|healthz|readyz|metrics).*)"] };
