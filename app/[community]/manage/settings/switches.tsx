import { Setting } from "@/components/shell/setting";
import { RadioGroup, Switch } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import { settings } from "@/lib/settings/queries";
import { pulseShown, registry, type SettingKey } from "@/lib/settings/registry";
import type { CommunityParams } from "../../open";
import { openDeskPage } from "../open";

const keys = (Object.keys(registry) as SettingKey[]).filter((key) =>
  (registry[key].levels as readonly string[]).includes("community"),
);

/** Everything of the registry that a community chooses; each is a form of its own, since each is a choice of its own. */
export async function Switches({ params }: { params: CommunityParams }) {
  const { community, words, formTo } = await openDeskPage(params);
  const chosen = await settings({ brandId: community.brandId, communityId: community.id }, keys);
  const onOff = keys.filter((key) => typeof chosen[key] === "boolean");
  return (
    <Setting title={words.communities.settings.switches}>
      {onOff.map((key) => (
        <Form key={key} {...formTo("change-setting")} submitLabel={words.common.save} submitKind="sec" submitSmall>
          <input type="hidden" name="setting" value={key} />
          <Switch
            name="value"
            id={`setting-${key}`}
            label={registry[key].label(words)}
            checked={chosen[key] === true}
          />
        </Form>
      ))}
      <Form {...formTo("change-setting")} id="pulse-shown" submitLabel={words.common.save} submitKind="sec" submitSmall>
        <input type="hidden" name="setting" value="pulseShown" />
        <RadioGroup
          name="value"
          id="setting-pulseShown"
          label={registry.pulseShown.label(words)}
          options={pulseShown.map((value) => ({ value, label: words.pulse.choices[value] }))}
          chosen={[chosen.pulseShown]}
        />
      </Form>
    </Setting>
  );
}
