import { Scrubber } from "@/components/threads/scrubber";
import type { ThreadAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { pageOf, postsAPage } from "@/lib/posts/pages";
import { absolute, day, relative } from "@/lib/text/dates";
import { dayIn } from "@/lib/text/zones";
import type { openCommunityPage } from "../../open";

type Thread = ThreadAccess["thread"];

export const placeAt = (slug: string, thread: Thread, position: number) =>
  `${paths.thread(slug, thread, pageOf(position))}#p${position}`;

type Props = {
  access: ThreadAccess;
  here: Awaited<ReturnType<typeof openCommunityPage>>;
  page: number;
  /** Whether this viewer's reading is kept. */
  keeps: boolean;
};

/** Fewer posts are seen at a glance. */
const worthScrubbing = 4;

/** Where one is in a thread, with its days at the ends. */
export function Place({ access, here, page, keeps }: Props) {
  const { thread } = access;
  const { words, reader, slug } = here;
  if (thread.lastPosition < worthScrubbing) return null;
  const w = words.reading;
  const [begun, latest] = [new Date(thread.createdAt), new Date(thread.lastPostAt)];
  return (
    <Scrubber
      thread={paths.thread(slug, thread)}
      last={thread.lastPosition}
      read={keeps && thread.readPosition > 0 ? thread.readPosition : undefined}
      page={page}
      aPage={postsAPage}
      first={{ href: placeAt(slug, thread, 1), text: day(begun, reader), absolute: absolute(begun, reader) }}
      latest={{
        href: placeAt(slug, thread, thread.lastPosition),
        text: relative(latest, new Date(), reader),
        absolute: absolute(latest, reader),
      }}
      on={{
        label: w.jumpToDay,
        submit: w.go,
        min: dayIn(begun, reader.zone),
        max: dayIn(latest, reader.zone),
      }}
      words={{ label: w.place, at: w.at({ n: "{n}", of: "{of}" }), open: w.openPlace }}
    />
  );
}
