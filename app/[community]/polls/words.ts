import type { Words } from "@/lib/text";

/** What the fields of a new poll say; its end is on the clock of the community. */
export const pollWords = ({ polls }: Words, zone: string) => ({ ...polls, closesHint: polls.closesHint({ zone }) });
