import { defineJob, everyMinute } from "@/lib/jobs/define";
import { deliver, settle } from "./deliver";
import { deliveryKind } from "./outbox";

// A mail server is outside the database, so these claim rows of the outbox instead of setting marks.

export const deliverMail = defineJob({ kind: deliveryKind, every: everyMinute, deliver: () => deliver() });

export const settleMail = defineJob({ kind: "mail.settle", every: everyMinute, deliver: settle });
