import { z } from "zod";
import type { Words } from "../text";
import { locales } from "../text";

/** From the widest to the nearest: what is chosen nearer wins. */
export const levels = ["operator", "brand", "community", "member", "person"] as const;
export type Level = (typeof levels)[number];

type Definition<T> = {
  /** Where it can be chosen. */
  levels: readonly Level[];
  schema: z.ZodType<T>;
  default: T;
  label: (words: Words) => string;
};

const define = <T>(definition: Definition<T>) => definition;
const on = { schema: z.boolean(), default: true } as const;
const off = { schema: z.boolean(), default: false } as const;

/**
 * Everything that can be switched, and nothing is switched elsewhere. A person's own language and time zone are not
 * switches but facts about them, kept with their name.
 */
export const registry = {
  signUpsOpen: define({ ...on, levels: ["operator"], label: (w) => w.settings.signUpsOpen }),
  language: define({
    levels: ["operator"],
    schema: z.enum(locales),
    default: "en",
    label: (w) => w.settings.language,
  }),
  theme: define({
    levels: ["person"],
    schema: z.enum(["system", "light", "dark"]),
    default: "system",
    label: (w) => w.settings.theme,
  }),
  zoneShown: define({ ...off, levels: ["person"], label: (w) => w.settings.zoneShown }),
  presenceShown: define({ ...on, levels: ["person"], label: (w) => w.settings.presenceShown }),
  keyboardShortcuts: define({ ...on, levels: ["person"], label: (w) => w.settings.keyboardShortcuts }),
  followWritten: define({ ...on, levels: ["person"], label: (w) => w.watching.followWritten }),
  publicDirectory: define({ ...on, levels: ["community"], label: (w) => w.settings.publicDirectory }),
  linkPreviews: define({ ...on, levels: ["community"], label: (w) => w.settings.linkPreviews }),
  linkPreviewsInside: define({ ...off, levels: ["community"], label: (w) => w.settings.linkPreviewsInside }),
  tagsByMembers: define({ ...on, levels: ["community"], label: (w) => w.settings.tagsByMembers }),
  reactionLike: define({ ...on, levels: ["community"], label: (w) => w.reactions.offer.like }),
  reactionLove: define({ ...on, levels: ["community"], label: (w) => w.reactions.offer.love }),
  reactionFunny: define({ ...on, levels: ["community"], label: (w) => w.reactions.offer.funny }),
  reactionWow: define({ ...on, levels: ["community"], label: (w) => w.reactions.offer.wow }),
  reactionSad: define({ ...on, levels: ["community"], label: (w) => w.reactions.offer.sad }),
  reactionAngry: define({ ...on, levels: ["community"], label: (w) => w.reactions.offer.angry }),
  reactionDislike: define({ ...on, levels: ["community"], label: (w) => w.reactions.offer.dislike }),
  inDirectory: define({ ...on, levels: ["member"], label: (w) => w.settings.inDirectory }),
  mailNewDevice: define({ ...on, levels: ["person"], label: (w) => w.settings.mail.newDevices }),
  mailJoinRequests: define({ ...on, levels: ["member"], label: (w) => w.settings.mail.joinRequests }),
  mailReports: define({ ...on, levels: ["member"], label: (w) => w.settings.mail.reports }),
  mailReminders: define({ ...on, levels: ["person"], label: (w) => w.settings.mail.reminders }),
  mailReportAnswers: define({ ...on, levels: ["person"], label: (w) => w.settings.mail.reportAnswers }),
};

export type SettingKey = keyof typeof registry;
export type SettingValue<K extends SettingKey> = z.infer<(typeof registry)[K]["schema"]>;

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(registry, key);
