import type { ReactNode } from "react";
import { TermCards } from "@/components/lexicon/term-cards";
import { PageHead } from "@/components/shell/page-head";
import { inPlaceId } from "@/components/threads/in-place";
import { ButtonLink } from "@/components/ui/button";
import type { PostLine } from "@/lib/posts/queries";
import { referredIn } from "@/lib/references/queries";
import { PostInPlace } from "../../t/[thread]/show";
import { cardWords, markerFor } from "../../t/[thread]/terms";
import type { openPostPage } from "./open";

type Props = {
  page: Awaited<ReturnType<typeof openPostPage>>;
  posts: PostLine[];
  title: string;
  children?: ReactNode;
};

/** Posts out of their thread, with the way back into it. A thread takes the marked part of this page and shows it in place. */
export async function PostsInPlace({ page, posts, title, children }: Props) {
  const { words, reader, slug, post: access, back } = page;
  const now = new Date();
  const [referred, mark] = await Promise.all([referredIn(access, posts), markerFor(access)]);
  return (
    <div className="thread-page">
      <PageHead title={title} lead={<span lang={page.community.locale}>{access.thread.title}</span>} />
      <div id={inPlaceId}>
        {posts.length === 0 ? <p className="quiet">{words.reading.noAnswers}</p> : null}
        {posts.map((post) => (
          <PostInPlace key={post.id} {...{ post, access, words, reader, slug, now, referred, mark }} />
        ))}
        {children}
      </div>
      <TermCards words={cardWords(words)} />
      <p className="row">
        <ButtonLink href={back}>{words.reading.toThread}</ButtonLink>
      </p>
    </div>
  );
}
