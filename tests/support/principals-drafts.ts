import {
  openDraft,
  openOwnPost,
  openPost,
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
} from "@/lib/access/gate";
import { saveDraft } from "@/lib/drafts/commands";
import type { Who } from "./principals";
import { asPerson, newKey } from "./principals-make";
import type { Talk } from "./principals-talk";

interface Writer {
  readonly community: string;
  readonly member: string;
  readonly room: { slug: string };
  readonly talk: Talk;
  readonly mark: (what: string, readers: Who, met?: Who) => string;
}

/** What a member has begun among members and not sent: nobody else may meet a word of it, whoever leads the community. */
export async function beginDrafts({ community, member, room, talk, mark }: Writer): Promise<void> {
  const access = await asPerson(member, community);
  const found = await openSpace(access, room.slug);
  if (!("inside" in found)) throw new Error("The members' room is closed to a member.");
  const nothing = { title: "", answers: "", revision: 0 } as const;
  const begun = (what: string) => mark(`a draft of ${what}`, ["member"]);
  const answer = openDraft(openThreadToWrite(await openThread(access, talk.thread.id)));
  await saveDraft(answer, { ...nothing, text: begun("an answer") }, newKey());
  const thread = openDraft(openSpaceToWrite(found.inside));
  await saveDraft(thread, { ...nothing, title: begun("a title"), text: begun("a thread") }, newKey());
  const edit = openDraft(openOwnPost(await openPost(access, talk.posts.first)));
  await saveDraft(edit, { ...nothing, version: 1, text: begun("an edit") }, newKey());
}
