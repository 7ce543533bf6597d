import { Setting } from "@/components/shell/setting";
import { buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { checkProps, fieldProps } from "@/components/ui/returned";
import { contrastTable, themeStyle } from "@/lib/brands/theme";
import { ownColour } from "@/lib/communities/queries";
import { paths } from "@/lib/paths";
import { number } from "@/lib/text/numbers";
import { type CommunityParams, one, type Search } from "../../open";
import { openDeskPage } from "../open";

/** The same form previews (by its address, so also without scripts) and saves. */
export async function Colour({ params, searchParams }: { params: CommunityParams; searchParams: Search }) {
  const { desk, community, words, slug, locale, formTo } = await openDeskPage(params);
  const own = await ownColour(desk);
  const tried = one((await searchParams).colour);
  const colour = tried && /^#[0-9a-f]{6}$/i.test(tried) ? tried.toLowerCase() : community.colour;
  const w = words.communities.settings;
  const form = formTo("change-colour");
  const lowest = Math.min(
    ...contrastTable(colour).flatMap(({ needed, clipped, mapped }) =>
      needed === 4.5 ? Math.min(clipped, mapped) : [],
    ),
  );
  return (
    <Setting title={w.colour} about={w.colourHint} id="colour">
      <div className="card stacked" data-brand style={themeStyle(colour)}>
        <p className="h3">{w.previewTitle}</p>
        <p>
          {w.previewText} <span className="link">{w.previewLink}</span>
        </p>
        <p>
          <span className={buttonClass({ kind: "pri" })}>{w.previewButton}</span>
        </p>
        <p className="meta">{w.contrast({ ratio: number(Math.floor(lowest * 10) / 10, locale) })}</p>
      </div>
      <Form {...form} submitLabel={words.common.save}>
        <Field {...fieldProps(form.returned, "colour", colour)} label={w.colour} type="color" />
        <Checkbox
          {...checkProps(form.returned, "brandColour", own === null && !tried)}
          label={w.brandColour({ brand: community.brand.name })}
        />
      </Form>
      <form action={`${paths.manage(slug, "settings")}#colour`} className="flex flex-wrap items-end gap-4">
        <Field name="colour" id="try-colour" label={w.preview} type="color" value={colour} />
        <button type="submit" className={buttonClass({ kind: "sec" })}>
          {w.preview}
        </button>
      </form>
    </Setting>
  );
}
