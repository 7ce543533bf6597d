import { AccountMenu } from "@/components/shell/account-menu";
import { ForgetDrafts } from "@/components/threads/composer/forget-drafts";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { openVisitor } from "@/lib/access/gate";
import { brandsOf } from "@/lib/brands/queries";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";

/** The end of the bar: the viewer's menu, or the way to sign in. */
export async function Account({
  brand,
  community,
}: {
  brand?: { slug: string; name: string };
  /** Where what they keep is found, for who takes part there. */
  community?: string;
}) {
  const { viewer, words, here, form } = await openPage();
  if (!viewer.personId) {
    return (
      <ButtonLink href={paths.signIn(here)} small kind="sec">
        {words.common.signIn}
      </ButtonLink>
    );
  }
  const owned = brand ? [brand] : await brandsOf(openVisitor(viewer));
  return (
    <AccountMenu
      person={{ name: viewer.name ?? "", image: viewer.avatarFileId ? paths.picture(viewer.avatarFileId) : null }}
      label={words.common.nav.account}
      groups={[
        [
          ...(community ? [{ href: paths.bookmarks(community), label: words.bookmarks.title }] : []),
          { href: paths.settingsOf("profile"), label: words.common.nav.settings },
        ],
        ...(owned.length > 0 ? [owned.map(({ slug, name }) => ({ href: paths.brand(slug), label: name }))] : []),
      ]}
      signOut={
        <>
          <Form {...form(doing.account("sign-out"))} submitLabel={words.common.signOut} submitKind="qui" submitSmall />
          <ForgetDrafts person={viewer.personId} signOut={doing.account("sign-out")} />
        </>
      }
    />
  );
}
