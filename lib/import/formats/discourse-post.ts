import type { Role } from "@/lib/scoring/input";
import type { ImportedMessage } from "../records";
import { wordsOfHtml } from "./markup";

export interface Post {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  readonly topic: string;
  readonly number: number;
  readonly answers: number | undefined;
  readonly raw: string | undefined;
  readonly cooked: string | undefined;
  readonly space: string | undefined;
  readonly title: string | undefined;
  readonly open: boolean;
  readonly role: Role | undefined;
}

/** Which post stands where: answers name a number in a topic. */
export class Places {
  private readonly ids = new Map<string, string>();

  put(topic: string, number: number, id: string) {
    this.ids.set(`${topic}/${number}`, id);
  }

  at(topic: string, number: number | string): string | undefined {
    return this.ids.get(`${topic}/${number}`);
  }
}

/** The same from the site's API and from its backup. */
export function messageOf(post: Post, places: Places): ImportedMessage {
  const { raw, cooked, topic } = post;
  const answers = post.answers === undefined ? undefined : places.at(topic, post.answers);
  const quotes = quotedPlaces(raw, cooked, topic).flatMap(([where, number]) => places.at(where, number) ?? []);
  const words =
    raw === undefined
      ? wordsOfHtml(cooked ?? "")
      : raw.replace(/\[quote[^\]]*\][\s\S]*?\[\/quote\]/gi, (found) => " ".repeat(found.length));
  const names = [...words.matchAll(/(?:^|[\s(])@([\w.-]{1,60}\w|\w)/g)].map(([, name]) => name!);
  return {
    kind: "message",
    id: post.id,
    author: post.author,
    at: post.at,
    thread: topic,
    text: words.replace(/(^|[\s(])@[\w.-]{1,60}/g, (found) => " ".repeat(found.length)),
    ...(post.space !== undefined && { space: post.space }),
    ...(post.title !== undefined && post.number === 1 && { title: post.title }),
    ...(answers !== undefined && { answers }),
    ...(quotes.length > 0 && { quotes }),
    ...(names.length > 0 && { mentionedNames: names }),
    ...(!post.open && { open: false }),
    ...(post.role && { role: post.role }),
  };
}

function quotedPlaces(raw: string | undefined, cooked: string | undefined, topic: string): [string, string][] {
  if (raw !== undefined)
    return [...raw.matchAll(/\[quote="[^"\]]*?post:\s*(\d+)(?:,\s*topic:\s*(\d+))?[^"\]]*"/gi)].map(
      ([, post, where]) => [where ?? topic, post!],
    );
  return [...(cooked ?? "").matchAll(/<aside\b[^>]*class="[^"]*quote[^>]*>/gi)].flatMap(([tag]) => {
    const post = /data-post="(\d+)"/.exec(tag)?.[1];
    return post ? [[/data-topic="(\d+)"/.exec(tag)?.[1] ?? topic, post] as [string, string]] : [];
  });
}
