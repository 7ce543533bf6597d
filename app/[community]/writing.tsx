import type { ComponentProps } from "react";
import type { AnswerForm } from "@/components/threads/answer-form";
import { WritingHelp } from "@/components/threads/writing-help";
import type { CommunityAccess, DraftAccess } from "@/lib/access/gate";
import type { Draft } from "@/lib/drafts/queries";
import { doing, paths } from "@/lib/paths";
import type { Words } from "@/lib/text";

type Answering = ComponentProps<typeof AnswerForm>;

/** What the field for words needs, wherever it stands. @param act what its form does */
export function writingOf(
  words: Words,
  { community }: CommunityAccess,
  act: "write-post" | "start-thread" | "edit-post",
): Answering["writing"] {
  const { toolbar, bold, italic, link, quote, code, list, spoiler, ...w } = words.drafts;
  return {
    words: {
      ...{ toolbar, bold, italic, link, quote, code, list, spoiler },
      ...{ preview: w.preview, previewOff: w.previewOff },
      ...{ previewEmpty: w.previewEmpty, previewFailed: w.previewFailed },
    },
    preview: doing.community(community.slug, `preview/${act}`),
    lang: community.locale,
  };
}

/** What keeps it while it is written. @param original what stands there without a draft */
export function draftProps(
  words: Words,
  { community, personId, draft: place }: DraftAccess,
  draft: Draft | undefined,
  { original = "", version }: { original?: string; version?: number } = {},
): Answering["draft"] {
  const w = words.drafts;
  const { slug } = community;
  const kept = draft && { ...draft, answers: draft.answers ?? "" };
  // A draft of an older wording is offered beside the present one, never put in its place.
  const older = kept !== undefined && version !== undefined && kept.version !== version;
  const pick = (of: typeof kept) => ({
    text: of?.text ?? original,
    title: of?.title ?? "",
    answers: of?.answers ?? "",
    revision: of?.revision ?? 0,
  });
  return {
    place: {
      ...place,
      person: personId,
      version,
      save: doing.community(slug, "save-draft"),
      read: doing.community(slug, "draft"),
    },
    known: older ? { ...pick(undefined), revision: kept.revision } : pick(kept),
    original,
    aside: older ? pick(kept) : undefined,
    all: paths.drafts(slug),
    words: {
      ...{ saving: w.saving, saved: w.saved, savedHere: w.savedHere, offline: w.offline, mine: w.mine },
      ...{ notSent: w.notSent, tryAgain: w.tryAgain, goneTitle: w.goneTitle, goneText: w.goneText, clear: w.clear },
      ...{ keepThis: w.keepThis, takeThat: w.takeThat, takeBoth: w.takeBoth },
      ...(older
        ? { twoTitle: w.changedTitle, twoText: w.changedText, here: w.nowThere, there: w.begun }
        : { twoTitle: w.twoTitle, twoText: w.twoText, here: w.here, there: w.there }),
    },
  };
}

/** What helps in every field for the words of a post: names after @, signs after a colon. */
export function writingHelp(words: Words, slug: string, space: { slug: string }) {
  const { hint, emoji, suggestions, found } = words.references;
  return (
    <WritingHelp
      people={paths.speakTo(slug, space.slug)}
      words={{ hint, emoji, suggestions, found: Array.from({ length: 9 }, (_, n) => found({ n })) }}
    />
  );
}
