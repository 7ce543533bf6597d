import type { Metadata } from "next";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { readToken, switchOf } from "@/lib/notifications/token";
import { currentWords, openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { registry } from "@/lib/settings/registry";
import { Door } from "../../_frames/door";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await currentWords()).notifications.unsubscribe.title,
  robots: { index: false },
  referrer: "same-origin",
});

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> };

/** Asks, and changes nothing before the answer: programs open addresses too. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const [{ token }, { done }, { words }] = await Promise.all([params, searchParams, openPage()]);
  const w = words.notifications.unsubscribe;
  const asked = readToken(token);
  const setting = asked && switchOf(asked.kind);
  const below = (
    <ButtonLink href={paths.settingsOf("notifications")} kind="qui">
      {w.toSettings}
    </ButtonLink>
  );
  if (!setting)
    return (
      <Door title={w.title} below={below}>
        <Notice kind="accent" title={w.wrong} />
      </Door>
    );
  const what = setting === "digestEvery" ? w.digest : registry[setting].label(words);
  if (done)
    return (
      <Door title={w.title} lead={w.keeps} below={below}>
        <Notice kind="good" title={w.done} live />
      </Door>
    );
  return (
    <Door title={w.title} lead={w.ask({ what })} below={below}>
      <form className="form" method="post" action={doing.unsubscribe(token)}>
        <input type="hidden" name="asked" value="1" />
        <p className="quiet">{w.keeps}</p>
        <div className="acts">
          <Button type="submit">{w.button}</Button>
        </div>
      </form>
    </Door>
  );
}
