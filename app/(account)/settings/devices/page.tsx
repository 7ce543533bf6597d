import { Setting } from "@/components/shell/setting";
import { Form } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { myDevices } from "@/lib/accounts/queries";
import { doing } from "@/lib/paths";
import { absolute, day, relative } from "@/lib/text/dates";
import { openMine } from "../../_frames/open";
import { SettingsPage } from "../../_frames/settings-page";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.settings.devices);

export default async function DevicesPage() {
  const { access, words, form, reader } = await openMine();
  const devices = await myDevices(access);
  const w = words.accounts.devices;
  const now = new Date();
  return (
    <SettingsPage part="devices" lead={w.lead}>
      <ul className="lines">
        {devices.map(({ id, device, since, seen, thisOne }) => (
          <li key={id}>
            <div className="row">
              <b>{device || w.unknown}</b>
              {thisOne ? <Tag kind="good">{w.thisOne}</Tag> : null}
            </div>
            <p className="quiet">
              {w.since({ date: day(since, reader) })} ·{" "}
              <Time
                iso={seen.toISOString()}
                text={w.seen({ when: relative(seen, now, reader) })}
                absolute={absolute(seen, reader)}
              />
            </p>
            {thisOne ? null : (
              <Form
                {...form(doing.account("end-session"))}
                submitLabel={w.end}
                submitKind="sec"
                submitSmall
                label={w.endLabel({ device: device || w.unknown })}
              >
                <input type="hidden" name="session" value={id} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Setting title={w.everywhere} about={w.everywhereAbout}>
        <Form {...form(doing.account("sign-out-everywhere"))} submitLabel={w.everywhere} submitKind="dan" />
      </Setting>
    </SettingsPage>
  );
}
