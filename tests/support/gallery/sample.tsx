// A made-up community to look at: words, people and numbers of no product.

import type { ReactNode } from "react";
import type { HearthElement } from "@/components/figures/hearth-element";
import { AccountMenu } from "@/components/shell/account-menu";
import { BottomBar } from "@/components/shell/bottom-bar";
import { Footer } from "@/components/shell/footer";
import { NotificationsLink } from "@/components/shell/notifications-link";
import { PageFrame } from "@/components/shell/page-frame";
import { SearchLink } from "@/components/shell/search-link";
import { TopBar } from "@/components/shell/top-bar";
import { Bell, House, Info, Search, SquarePen, User } from "@/components/ui/icons";

export const formWords = {
  sending: "Sending",
  unsent: "This was not sent",
  unsentKept: "The connection dropped. Everything you typed is still here.",
  again: "Send again",
};

export const people = ["Ines Okafor", "Tomasz Wierzba", "Jo Varnell", "Dag Solheim", "Mei-Lin Harrow", "Yusuf Ak"].map(
  (name, index) => ({ name, representative: index === 2 }),
);

export const elements: [HearthElement, HearthElement, HearthElement, HearthElement] = [
  {
    name: "Repeated interaction",
    score: 68,
    low: 59,
    high: 76,
    scoreText: "68",
    rangeText: "between 59 and 76",
    href: "#a",
  },
  { name: "Built-in meaning", score: null, scoreText: "not yet", rangeText: "9 of 15 words confirmed", href: "#b" },
  { name: "Real stakes", score: 57, low: 46, high: 66, scoreText: "57", rangeText: "between 46 and 66", href: "#c" },
  {
    name: "Insider standing",
    score: 41,
    low: 31,
    high: 52,
    scoreText: "41",
    rangeText: "between 31 and 52",
    href: "#d",
  },
];

const nav = ["Home", "Threads", "Projects", "Lexicon", "Insiders", "Pulse"].map((label, index) => ({
  href: `#${label}`,
  label,
  current: index === 0,
}));

export function Framed({ children }: { children: ReactNode }) {
  return (
    <PageFrame
      skipLabel="Skip to content"
      closeLabel="Close"
      top={
        <TopBar
          community={{ name: "The Bench", href: "#" }}
          nav={{ label: "Community", menuLabel: "Menu", items: nav }}
          search={<SearchLink href="#s" label="Search or jump to" keys="Ctrl K" />}
          end={
            <>
              <NotificationsLink href="#n" label="Notifications, 3 new" shown="3" />
              <AccountMenu
                person={people[0]!}
                label="Ines Okafor, your menu"
                about="Member since 2019"
                groups={[
                  [
                    { href: "#me", label: "Profile", icon: User },
                    { href: "#data", label: "What is held about me", icon: Info },
                  ],
                ]}
                signOut={<button type="button">Sign out</button>}
              />
            </>
          }
        />
      }
      bottom={
        <BottomBar
          label="Main"
          items={[
            { href: "#1", label: "Home", icon: House, current: true },
            { href: "#2", label: "Search", icon: Search },
            { href: "#3", label: "New", icon: SquarePen },
            { href: "#4", label: "Notifications", icon: Bell, count: "3" },
            { href: "#5", label: "Me", icon: User },
          ]}
        />
      }
      footer={
        <Footer
          about="The Bench, a community of Varnell owners"
          label="About"
          madeWith="Runs on Kindling"
          items={[
            { href: "#p", label: "Promises" },
            { href: "#h", label: "What is held about me" },
            { href: "#r", label: "House rules" },
          ]}
        />
      }
    >
      {children}
    </PageFrame>
  );
}
