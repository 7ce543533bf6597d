import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

// Kept on globalThis because the framework loads this module once per bundle, and a process has one set of numbers.
const held = globalThis as unknown as { kindlingMetrics?: ReturnType<typeof make> };

function make() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  return {
    registry,
    jobsDone: counter("kindling_jobs_done_total", "Pieces of work done.", ["kind"]),
    jobsFailed: counter("kindling_jobs_failed_total", "Pieces of work that failed and wait for another try.", ["kind"]),
    mailOutcomes: counter("kindling_mail_total", "Attempts to send a mail, by what came of them.", ["outcome"]),
    mailWait: new Histogram({
      name: "kindling_mail_wait_seconds",
      help: "From asking for a mail until a server took it.",
      buckets: [1, 5, 15, 60, 300, 3600],
      registers: [registry],
    }),
  };
}

held.kindlingMetrics ??= make();

/** Labels are from closed lists: never an id, an address or a path that somebody typed. */
export const { registry, jobsDone, jobsFailed, mailOutcomes, mailWait } = held.kindlingMetrics;
