import { z } from "zod";
import { isSettingKey, registry, type SettingKey } from "./registry";

/** A choice as a form sends it: everything is text, and a box that is not ticked sends nothing. */
export const changeInput = z
  .object({
    setting: z.string().max(60),
    value: z.string().max(200).optional(),
  })
  .transform(({ setting, value }, ctx): { setting: SettingKey; value: unknown } => {
    if (!isSettingKey(setting)) {
      ctx.addIssue({ code: "custom", path: ["setting"], message: "settings.unknown" });
      return z.NEVER;
    }
    const { schema, default: fallback } = registry[setting];
    const parsed = schema.safeParse(typeof fallback === "boolean" ? value === "on" || value === "true" : value);
    if (!parsed.success) {
      ctx.addIssue({ code: "custom", path: ["value"], message: "settings.invalid" });
      return z.NEVER;
    }
    return { setting, value: parsed.data };
  });

export type ChangeInput = z.infer<typeof changeInput>;
