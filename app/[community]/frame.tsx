import type { ReactNode } from "react";
import { type BarItem, CommunityBottom, CommunityTop } from "@/components/communities/bars";
import { Keys } from "@/components/jump/keys";
import { UnreadNews } from "@/components/notifications/unread";
import { UnreadBell } from "@/components/notifications/unread-bell";
import { LiveUpdates } from "@/components/realtime/live";
import { Footer } from "@/components/shell/footer";
import { PageFrame } from "@/components/shell/page-frame";
import { SearchLink } from "@/components/shell/search-link";
import type { CommunityAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { env } from "@/lib/env";
import { shownCount } from "@/lib/notifications/say";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { clientSettings } from "@/lib/realtime/client-settings";
import { Account } from "../_frames/account";
import { legalOf, unreadHere } from "./open";

/** The bar, the phone's bar and the footer of one community. */
export async function CommunityFrame({ access, children }: { access: CommunityAccess; children: ReactNode }) {
  const { community, standing } = access;
  const member = may.seeMembers(standing) && standing.verified;
  const [{ words }, legal, unread] = await Promise.all([
    openPage(),
    legalOf(access),
    member ? unreadHere(access) : undefined,
  ]);
  const { slug } = community;
  const logo = community.logoFileId ?? community.brand.logoFileId;
  const w = words.communities;
  const home: BarItem = { href: paths.community(slug), label: w.nav.home, icon: "home" };
  const places: BarItem[] = [
    home,
    { href: paths.spaces(slug), label: w.nav.spaces, icon: "spaces" },
    ...(may.seeMembers(standing)
      ? [{ href: paths.members(slug), label: w.nav.members, icon: "members" } satisfies BarItem]
      : []),
  ];
  const search: BarItem = { href: paths.search(slug), label: words.common.search, icon: "search" };
  const desk: BarItem[] = [
    ...(may.readPulse(standing, community) ? [{ href: paths.pulse(slug), label: w.nav.pulse }] : []),
    ...(may.readLexicon(standing, community) ? [{ href: paths.lexicon(slug), label: w.nav.lexicon }] : []),
    ...(may.moderateSomewhere(standing) ? [{ href: paths.moderation(slug), label: words.moderation.title }] : []),
    ...(may.openDesk(standing) ? [{ href: paths.manage(slug), label: w.nav.manage }] : []),
  ];
  const me: BarItem =
    standing.personId === null || may.join(standing)
      ? { href: paths.join(slug), label: w.nav.join, icon: "join" }
      : { href: paths.settings, label: w.nav.me, icon: "me" };
  const news: BarItem | undefined = unread && {
    href: paths.notifications(slug),
    label: words.notifications.short,
    icon: "news",
  };
  const framed = (
    <PageFrame
      skipLabel={words.common.skipToContent}
      closeLabel={words.common.close}
      top={
        <CommunityTop
          community={{
            name: community.name,
            href: home.href,
            logo: logo ? paths.picture(logo) : null,
          }}
          words={{ label: words.common.nav.label, menuLabel: words.common.nav.menu }}
          items={[...places, ...desk]}
          search={
            <SearchLink href={paths.search(slug)} label={words.reading.jump.title} keys={words.reading.jump.hint} />
          }
          end={
            <>
              {news ? <UnreadBell href={news.href} /> : null}
              <Account
                brand={may.ownBrand(standing) ? community.brand : undefined}
                community={member ? slug : undefined}
              />
            </>
          }
        />
      }
      bottom={
        <CommunityBottom
          label={words.common.nav.label}
          home={home.href}
          // Five at most: for who is told of things, that stands where the people stand for others.
          items={news ? [home, search, ...places.slice(1, 2), news, me] : [home, search, ...places.slice(1), me]}
        />
      }
      footer={
        <Footer
          about={w.footer.of({ community: community.name, brand: community.brand.name })}
          label={w.footer.label}
          items={[
            { href: paths.about(slug), label: w.footer.about },
            ...legal.map(({ kind }) => ({ href: paths.legal(slug, kind), label: words.brands.legalKinds[kind] })),
            { href: paths.report(slug), label: w.footer.report },
          ]}
          madeWith={words.common.runsOn}
        />
      }
    >
      {children}
      <Keys
        jump={paths.suggestions(slug)}
        keys={paths.keys(slug)}
        home={paths.community(slug)}
        single={access.viewer.shortcuts}
      />
    </PageFrame>
  );
  return (
    <LiveUpdates settings={standing.personId ? clientSettings(env.realtime, env.origin) : null}>
      {unread && standing.personId ? (
        <UnreadNews
          first={shownCount(words, unread.count)}
          since={unread.since}
          person={standing.personId}
          community={community.id}
          ask={paths.unread(slug)}
        >
          {framed}
        </UnreadNews>
      ) : (
        framed
      )}
    </LiveUpdates>
  );
}
