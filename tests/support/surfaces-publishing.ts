import { openInside, openThread } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { feedOf } from "@/lib/publishing/feed";
import { newestThreads, publicCommunities, threadsBegunIn } from "@/lib/publishing/queries";
import { pagesOf, threadsOfMonth } from "@/lib/publishing/sitemap";
import { threadData } from "@/lib/publishing/structured";
import { wordsFor } from "@/lib/text";
import * as who from "./principals";
import { community, type Rows, visitor } from "./surfaces-acts";
import { type DoorRows, never, open } from "./surfaces-doors";

const words = wordsFor("en");
const thisMonth = () => new Date().toISOString().slice(0, 7);

/** What is told to machines. The queries answer what their proof opens; the doors open it as a visitor, whoever asks. */
export const publishingActs: Rows = {
  "publishing/queries.publicCommunities": visitor(publicCommunities),
  "publishing/queries.newestThreads": {
    ...community(async (access) => newestThreads(await openInside(access))),
    proof: "InsideAccess",
  },
  "publishing/queries.threadsBegunIn": {
    ...community(async (access, { w }) => {
      const threads = await threadsBegunIn(await openInside(access), thisMonth());
      if (!threads.some(({ id }) => id === w.a.talk.members.thread.id)) throw refuse.notFound();
    }),
    proof: "InsideAccess",
    who: who.readingMembers,
  },
  "publishing/sitemap.pagesOf": {
    ...community(async (access) => pagesOf(await openInside(access))),
    proof: "InsideAccess",
  },
  "publishing/sitemap.threadsOfMonth": {
    ...community(async (access) => threadsOfMonth(await openInside(access), [])),
    proof: "InsideAccess",
  },
  "publishing/feed.feedOf": {
    ...community(async (access) => feedOf(await openInside(access), [], { words })),
    proof: "InsideAccess",
  },
  "publishing/structured.threadData": {
    ...community(
      async (access, { w }) =>
        threadData(await openThread(access, w.a.talk.members.thread.id), [], { author: null, page: 1, words }),
      { hidden: true },
    ),
    proof: "ThreadAccess",
    who: who.readingMembers,
  },
};

export const publishingDoors: DoorRows = {
  "GET /robots.txt": open("/robots.txt"),
  "GET /sitemap.xml": open("/sitemap.xml"),
  "GET /[community]/sitemap.xml": open((w) => paths.sitemap(w.a.community)),
  "GET /[community]/sitemap.xml of a month": open((w) => paths.sitemap(w.a.community, thisMonth())),
  "GET /[community]/feed.xml": open((w) => paths.feed(w.a.community)),
  "GET /[community]/feed.xml of a space that not everybody reads": {
    path: (w) => paths.feed(w.a.community, w.a.rooms.members.slug),
    never: (w) => paths.feed(w.a.community, never.slug),
    who: who.nobody,
    else: [404],
  },
  "GET /[community]/card.png": open((w) => paths.card(w.a.community)),
  "GET /[community]/card.png of a thread that not everybody reads": {
    path: (w) => paths.card(w.a.community, w.a.talk.members.thread.id),
    never: (w) => paths.card(w.a.community, never.id),
    who: who.nobody,
    else: [404],
  },
};
