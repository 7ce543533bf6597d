import { tidyAccounts } from "@/lib/accounts/jobs";
import { remindOfBookmarks } from "@/lib/bookmarks/jobs";
import { clearOldDrafts } from "@/lib/drafts/jobs";
import { clearLooseFiles } from "@/lib/files/jobs";
import { workOnImport } from "@/lib/imports/jobs";
import { deliverMail, settleMail } from "@/lib/mail/jobs";
import { tidyMail } from "@/lib/mail/tidy";
import { forgetHeld } from "@/lib/moderation/held/jobs";
import { mailAlone, mailDigests, spreadToWatchers, tidyNotifications } from "@/lib/notifications/jobs";
import { purgeRemovedPosts } from "@/lib/posts/jobs";
import { understandHistory } from "@/lib/posts/understand";
import { dropOldPictures, fetchPreviews } from "@/lib/previews/jobs";
import { forgetGuests } from "@/lib/privacy/jobs";
import { askNightly, takePulses } from "@/lib/pulse/jobs";
import { clearOldEvents } from "@/lib/realtime/jobs";
import { learnWords } from "@/lib/search/jobs";
import { countDoorHolders } from "@/lib/spaces/jobs";
import type { Job } from "./define";
import { tidyMarks } from "./tidy";

/** Every job there is. One that is not here never runs. */
export const jobs: readonly Job[] = [
  deliverMail,
  settleMail,
  clearLooseFiles,
  countDoorHolders,
  clearOldEvents,
  tidyAccounts,
  tidyMail,
  forgetGuests,
  purgeRemovedPosts,
  forgetHeld,
  fetchPreviews,
  dropOldPictures,
  remindOfBookmarks,
  spreadToWatchers,
  mailAlone,
  mailDigests,
  tidyNotifications,
  clearOldDrafts,
  understandHistory,
  learnWords,
  askNightly,
  takePulses,
  workOnImport,
  tidyMarks,
];
