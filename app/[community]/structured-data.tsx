import { headers } from "next/headers";
import { asScript } from "@/lib/publishing/structured";

/** For search engines, which come as visitors: what the page shows, once more as data. */
export async function StructuredData({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      nonce={(await headers()).get("x-nonce") ?? undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped so that nothing in it ends the element
      dangerouslySetInnerHTML={{ __html: asScript(data) }}
    />
  );
}
