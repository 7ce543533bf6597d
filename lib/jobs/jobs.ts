import { clearLooseFiles } from "@/lib/files/jobs";
import { deliverMail, settleMail } from "@/lib/mail/jobs";
import type { Job } from "./define";
import { tidyMarks } from "./tidy";

/** Every job there is. One that is not here never runs. */
export const jobs: readonly Job[] = [deliverMail, settleMail, clearLooseFiles, tidyMarks];
