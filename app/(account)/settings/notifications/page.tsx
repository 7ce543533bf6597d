import { Setting } from "@/components/shell/setting";
import { Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { wishKeys as wishes } from "@/lib/notifications/wishes";
import { doing } from "@/lib/paths";
import { settings } from "@/lib/settings/queries";
import { hours, registry, ways, waysOfModeration } from "@/lib/settings/registry";
import { openMine } from "../../_frames/open";
import { SettingsPage } from "../../_frames/settings-page";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.settings.notifications);

type Wish = (typeof wishes)[number];
const mine = ["mailNewDevice", "mailReminders", "mailReportAnswers"] as const;
const mails = ["1", "3", "5", "10", "20"];

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { access, viewer, words, form } = await openMine();
  const [{ done }, chosen] = await Promise.all([
    searchParams,
    settings({ personId: access.personId }, [...wishes, ...mine]),
  ]);
  const w = words.notifications.settings;
  const sent = form(doing.account("wishes"));
  const select = (key: Wish, options: { value: string; label: string }[], hint?: string) => (
    <Field
      key={key}
      {...fieldProps(sent.returned, key, chosen[key])}
      label={registry[key].label(words)}
      type="select"
      options={options}
      hint={hint}
    />
  );
  const clock = hours.map((hour) => ({ value: hour, label: `${hour}:00` }));
  return (
    <SettingsPage part="notifications" lead={words.accounts.mailPage.lead} done={done ? w.saved : undefined}>
      <Form {...sent} submitLabel={words.common.save}>
        <fieldset className="wishes">
          <legend className="h3">{w.title}</legend>
          <p className="quiet">{w.about}</p>
          {wishes
            .filter((key) => key.startsWith("tell"))
            .map((key) =>
              select(
                key,
                (key === "tellModeration" ? waysOfModeration : ways).map((way) => ({ value: way, label: w.ways[way] })),
              ),
            )}
        </fieldset>
        <fieldset className="wishes">
          <legend className="h3">{w.when}</legend>
          <p className="quiet">{w.quietHint({ zone: viewer.zone?.replaceAll("_", " ") ?? w.zoneOfCommunity })}</p>
          {select("quietFrom", [{ value: "none", label: w.quietNone }, ...clock])}
          {select("quietTo", clock)}
          {select("digestEvery", [
            { value: "daily", label: w.digestDaily },
            { value: "weekly", label: w.digestWeekly },
            { value: "never", label: w.digestNever },
          ])}
          {select("digestHour", clock)}
          {select(
            "mailsADay",
            mails.map((n) => ({ value: n, label: n })),
            w.mailsHint,
          )}
        </fieldset>
      </Form>
      {mine.map((setting) => (
        <Setting key={setting} title={registry[setting].label(words)}>
          <Form {...form(doing.account("setting"))} submitLabel={words.common.save} submitKind="sec" submitSmall>
            <input type="hidden" name="setting" value={setting} />
            <Switch name="value" id={`f-${setting}`} label={words.common.yes} checked={chosen[setting]} />
          </Form>
        </Setting>
      ))}
    </SettingsPage>
  );
}
