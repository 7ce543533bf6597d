import { orNothing } from "@/app/_frames/or-nothing";
import { PersonLine } from "@/components/members/person-line";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LoadMore } from "@/components/ui/load-more";
import { readCursor } from "@/lib/communities/keyset";
import { waitingRequests } from "@/lib/members/requests/queries";
import { paths } from "@/lib/paths";
import { relative } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, type Search } from "../../open";
import { openDeskPage } from "../open";

export default orNothing(async function RequestsPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { desk, words, slug, reader, formTo } = await openDeskPage(params);
  const { rows, next } = await waitingRequests(desk, readCursor(one((await searchParams).after)));
  const w = words.manage;
  const now = new Date();
  return (
    <>
      <PageHead title={w.requests} />
      {rows.length === 0 ? <EmptyState title={w.noRequests}>{w.noRequestsText}</EmptyState> : null}
      <div className="column stack">
        {rows.map(({ id, name, avatarFileId, bio, message, askedAt }) => {
          const form = formTo("decide-request");
          // Several forms of one address stand here: a refusal belongs to the one it was sent from.
          const returned = form.returned?.values.request === id ? form.returned : undefined;
          return (
            <Card key={id} label={name ?? words.members.gone}>
              <PersonLine
                name={name ?? words.members.gone}
                image={avatarFileId ? paths.picture(avatarFileId) : null}
                meta={relative(new Date(askedAt), now, reader)}
              />
              {bio ? <p className="quiet">{bio}</p> : null}
              {message ? <p className="said">{message}</p> : <p className="quiet">{w.noMessage}</p>}
              <Form {...form} returned={returned}>
                <input type="hidden" name="request" value={id} />
                <div className="row">
                  <Button type="submit" name="decision" value="let in" kind="pri">
                    {w.letIn}
                  </Button>
                </div>
                <Field
                  name="reason"
                  id={`reason-${id}`}
                  label={w.turnDownReason}
                  hint={words.moderation.reasonHint}
                  error={returned?.fields?.reason}
                  value={typeof returned?.values.reason === "string" ? returned.values.reason : undefined}
                  maxLength={500}
                />
                <div className="row">
                  <Button type="submit" name="decision" value="turned down" kind="sec">
                    {w.turnDown}
                  </Button>
                </div>
              </Form>
            </Card>
          );
        })}
      </div>
      <LoadMore href={nextPage(paths.manage(slug, "requests"), next)} label={words.common.more} />
    </>
  );
});
