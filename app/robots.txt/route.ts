import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** What is nobody's to find: forms, accounts, desks and doors of machines. */
const closed = [
  "/do/",
  "/*/do/",
  "/api/",
  "/apps/",
  "/settings",
  "/demo",
  "/sign-in",
  "/sign-up",
  "/check-mail",
  "/*/manage",
];

export const GET = () =>
  new Response(
    ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), "", `Sitemap: ${env.origin}/sitemap.xml`, ""].join(
      "\n",
    ),
    { headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" } },
  );
