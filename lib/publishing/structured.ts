import type { ThreadAccess } from "@/lib/access/gate";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { PostLine } from "@/lib/posts/queries";
import type { Words } from "@/lib/text";
import { excerpt } from "./excerpt";

/** As much of a post as a list of results shows. */
const letters = 400;

/**
 * What a page of a thread says to search engines: a discussion with its posts (https://schema.org/DiscussionForumPosting)
 * and the way to it. Nothing that the page does not show its reader.
 */
export function threadData(
  { community, space, thread }: ThreadAccess,
  posts: readonly PostLine[],
  { author, page, words }: { author: string | null; page: number; words: Words },
) {
  const whole = (path: string) => env.origin + path;
  const slug = community.slug;
  const person = (name: string | null) => ({ "@type": "Person", name: name ?? words.members.gone });
  const said = posts.flatMap((post) =>
    post.html === null || post.removed
      ? []
      : {
          "@type": "Comment",
          url: whole(`${paths.thread(slug, thread, pageOf(post.position))}#p${post.position}`),
          author: person(post.author.name),
          datePublished: post.writtenAt,
          text: excerpt(post.html, letters),
        },
  );
  const [first, ...answers] = page === 1 ? said : [undefined, ...said];
  return [
    {
      "@context": "https://schema.org",
      "@type": "DiscussionForumPosting",
      "@id": whole(paths.thread(slug, thread)),
      url: whole(paths.thread(slug, thread, page)),
      headline: thread.title || words.threads.untitled,
      author: person(author),
      datePublished: thread.createdAt,
      ...(first && { text: first.text }),
      commentCount: Math.max(thread.posts - 1, 0),
      isPartOf: { "@type": "WebPage", url: whole(paths.space(slug, space.slug)), name: space.name },
      comment: answers,
    },
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: [
        { name: community.name, item: whole(paths.community(slug)) },
        { name: space.name, item: whole(paths.space(slug, space.slug)) },
        { name: thread.title || words.threads.untitled },
      ].map((step, n) => ({ "@type": "ListItem", position: n + 1, ...step })),
    },
  ];
}

/** As it stands in a script element: nothing in it can end the element. */
export const asScript = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");
