import { orNothing } from "@/app/_frames/or-nothing";
import { MailText } from "@/components/demo/mail-text";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { refuse } from "@/lib/errors";
import { lastMails } from "@/lib/mail/queries";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { House } from "../../../_frames/house";
import { titled } from "../../_title";

export const generateMetadata = titled((words) => words.mailbox);

/** One mail as it would have looked, and as text. Not there unless this is a demonstration. */
export default orNothing(async function DemoLetterPage({ params }: { params: Promise<{ mail: string }> }) {
  const [{ words }, mails, { mail: id }] = await Promise.all([openPage(), lastMails(), params]);
  const mail = mails.find((one) => one.id === id);
  if (!mail) throw refuse.notFound();
  const w = words.demo;
  return (
    <House>
      <PageHead
        before={<Breadcrumb label={w.mailbox} items={[{ label: w.allMail, href: paths.demoMail }]} />}
        title={mail.subject}
        lead={w.to({ address: mail.to })}
      />
      <section className="section">
        <h2 className="h3">{w.asText}</h2>
        <MailText text={mail.text} />
      </section>
      <section className="section">
        <h2 className="h3">{w.asSent}</h2>
        {/* Without scripts and without our origin; a link opens where the reader is, not in the frame. */}
        <iframe
          className="w-full h-120 mt-4 border border-line rounded-2 bg-surface"
          title={mail.subject}
          sandbox="allow-top-navigation-by-user-activation"
          srcDoc={mail.html.replace("<head>", '<head><base target="_top">')}
        />
      </section>
    </House>
  );
});
