import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps, returnedTo } from "@/components/ui/returned";
import type { ThreadManageAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { absolute } from "@/lib/text/dates";
import { type Pin, pinsOf } from "@/lib/threads/ordering/queries";
import { titleOf } from "../../../t/[thread]/show";
import { openManagePage, type ThreadParams } from "../open";

type Page = Awaited<ReturnType<typeof openManagePage>>;

/** Everything moderators do with a thread; each says what it will do before its button. */
export default orNothing(async function ManageThreadPage({ params }: { params: ThreadParams }) {
  const page = await openManagePage(params);
  const { words, slug, thread, manage, back } = page;
  const w = words.ordering;
  const pins = await pinsOf(manage);
  return (
    <div className="column">
      <PageHead
        title={w.manageTitle({ title: titleOf(words, thread.title) })}
        actions={<ButtonLink href={back}>{w.back}</ButtonLink>}
      />
      <div className="stack">
        <LockCard page={page} thread={manage.thread} />
        <Card title={w.pin.title}>
          <p className="quiet">{w.pin.text}</p>
          <Pins page={page} pins={pins} />
          <PinForm page={page} />
        </Card>
        {(["move", "merge", "split"] as const).map((part) => (
          <Card key={part} title={w[part].title}>
            <p className="quiet">{w[part].text}</p>
            <div className="acts">
              <ButtonLink href={paths.orderThread(slug, thread.id, part)}>{w[part].title}</ButtonLink>
            </div>
          </Card>
        ))}
      </div>
    </div>
  );
});

function LockCard({ page, thread }: { page: Page; thread: ThreadManageAccess["thread"] }) {
  const w = page.words.ordering.lock;
  const form = page.formTo(thread.locked ? "unlock-thread" : "lock-thread");
  const hidden = <input type="hidden" name="thread" value={thread.id} />;
  return (
    <Card title={w.title}>
      <p className="quiet">{thread.locked ? w.undoText : w.text}</p>
      <Form {...form} submitLabel={thread.locked ? w.undo : w.button}>
        {hidden}
        {thread.locked ? null : (
          <Field
            {...fieldProps(returnedTo(form.action, form.returned), "why")}
            label={w.why}
            hint={w.whyHint}
            required
            maxLength={300}
            voice
          />
        )}
      </Form>
    </Card>
  );
}

function Pins({ page, pins }: { page: Page; pins: readonly Pin[] }) {
  const { words, reader, formTo, manage } = page;
  const w = words.ordering.pin;
  return pins.map(({ place, endsAt, by }) => (
    <Form key={place} {...formTo("unpin-thread")} submitLabel={w.undo} submitKind="sec" submitSmall>
      <input type="hidden" name="thread" value={manage.thread.id} />
      <input type="hidden" name="place" value={place} />
      <p>
        {place === "space" ? w.space({ space: manage.space.name }) : w.front},{" "}
        {w.by({ name: by ?? words.members.gone })}
        {endsAt ? ` ${w.until({ when: absolute(new Date(endsAt), reader) })}` : null}
      </p>
    </Form>
  ));
}

function PinForm({ page: { words, formTo, manage } }: { page: Page }) {
  const w = words.ordering.pin;
  const form = formTo("pin-thread");
  const returned = returnedTo(form.action, form.returned);
  return (
    <Form {...form} submitLabel={w.button}>
      <input type="hidden" name="thread" value={manage.thread.id} />
      <Field
        {...fieldProps(returned, "place", "space")}
        label={w.place}
        type="select"
        options={[
          { value: "space", label: w.space({ space: manage.space.name }) },
          { value: "front", label: w.front },
        ]}
      />
      <Field
        {...fieldProps(returned, "days", "")}
        label={w.long}
        type="select"
        options={[
          { value: "", label: w.always },
          ...[1, 3, 7, 30].map((n) => ({ value: String(n), label: w.days({ n }) })),
        ]}
      />
    </Form>
  );
}
