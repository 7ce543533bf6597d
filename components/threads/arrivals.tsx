import { useEffect, useRef, useState } from "react";
import { Post, type PostFacts } from "./post";

type Props = {
  posts: readonly PostFacts[];
  /** Whose post came last, said even when the page itself has it by now. */
  latest?: string;
  words: { newBelow: string; arrivedFrom: string };
};

/** Posts that came after the page was made, at its end, where they move nothing; said politely, and led to when out of sight. */
export function Arrivals({ posts, latest, words }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(false);
  const first = posts[0]?.position;

  useEffect(() => {
    const target = first === undefined ? undefined : list.current?.querySelector(`#p${first}`);
    if (!target) return setBelow(false);
    const watching = new IntersectionObserver(([seen]) =>
      setBelow(seen !== undefined && !seen.isIntersecting && seen.boundingClientRect.top > 0),
    );
    watching.observe(target);
    return () => watching.disconnect();
  }, [first]);

  return (
    <>
      <div ref={list}>
        {posts.map((post) => (
          <Post key={post.id} {...post} />
        ))}
      </div>
      <p className="vh" aria-live="polite">
        {latest ? words.arrivedFrom.replace("#", latest) : ""}
      </p>
      {below ? (
        <a className="pill floating" href={`#p${first}`}>
          {words.newBelow.replace("#", String(posts.length))}
        </a>
      ) : null}
    </>
  );
}
