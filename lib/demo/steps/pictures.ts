import { openBrand, openPerson } from "@/lib/access/gate";
import { changeAvatar } from "@/lib/accounts/avatar";
import { changeLogo } from "@/lib/brands/logo";
import { changePicture } from "@/lib/communities/commands";
import { coverKeys, coverPng, type LogoKey, logoKeys, logoPng } from "../avatars/cover";
import { avatarPng } from "../avatars/draw";
import type { Plan, Step } from "../step";

/**
 * Faces, logos and covers, drawn when their step comes. They wait for nothing but the people and places themselves, so
 * they come after everything else, several at a time.
 */
export function pictureSteps({ world, today: at }: Plan): Step[] {
  const faces = [...world.people.values()].map(
    (person): Step => ({
      at,
      name: `${person.key} has a picture`,
      run: async (cast, { key }) => {
        const me = openPerson(await cast.as(person.key, at));
        return changeAvatar(me, { picture: file(person.key, await avatarPng(person.look)) }, { key });
      },
    }),
  );
  const signs = world.brands.flatMap(({ key: brandKey, slug, owners, communities }) => {
    const founder = owners[0]!;
    const logo = logoKeys.find((one) => one === brandKey);
    return [
      ...(logo ? [brandLogo(slug, founder, logo, at)] : []),
      ...communities.flatMap((community) => {
        const cover = coverKeys.find((one) => one === community.key);
        return [
          ...(logo ? [sign(community.slug, founder, "logo", () => logoPng(logo), at)] : []),
          ...(cover ? [sign(community.slug, founder, "cover", () => coverPng(cover), at)] : []),
        ];
      }),
    ];
  });
  return [...signs, ...faces];
}

const brandLogo = (slug: string, founder: string, logo: LogoKey, at: Date): Step => ({
  at,
  name: `${slug} has a logo`,
  run: async (cast, { key }) => {
    const brand = await openBrand(await cast.as(founder, at), slug);
    return changeLogo(brand, { picture: file(logo, await logoPng(logo)) }, { key });
  },
});

const sign = (slug: string, founder: string, which: "logo" | "cover", draw: () => Promise<Buffer>, at: Date): Step => ({
  at,
  name: `the community ${slug} has a ${which}`,
  run: async (cast, { key }) => {
    const desk = await cast.lead(slug, founder, at);
    return changePicture(desk, { which, picture: file(`${slug}-${which}`, await draw()) }, { key });
  },
});

const file = (name: string, png: Buffer) => new File([new Uint8Array(png)], `${name}.png`, { type: "image/png" });
