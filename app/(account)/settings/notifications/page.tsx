import { Setting } from "@/components/shell/setting";
import { Switch } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import { doing } from "@/lib/paths";
import { settings } from "@/lib/settings/queries";
import { registry } from "@/lib/settings/registry";
import { openMine } from "../../_frames/open";
import { SettingsPage } from "../../_frames/settings-page";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.settings.notifications);

const mine = ["mailNewDevice", "mailReminders", "mailReportAnswers"] as const;

export default async function NotificationsPage() {
  const { access, words, form } = await openMine();
  const chosen = await settings({ personId: access.personId }, mine);
  return (
    <SettingsPage part="notifications" lead={words.accounts.mailPage.lead}>
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
