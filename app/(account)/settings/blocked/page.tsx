import { PeopleList } from "@/components/members/person-line";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { myBlocked } from "@/lib/blocks/queries";
import { doing, paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { openMine } from "../../_frames/open";
import { SettingsPage } from "../../_frames/settings-page";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.settings.blocked);

export default async function BlockedPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { access, words, form, reader } = await openMine();
  const [people, { done }] = await Promise.all([myBlocked(access), searchParams]);
  const w = words.blocks;
  return (
    <SettingsPage part="blocked" lead={w.lead} done={done ? w.undone : undefined}>
      {people.length ? (
        <PeopleList
          people={people.map(({ id, name, avatarFileId, since }) => ({
            key: id,
            name: name ?? words.members.gone,
            image: avatarFileId ? paths.picture(avatarFileId) : null,
            meta: w.since({ date: day(new Date(since), reader) }),
            act: (
              <Form
                {...form(doing.account("unblock"))}
                submitLabel={w.unblock}
                submitKind="sec"
                submitSmall
                label={w.unblockWho({ name: name ?? words.members.gone })}
              >
                <input type="hidden" name="person" value={id} />
              </Form>
            ),
          }))}
        />
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
    </SettingsPage>
  );
}
