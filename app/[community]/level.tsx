import { LevelMenu } from "@/components/watching/level-menu";
import type { SpaceAccess, ThreadAccess } from "@/lib/access/gate";
import type { Words } from "@/lib/text";
import type { openCommunityPage } from "./open";

type Here = Pick<Awaited<ReturnType<typeof openCommunityPage>>, "words" | "formTo">;

const closeness = ({ names, about }: Words["watching"]) =>
  (["mute", "normal", "track", "watch"] as const).map((value) => ({ value, name: names[value], about: about[value] }));

export function ThreadLevel({ here: { words, formTo }, thread }: { here: Here } & Pick<ThreadAccess, "thread">) {
  const w = words.watching;
  const back = { value: "default" as const, name: w.asSpace, about: w.asSpaceAbout };
  return (
    <LevelMenu
      label={w.thread}
      now={thread.level}
      nowName={w.names[thread.level]}
      choices={thread.chosen ? [...closeness(w), back] : closeness(w)}
      form={formTo("set-thread-level")}
      about={{ name: "thread", value: thread.id }}
      foot={w.only}
    />
  );
}

export function SpaceLevel({ here: { words, formTo }, access }: { here: Here; access: SpaceAccess }) {
  const { space, spaceLevels } = access;
  const w = words.watching;
  const chosen = spaceLevels[space.id];
  return (
    <LevelMenu
      label={w.space}
      now={chosen ?? "default"}
      nowName={chosen ? w.names[chosen] : w.asUsual}
      choices={[...closeness(w), { value: "default", name: w.asUsual, about: w.asUsualAbout }]}
      form={formTo("set-space-level")}
      about={{ name: "space", value: space.slug }}
      foot={w.only}
    />
  );
}
