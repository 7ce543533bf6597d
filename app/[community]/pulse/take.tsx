import { Form, type FormProps } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { Working } from "@/components/ui/working";
import { paths } from "@/lib/paths";
import type { Run } from "@/lib/pulse/queries";
import type { Words } from "@/lib/text";
import type { Reader } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";

type Props = {
  slug: string;
  run?: Run;
  taken: boolean;
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  words: Words;
  reader: Reader;
};

/** Taking it now: the button, or how far it is. */
export function Take({ slug, run, taken, form, words, reader }: Props) {
  const w = words.pulse;
  const open = run?.state === "waiting" || run?.state === "running";
  if (open) {
    const { postsRead, postsAll } = run;
    const figure = (n: number) => number(n, reader.locale);
    return (
      <Working
        said={run.state === "waiting" ? w.run.waiting : w.run.running}
        read={
          postsAll
            ? { text: w.run.read({ n: figure(postsRead), all: figure(postsAll) }), of: (100 * postsRead) / postsAll }
            : undefined
        }
        reload={{ href: paths.pulse(slug), label: w.run.reload }}
      />
    );
  }
  return (
    <div className="pulsefoot">
      {run?.state === "failed" ? <Notice kind="bad">{w.run.failed}</Notice> : null}
      <Form {...form} submitLabel={taken ? w.takeAgain : w.take} submitKind={taken ? "sec" : "pri"} />
    </div>
  );
}
