import { paths } from "@/lib/paths";

// Its own file: the pages behind the security page, each asking for a fresh proof before it shows its form.

export const securityPath = (
  part: "password" | "email" | "second-step" | "recovery-codes" | "providers",
  next?: string,
): string =>
  `${paths.settingsOf("security")}/${part}${next && next !== "/" ? `?next=${encodeURIComponent(next)}` : ""}`;
