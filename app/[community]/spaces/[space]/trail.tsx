import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { Space } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";

/** From a page that stands in a space back to it. */
export const SpaceTrail = ({ words, slug, space }: { words: Words; slug: string; space: Space }) => (
  <Breadcrumb
    label={words.spaces.many}
    items={[
      { label: words.spaces.many, href: paths.spaces(slug) },
      { label: space.name, href: paths.space(slug, space.slug) },
    ]}
  />
);
