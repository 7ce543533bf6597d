import { Readable } from "node:stream";
import addressparser from "nodemailer/lib/addressparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Ready } from "./compose";

/** What came of handing a mail to a server. `unknown`: it may have it, and may not. */
export type Outcome = { came: "sent" } | { came: "later" | "never" | "unknown"; trouble: string };
export type Transport = (mail: Ready) => Promise<Outcome>;

/** All together well under the time after which a mail that is still being sent counts as crashed. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/**
 * One connection a mail. The connection is driven directly, because only so is it known whether the server was already
 * given the message when something broke: before that another try is safe, after it nobody knows.
 */
export function smtp(url: string, from: string): Transport {
  const options = parseConnectionUrl(url);
  const sender = addressparser(from, { flatten: true })[0]?.address ?? "";
  return async (mail) => {
    const message = await new MailComposer({
      from,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        // RFC 8058: one POST by the mail program, without a session.
        ...(mail.unsubscribe && {
          "List-Unsubscribe": `<${mail.unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
    const connection = new SMTPConnection({ ...options, ...patience });
    let given = false;
    const body = Readable.from(
      (function* () {
        given = true;
        yield message;
      })(),
    );
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once("error", reject);
        connection.once("end", () => reject(new Error("the connection ended")));
        const send = () =>
          connection.send({ from: sender, to: [mail.to] }, body, (error) => (error ? reject(error) : resolve()));
        connection.connect((error) => {
          if (error) return reject(error);
          if (!options.auth) return send();
          connection.login(options.auth, (refused) => (refused ? reject(refused) : send()));
        });
      });
      return { came: "sent" };
    } catch (error) {
      return judged(error, given);
    } finally {
      connection.on("error", () => {});
      connection.quit();
      connection.close();
    }
  };
}

function judged(error: unknown, given: boolean): Outcome {
  const { responseCode, code = "broken" } = error as { responseCode?: number; code?: string };
  const trouble = String(responseCode ?? code).slice(0, 40);
  if (responseCode && responseCode >= 500) return { came: "never", trouble };
  if (responseCode && responseCode >= 400) return { came: "later", trouble };
  return { came: given ? "unknown" : "later", trouble };
}
