import { beforeAll, describe, expect, it } from "vitest";
import { closeDb, db } from "@/db/client";
import {
  openBrand,
  openCommunity,
  openDesk,
  openMember,
  openSpace,
  openSpaces,
  openSpaceToWrite,
} from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { readWorld, type SignIns } from "@/lib/demo/read";
import { Refusal } from "@/lib/errors";
import { asked, plantedPlace } from "./place";

type Role = keyof SignIns | "nobody";
const world = readWorld();
let url = "";

beforeAll(async () => {
  const place = await plantedPlace();
  Object.assign(process.env, place);
  url = place.DATABASE_URL;
  db();
  return closeDb;
}, 240_000);

async function as(role: Role) {
  if (role === "nobody") return visitor;
  const email = world.people.get(world.signIns[role])?.email;
  const [row] = await asked<{ id: string }>(url, "select id from people where email = $1", [email]);
  return viewerOf(row!.id);
}

const here = async (role: Role, community = "long-grass") => openCommunity(await as(role), community);

/** The status of the refusal, or "yes". */
async function answer(asking: () => unknown): Promise<number | "yes"> {
  try {
    await asking();
    return "yes";
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  }
}

async function spaces(role: Role) {
  const found = await openSpaces(await here(role));
  return {
    inside: found.flatMap((one) => ("inside" in one ? one.inside.space.slug : [])),
    doors: found.flatMap((one) => ("outside" in one ? one.outside.door.slug : [])),
  };
}

const open = ["meadow", "six-screws", "glass-shed"];

describe("what each of the six finds in the Long Grass", () => {
  it.each<[Role, string[], string[]]>([
    ["nobody", open, ["kitchen", "lamp-room"]],
    ["visitor", open, ["kitchen", "lamp-room"]],
    ["member", [...open, "kitchen"], ["lamp-room"]],
    ["insider", [...open, "kitchen", "lamp-room"], []],
    // Fergus keeps the keys at night, so the hidden Blotter is his; the Lamp Room is not, staff or no staff.
    ["representative", [...open, "kitchen", "blotter"], ["lamp-room"]],
    ["manager", [...open, "kitchen", "lamp-room", "blotter"], []],
    ["owner", [...open, "kitchen", "lamp-room", "blotter"], []],
  ])("%s", async (role, inside, doors) => {
    expect(await spaces(role)).toEqual({ inside, doors });
  });

  it("Odalys sees the Lamp Room's door and its number, and nothing inside", async () => {
    const found = await openSpace(await here("visitor"), "lamp-room");
    expect(found).toHaveProperty("outside.door.holders", 10);
    expect(found).not.toHaveProperty("inside");
  });

  it("the Blotter is not there for Bridget, nor for Dilys, just as a space that never was", async () => {
    for (const role of ["member", "insider", "visitor"] as const)
      for (const slug of ["blotter", "never-was"])
        expect(await answer(async () => openSpace(await here(role), slug)), `${role} ${slug}`).toBe(404);
  });

  it("only holders of a Shed Key pick up a tool in the Glass Shed, and everybody may watch", async () => {
    const mayWrite = async (role: Role) => {
      const found = await openSpace(await here(role), "glass-shed");
      if (!("inside" in found)) throw new Error("Everybody may watch.");
      return answer(() => openSpaceToWrite(found.inside));
    };
    expect(await mayWrite("nobody")).toBe(401);
    expect(await mayWrite("visitor")).toBe(403);
    expect(await mayWrite("member")).toBe(403);
    expect(await mayWrite("insider")).toBe(403);
    expect(await mayWrite("representative")).toBe("yes");
    expect(await mayWrite("manager")).toBe("yes");
  });
});

describe("the doors of the desks", () => {
  it.each<[Role, number | "yes", number | "yes", number | "yes"]>([
    ["nobody", 401, 404, 404],
    ["visitor", 403, 404, 404],
    ["member", "yes", 404, 404],
    ["insider", "yes", 404, 404],
    ["representative", "yes", 404, 404],
    ["manager", "yes", "yes", 404],
    ["owner", "yes", "yes", "yes"],
  ])("%s: member %s, the community's desk %s, the brand's desk %s", async (role, member, desk, brand) => {
    const access = await here(role);
    const viewer = await as(role);
    expect(await answer(() => openMember(access))).toBe(member);
    expect(await answer(() => openDesk(access))).toBe(desk);
    expect(await answer(() => openBrand(viewer, "tindrel"))).toBe(brand);
  });

  it("Una owns the help desk too, and nothing of the other brand", async () => {
    expect(await answer(async () => openDesk(await here("owner", "tindrel-help")))).toBe("yes");
    expect(await answer(async () => openDesk(await here("owner", "am-zaun")))).toBe(404);
    expect(await answer(async () => openBrand(await as("owner"), "wurzelbrink"))).toBe(404);
    expect(await answer(async () => openDesk(await here("manager", "tindrel-help")))).toBe(404);
  });
});
