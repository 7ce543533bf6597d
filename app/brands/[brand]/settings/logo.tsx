import { Setting } from "@/components/shell/setting";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { BrandAccess } from "@/lib/access/gate";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";

/** The brand's sign: on its desk, and wherever one of its communities has none of its own. */
export async function Logo({ access }: { access: BrandAccess }) {
  const { words, form } = await openPage();
  const { slug, logoFileId } = access.brand;
  const [w, s] = [words.brands, words.communities.settings];
  const sent = form(doing.brand(slug, "change-logo"));
  return (
    <Setting id="logo" title={w.logo} about={w.logoHint}>
      {logoFileId ? (
        // biome-ignore lint/performance/noImgElement: our own file route already answers in the right size
        <img className="logobox" src={paths.picture(logoFileId, "large")} alt={w.logoNow} width={96} height={96} />
      ) : null}
      <Form {...sent} files label={w.logo}>
        <Field
          name="picture"
          id="logo-picture"
          label={words.files.picture}
          error={sent.returned?.fields?.picture}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
        />
        <div className="row">
          <Button type="submit" kind="sec">
            {s.upload}
          </Button>
          {logoFileId ? (
            <Button type="submit" name="remove" value="yes" kind="qui">
              {s.remove}
            </Button>
          ) : null}
        </div>
      </Form>
    </Setting>
  );
}
