// Without the wrapper of the other routes, which would look for a viewer: this must answer when the database does not.
export const dynamic = "force-dynamic";

export const GET = () => new Response("ok\n", { headers: { "cache-control": "no-store" } });
