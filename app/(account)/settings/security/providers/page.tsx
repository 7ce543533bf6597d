import { Setting } from "@/components/shell/setting";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { myProviders } from "@/lib/accounts/queries";
import { env } from "@/lib/env";
import { doing } from "@/lib/paths";
import { sentence } from "@/lib/text";
import { day } from "@/lib/text/dates";
import { openProven } from "../../../_frames/open";
import { SettingsPage } from "../../../_frames/settings-page";
import { titled } from "../../../_frames/titled";

export const generateMetadata = titled((words) => words.security.providers);

export default async function ProvidersPage({ searchParams }: { searchParams: Promise<{ problem?: string }> }) {
  const { access, words, form, reader } = await openProven();
  const [linked, { problem }] = await Promise.all([myProviders(access), searchParams]);
  const w = words.accounts.security;
  return (
    <SettingsPage part="security" title={w.providers} lead={w.providersAbout}>
      {problem ? <Notice kind="bad" title={sentence(words, `accounts.${problem}`)} live /> : null}
      {env.providers.map(({ id, name }) => {
        const since = linked.get(id);
        return (
          <Setting key={id} title={name} about={since ? w.linkedSince({ date: day(since, reader) }) : w.notLinked}>
            <Form
              {...form(doing.account(since ? "unlink-provider" : "link-provider"))}
              submitLabel={since ? w.unlink : w.link}
              submitKind="sec"
            >
              <input type="hidden" name="provider" value={id} />
            </Form>
          </Setting>
        );
      })}
    </SettingsPage>
  );
}
