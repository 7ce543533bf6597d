// biome-ignore lint/style/noRestrictedImports: here it is given its rule.
import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * The link of all pages: followed without loading everything anew, and asked for when it is followed. The framework's own
 * asks for each that can be seen, which for a list of threads is thirty pages that nobody opens.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
