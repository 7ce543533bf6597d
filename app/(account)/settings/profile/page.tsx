import { ThemeForm } from "@/components/accounts/theme-form";
import { Setting } from "@/components/shell/setting";
import { Avatar } from "@/components/ui/avatar";
import { Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { chosenTheme } from "@/lib/accounts/cookies";
import { myAccount } from "@/lib/accounts/queries";
import { doing, paths } from "@/lib/paths";
import { settings } from "@/lib/settings/queries";
import { registry } from "@/lib/settings/registry";
import { localeNames, locales } from "@/lib/text";
import { zones } from "@/lib/text/zones";
import { openMine } from "../../_frames/open";
import { SettingsPage } from "../../_frames/settings-page";
import { titled } from "../../_frames/titled";

/** Of oneself everywhere, and not of how one looks. */
const switches = ["presenceShown", "followWritten", "keyboardShortcuts"] as const;

export const generateMetadata = titled((words) => words.settings.profile);

export default async function ProfilePage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { access, words, form } = await openMine();
  const [me, { done }, theme, chosen] = await Promise.all([
    myAccount(access),
    searchParams,
    chosenTheme(),
    settings({ personId: access.personId }, switches),
  ]);
  const w = words.accounts;
  const about = {
    presenceShown: words.settings.presenceAbout,
    followWritten: words.watching.followWrittenAbout,
    keyboardShortcuts: words.reading.keys.about,
  };
  const sent = form(doing.account("profile"));
  const face = form(doing.account("avatar"));
  const picture = me.avatarFileId ? paths.picture(me.avatarFileId, "large") : null;
  return (
    <SettingsPage part="profile" done={done ? w.settings.saved : undefined}>
      <Form {...sent} submitLabel={words.common.save}>
        <Field
          {...fieldProps(sent.returned, "name", me.name ?? "")}
          label={w.name}
          hint={w.nameHint}
          required
          maxLength={60}
          autoComplete="name"
        />
        <Field
          {...fieldProps(sent.returned, "bio", me.bio ?? "")}
          label={w.profile.bio}
          hint={w.profile.bioHint}
          optional={words.common.optional}
          type="textarea"
          rows={3}
          maxLength={500}
        />
        <Field
          {...fieldProps(sent.returned, "locale", me.locale ?? "")}
          label={w.profile.language}
          type="select"
          options={[
            { value: "", label: w.profile.languageAuto },
            ...locales.map((locale) => ({ value: locale, label: localeNames[locale] })),
          ]}
        />
        <Field
          {...fieldProps(sent.returned, "zone", me.zone ?? "")}
          label={w.profile.zone}
          type="select"
          options={[
            { value: "", label: w.profile.zoneAuto },
            ...zones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
          ]}
        />
      </Form>
      <Setting title={w.profile.picture} about={w.profile.pictureHint}>
        <Avatar name={me.name ?? ""} image={picture} size={72} alone />
        <Form {...face} files submitLabel={w.profile.pictureSave} submitKind="sec" label={w.profile.picture}>
          <Field
            {...fieldProps(face.returned, "picture")}
            label={w.profile.picture}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
            required
          />
        </Form>
        {picture ? (
          <Form {...form(doing.account("avatar"))} submitLabel={w.profile.pictureRemove} submitKind="qui" submitSmall>
            <input type="hidden" name="remove" value="1" />
          </Form>
        ) : null}
      </Setting>
      {switches.map((key) => (
        <Setting key={key} title={registry[key].label(words)} about={about[key]}>
          <Form {...form(doing.account("setting"))} submitLabel={words.common.save} submitKind="sec" submitSmall>
            <input type="hidden" name="setting" value={key} />
            <Switch name="value" id={`f-${key}`} label={words.common.yes} checked={chosen[key]} />
          </Form>
        </Setting>
      ))}
      <Setting title={w.profile.theme} about={w.profile.themeAbout}>
        <ThemeForm
          form={form(doing.account("theme"))}
          label={w.profile.theme}
          themes={w.profile.themes}
          chosen={theme}
          next={paths.settingsOf("profile")}
          save={words.common.save}
        />
      </Setting>
    </SettingsPage>
  );
}
