import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { lastMails } from "@/lib/mail/queries";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { absolute, relative } from "@/lib/text/dates";
import { House } from "../../_frames/house";
import { titled } from "../_title";

export const generateMetadata = titled((words) => words.mailbox);

/** Everybody's mail, newest first. Not there unless this is a demonstration. */
export default orNothing(async function DemoMailPage() {
  const { words, reader } = await openPage();
  const mails = await lastMails();
  const w = words.demo;
  const now = new Date();
  return (
    <House>
      <PageHead title={w.mailbox} lead={w.mailboxLead} />
      {mails.length === 0 ? (
        <EmptyState title={w.noMail}>{w.noMailText}</EmptyState>
      ) : (
        <ul className="lines section">
          {mails.map(({ id, at, to, subject }) => (
            <li key={id}>
              <h2 className="h4">
                <Link className="link" href={`${paths.demoMail}/${id}`}>
                  {subject}
                </Link>
              </h2>
              <p className="meta">
                {w.to({ address: to })} ·{" "}
                <Time iso={at.toISOString()} text={relative(at, now, reader)} absolute={absolute(at, reader)} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </House>
  );
});
