import type { ComponentProps, ReactNode } from "react";
import { Globe, Lock, Users } from "@/components/ui/icons";
import { Composer } from "./composer/composer";
import { PlainPreview } from "./composer/plain-preview";
import { PostText, type Writing } from "./post-fields";

export type Audience = "everyone" | "members" | "badges";
const icons = { everyone: Globe, members: Users, badges: Lock };

/** Who will see it, next to the button. */
export function Sees({ audience, children }: { audience: Audience; children: ReactNode }) {
  const Icon = icons[audience];
  return (
    <span className="sees">
      <Icon className="i" aria-hidden />
      {children}
    </span>
  );
}

type Props = Omit<ComponentProps<typeof Composer>, "beside" | "children"> & {
  field: { label: string; hint: string; placeholder: string };
  writing: Writing;
  /** Who will see it, next to the button. */
  sees: ReactNode;
  /** Further buttons of the toolbar. */
  extras?: ReactNode;
  /** Further fields beneath the words. */
  more?: ReactNode;
  /** What is quoted by the address, where no script could put it in. */
  quoted?: string;
};

/** An answer, to the thread or to one post of it: with scripts docked at the bottom, without them a form at the end. */
export function AnswerForm({ field, writing, sees, extras, more, quoted, ...composer }: Props) {
  const { form, asked, draft } = composer;
  const beside = (
    <>
      {sees}
      <PlainPreview action={writing.preview} label={writing.words.preview} />
    </>
  );
  return (
    <Composer {...composer} beside={beside}>
      <PostText
        returned={form.returned}
        stored={[draft.known.text, quoted].filter(Boolean).join("\n\n")}
        rows={5}
        focused={asked || undefined}
        writing={writing}
        {...field}
      >
        {extras}
      </PostText>
      {more}
    </Composer>
  );
}
