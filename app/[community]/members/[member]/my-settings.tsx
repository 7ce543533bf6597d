import { Setting } from "@/components/shell/setting";
import { Switch } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import type { MemberAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { openPage } from "@/lib/page";
import { doing } from "@/lib/paths";
import { settings } from "@/lib/settings/queries";
import { registry, type SettingKey } from "@/lib/settings/registry";

/** What of them others see here. */
const privacy = ["inDirectory", "activityShown", "bringerShown", "inPulse"] as const;

/** What a member chooses for this community alone; the mails that only leaders get are offered to leaders. */
export async function MySettings({ access }: { access: MemberAccess }) {
  const { words, form } = await openPage();
  const { community, standing } = access;
  const keys = [...privacy, ...(may.openDesk(standing) ? (["mailJoinRequests", "mailReports"] as const) : [])] as const;
  const chosen = await settings(
    { communityId: community.id, personId: access.personId },
    keys as readonly SettingKey[],
  );
  const about: Partial<Record<SettingKey, string>> = words.settings.about;
  return (
    <section className="section" aria-labelledby="my-settings">
      <h2 className="h2" id="my-settings">
        {words.settings.here({ community: community.name })}
      </h2>
      {keys.map((setting) => (
        <Setting key={setting} title={registry[setting].label(words)} about={about[setting]}>
          <Form
            {...form(doing.community(community.slug, "change-my-setting"))}
            submitLabel={words.common.save}
            submitKind="sec"
            submitSmall
          >
            <input type="hidden" name="setting" value={setting} />
            <Switch name="value" id={`f-${setting}`} label={words.common.yes} checked={chosen[setting] === true} />
          </Form>
        </Setting>
      ))}
    </section>
  );
}
