import { z } from "zod";
import { safeNext } from "@/lib/paths";
import { locales } from "@/lib/text";
import { isZone } from "@/lib/text/zones";

/** One mailbox and nothing else: what a mail server would read as a list, a name or a header is refused. */
const mailbox = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/iu;

export const email = z
  .string("accounts.emailInvalid")
  .trim()
  .normalize("NFC")
  .toLowerCase()
  .max(254, "accounts.emailInvalid")
  .regex(mailbox, "accounts.emailInvalid");

/** Invisible and direction-changing characters could make one name look like another. */
const deceiving = /[\p{Cc}\p{Cs}\p{Co}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

export const personName = z
  .string("accounts.nameRequired")
  .trim()
  .normalize("NFC")
  .min(1, "accounts.nameRequired")
  .max(60, "accounts.nameTooLong")
  .refine((name) => !deceiving.test(name), "accounts.nameHidden")
  .refine((name) => !/\p{M}{4}/u.test(name.normalize("NFD")), "accounts.nameHidden");

/** Long is what helps; the upper bound keeps hashing affordable. */
export const password = z
  .string("accounts.passwordShort")
  .min(10, "accounts.passwordShort")
  .max(200, "accounts.passwordLong")
  .refine((text) => !common.has(text.toLowerCase()), "accounts.passwordCommon");

const common = new Set([
  "password12",
  "1234567890",
  "password123",
  "qwertyuiop",
  "0123456789",
  "passwordpassword",
  "iloveyou123",
  "1q2w3e4r5t",
  "qwerty12345",
  "abcdefghij",
  "letmein123",
  "administrator",
  "changeme123",
  "welcome123",
]);

export const next = z.unknown().transform(safeNext);

/** What a command takes where nobody has to say where to go on to. */
export type Onward<Schema extends z.ZodType> = Omit<z.infer<Schema>, "next"> & { next?: string };

const token = z.string("accounts.linkUsed").min(20, "accounts.linkUsed").max(100, "accounts.linkUsed");
const typedPassword = z.string("accounts.passwordWrong").max(200, "accounts.passwordWrong");
const code = z.string("accounts.codeWrong").trim().min(6, "accounts.codeWrong").max(30, "accounts.codeWrong");
const provider = z.string("common.invalid").max(40, "common.invalid");

export const nothingInput = z.object({});
export const nextInput = z.object({ next });
export const signUpInput = z.object({ name: personName, email, password, next });
export const signInInput = z.object({
  email,
  password: z.string("accounts.wrongSignIn").min(1, "accounts.wrongSignIn").max(200, "accounts.wrongSignIn"),
  next,
});
export const codeInput = z.object({ code });
export const mailInput = z.object({ email, next });
export const tokenInput = z.object({ token });
/** The password is asked for where the link is opened in another browser than the one that signed up; it may stay empty. */
export const verifyInput = z.object({ token, password: typedPassword.default("") });
export const resetInput = z.object({ token, password });
export const passwordInput = z.object({ password, next });
export const changeEmailInput = z.object({ email });
export const stopInput = z.object({ token: token.optional() });
/** One of the two; which one is asked for depends on what the account has. */
export const proveInput = z.object({
  password: typedPassword.default(""),
  code: z.string().trim().max(30).default(""),
  next,
});
export const sessionInput = z.object({ session: z.uuid("common.invalid") });
export const providerInput = z.object({ provider, next });
export const unlinkInput = z.object({ provider });
export const profileInput = z.object({
  name: personName,
  bio: z.string().trim().normalize("NFC").max(500, "accounts.bioTooLong").default(""),
  locale: z.enum(["", ...locales]).catch(""),
  zone: z
    .string()
    .refine((zone) => zone === "" || isZone(zone), "accounts.zoneUnknown")
    .default(""),
});
export const languageInput = z.object({ locale: z.enum(locales, "common.invalid"), next });
export const themeInput = z.object({ theme: z.enum(["auto", "light", "dark"], "common.invalid"), next });
/** A new face, or (with `remove`) none. What a file really is, is looked at where pictures are made. */
export const avatarInput = z.object({ picture: z.instanceof(File).optional(), remove: z.string().max(1).optional() });
