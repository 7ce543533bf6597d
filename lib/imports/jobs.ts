import { defineJob, everyMinute } from "@/lib/jobs/define";
import { importing } from "./commands";
import { workOnImports } from "./run";

/** What was sent to be read, decided to be written, or is to be taken back. */
export const workOnImport = defineJob({ kind: importing, every: everyMinute, deliver: workOnImports });
