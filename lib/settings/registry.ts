import { z } from "zod";
import { fewest, greatest, type Limit, type LimitName, spans, usual } from "../moderation/limits/numbers";
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

/** How somebody wants to hear of a kind of news: by mail at once, in the digest, in the app alone, or not at all. The first two stand in the app as well. */
export const ways = ["mail", "digest", "app", "off"] as const;
export type Way = (typeof ways)[number];
const way = (usual: Way, label: (words: Words) => string, offered: readonly Way[] = ways) =>
  define<Way>({ levels: ["person"], schema: z.enum(offered), default: usual, label });
/** Of what moderators did one hears in the app in any case. */
export const waysOfModeration = ["mail", "digest", "app"] as const;

/** To whom a community shows its pulse. */
export const pulseShown = ["managers", "members", "everyone"] as const;
export type PulseShown = (typeof pulseShown)[number];

export const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
const hour = z.enum(hours as [string, ...string[]]);

/** So often in so many minutes: chosen together, on a page of their own. */
const limit = (name: LimitName) =>
  define<Limit>({
    levels: ["community"],
    schema: z.object({ most: z.int().min(fewest).max(greatest), minutes: z.literal(spans) }),
    default: usual[name],
    label: (w) => w.limits.names[name],
  });

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
  logShown: define({ ...off, levels: ["community"], label: (w) => w.settings.logShown }),
  pulseShown: define<PulseShown>({
    levels: ["community"],
    schema: z.enum(pulseShown),
    default: "managers",
    label: (w) => w.settings.pulseShown,
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
  limitPosts: limit("posts"),
  limitThreads: limit("threads"),
  limitReactions: limit("reactions"),
  limitFlags: limit("flags"),
  limitInvitations: limit("invitations"),
  inDirectory: define({ ...on, levels: ["member"], label: (w) => w.settings.inDirectory }),
  activityShown: define({ ...on, levels: ["member"], label: (w) => w.settings.activityShown }),
  inPulse: define({ ...on, levels: ["member"], label: (w) => w.settings.inPulse }),
  bringerShown: define({ ...on, levels: ["member"], label: (w) => w.settings.bringerShown }),
  mailNewDevice: define({ ...on, levels: ["person"], label: (w) => w.settings.mail.newDevices }),
  mailJoinRequests: define({ ...on, levels: ["member"], label: (w) => w.settings.mail.joinRequests }),
  mailReports: define({ ...on, levels: ["member"], label: (w) => w.settings.mail.reports }),
  mailReminders: define({ ...on, levels: ["person"], label: (w) => w.settings.mail.reminders }),
  tellMention: way("mail", (w) => w.notifications.settings.mention),
  tellAnswer: way("mail", (w) => w.notifications.settings.answer),
  tellQuote: way("digest", (w) => w.notifications.settings.quote),
  tellWatched: way("digest", (w) => w.notifications.settings.watched),
  tellStarted: way("digest", (w) => w.notifications.settings.started),
  tellAccepted: way("digest", (w) => w.notifications.settings.accepted),
  tellReaction: way("app", (w) => w.notifications.settings.reaction),
  tellModeration: way("mail", (w) => w.notifications.settings.moderation, waysOfModeration),
  quietFrom: define({
    levels: ["person"],
    schema: z.union([z.literal("none"), hour]),
    default: "22",
    label: (w) => w.notifications.settings.quietFrom,
  }),
  quietTo: define({ levels: ["person"], schema: hour, default: "07", label: (w) => w.notifications.settings.quietTo }),
  digestEvery: define<"never" | "daily" | "weekly">({
    levels: ["person"],
    schema: z.enum(["never", "daily", "weekly"]),
    default: "daily",
    label: (w) => w.notifications.settings.digestEvery,
  }),
  digestHour: define({
    levels: ["person"],
    schema: hour,
    default: "08",
    label: (w) => w.notifications.settings.digestHour,
  }),
  mailsADay: define({
    levels: ["person"],
    schema: z.enum(["1", "3", "5", "10", "20"]),
    default: "3",
    label: (w) => w.notifications.settings.mailsADay,
  }),
  mailReportAnswers: define({ ...on, levels: ["person"], label: (w) => w.settings.mail.reportAnswers }),
};

export type SettingKey = keyof typeof registry;
export type Telling = Extract<SettingKey, `tell${string}`>;
export type SettingValue<K extends SettingKey> = z.infer<(typeof registry)[K]["schema"]>;

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(registry, key);
