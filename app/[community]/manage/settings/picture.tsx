import { Setting } from "@/components/shell/setting";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { paths } from "@/lib/paths";
import type { CommunityParams } from "../../open";
import { openDeskPage } from "../open";

/** The logo or the cover. */
export async function Picture({ params, which }: { params: CommunityParams; which: "logo" | "cover" }) {
  const { community, words, formTo } = await openDeskPage(params);
  const w = words.communities.settings;
  const now = which === "logo" ? community.logoFileId : community.coverFileId;
  const form = formTo("change-picture");
  const returned = form.returned?.values.which === which ? form.returned : undefined;
  return (
    <Setting title={w[which]} about={which === "logo" ? w.logoHint : w.coverHint}>
      {now ? (
        // biome-ignore lint/performance/noImgElement: our own file route already answers in the right size
        <img src={paths.picture(now)} alt="" width={which === "logo" ? 96 : 320} />
      ) : null}
      <Form {...form} returned={returned} files>
        <input type="hidden" name="which" value={which} />
        <Field
          name="picture"
          id={`picture-${which}`}
          label={w[which]}
          error={returned?.fields?.picture}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
        />
        <div className="row">
          <Button type="submit" kind="sec">
            {w.upload}
          </Button>
          {now ? (
            <Button type="submit" name="remove" value="yes" kind="qui">
              {w.remove}
            </Button>
          ) : null}
        </div>
      </Form>
    </Setting>
  );
}
