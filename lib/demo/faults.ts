import type { Audience, Badge, Brand, Community, Invitation, Life, Member, Moment, Thread, World } from "./read";

// Its own file because the shapes say what one file may hold, and this says what the files must say together.

/** Badges are given in the evening: from then on they open what they open. */
export const evening = "20:00";

export const inOrder = (a: Moment, b: Moment) => a.day - b.day || a.at.localeCompare(b.at);

type Must = (holds: boolean, fault: string) => void;

/** What of the world does not hold together, a line each. */
export function findFaults(world: World): string[] {
  const faults: string[] = [];
  const must: Must = (holds, fault) => {
    if (!holds) faults.push(fault);
  };
  for (const [role, person] of Object.entries(world.signIns))
    must(world.people.has(person), `sign-ins.yaml, ${role}: nobody is called "${person}"`);
  for (const brand of world.brands) {
    for (const badge of brand.badges) checkBadge(brand, badge, must);
    for (const community of brand.communities) {
      const told: Must = (holds, fault) => must(holds, `${brand.key}/${community.key}: ${fault}`);
      checkSpaces(brand, community, told);
      checkMembers(brand, community, told);
      for (const row of community.invitations) checkInvitation(community, row, world.people, told);
      checkRequests(community, world.people, told);
      for (const thread of community.threads) {
        checkThread(brand, community, thread, told);
        if (thread.life) checkLife(brand, community, thread, thread.life, told);
      }
    }
  }
  for (const field of ["bio", "email", "name"] as const) {
    const seen = new Set<string>();
    for (const person of world.people.values()) {
      must(!seen.has(person[field].toLowerCase()), `${field} twice: ${person[field]}`);
      seen.add(person[field].toLowerCase());
    }
  }
  return faults;
}

function checkBadge(brand: Brand, { key: name, edition, grants }: Badge, must: Must) {
  const where = `${brand.key}, badge ${name}`;
  const members = brand.communities.flatMap((community) => community.members);
  const numbers = grants.flatMap((row) => row.number ?? []);
  must(numbers.length === (edition ? grants.length : 0), `${where}: an edition numbers every holder, others none`);
  must(new Set(numbers).size === numbers.length, `${where}: a number is given twice`);
  must(Math.max(0, ...numbers) <= (edition ?? 0), `${where}: a number beyond the edition`);
  must(new Set(grants.map((row) => row.to)).size === grants.length, `${where}: held twice by one person`);
  for (const { to, by, day: given } of grants) {
    const there = members.filter((row) => row.joined.day <= given);
    const leads = there.some((row) => row.person === by && row.role === "manager") || brand.owners.includes(by);
    must(
      there.some((row) => row.person === to),
      `${where}: "${to}" is no member of the brand's communities on day ${given}`,
    );
    must(leads, `${where}: "${by}" is not there to grant it on day ${given}, or is neither manager nor owner`);
  }
}

function checkSpaces(brand: Brand, { spaces }: Community, must: Must) {
  const [first] = spaces;
  const open = first?.read === "everyone" && first.write === "members" && first.door === "listed";
  must(open, "the first space is the open one with which every community begins");
  must(new Set(spaces.map((space) => space.slug)).size === spaces.length, "two spaces share a slug");
  const audiences = spaces.flatMap((space) => [space.read, space.write]);
  const opening = audiences.flatMap((who) => (typeof who === "string" ? [] : who.holders));
  const named = [...opening, ...spaces.flatMap((space) => space.ways.map((one) => one.badge))];
  for (const name of named)
    must(
      brand.badges.some((badge) => badge.key === name),
      `no badge "${name}"`,
    );
}

function checkMembers(brand: Brand, { members, spaces, founded }: Community, must: Must) {
  for (const { person, role, joined, moderates } of members) {
    must(brand.owners.includes(person) === (role === "owner"), `"${person}" must be an owner in brand.yaml too`);
    must(inOrder(joined, founded) >= 0, `"${person}" came before it was founded`);
    if (role === "owner") must(inOrder(joined, founded) === 0, `"${person}" founded it and is there from that moment`);
    for (const duty of Array.isArray(moderates) ? moderates : [])
      must(
        spaces.some((space) => space.slug === duty),
        `no space "${duty}" to moderate`,
      );
  }
  for (const owner of brand.owners) {
    const homes = brand.communities.filter((one) => one.members.some((row) => row.person === owner));
    must(homes.length > 0, `the owner "${owner}" is in none of the brand's communities`);
  }
}

function checkInvitation({ members }: Community, row: Invitation, people: World["people"], must: Must) {
  const joined = (who: string) => members.find((one) => one.person === who)?.joined.day ?? Number.NaN;
  must(joined(row.from) <= row.sent.day, `"${row.from}" could not invite on day ${row.sent.day}`);
  must((row.by === "email") === (row.to !== undefined), "a letter has an address, a link has none");
  for (const who of row.used) {
    const inTime = row.sent.day <= joined(who) && joined(who) <= row.expires;
    must(inTime, `"${who}" did not join while the invitation by "${row.from}" was open`);
    must(row.by === "link" || people.get(who)?.email === row.to, `the letter to ${row.to} brought "${who}"`);
  }
}

function checkRequests({ invitations, members, requests, spaces }: Community, people: World["people"], must: Must) {
  const guests = invitations.flatMap((row) => row.used);
  must(new Set(guests).size === guests.length, "somebody was brought twice");
  for (const { who, space: wanted } of requests) {
    const inside = members.some((row) => row.person === who);
    must(people.has(who), `nobody is called "${who}"`);
    must(wanted === undefined || spaces.some((row) => row.slug === wanted), `no space "${wanted}" to ask for`);
    must(inside === (wanted !== undefined), `members ask for a space, others for the community: "${who}"`);
  }
}

function checkThread(brand: Brand, { members, spaces }: Community, { key: name, space, posts }: Thread, must: Must) {
  const room = spaces.find((one) => one.slug === space);
  must(room !== undefined, `thread ${name}: no space "${space}"`);
  for (const [index, { by, answers, poll, ...said }] of posts.entries()) {
    const where = `thread ${name}, post ${index + 1}`;
    for (const vote of poll?.votes ?? []) {
      const voter = members.find(({ person }) => person === vote.by);
      must(voter !== undefined && inOrder(voter.joined, vote) <= 0, `${where}: "${vote.by}" is no member when voting`);
      const inTime = inOrder(said, vote) < 0 && vote.day < 0 && (!poll?.closed || inOrder(vote, poll.closed) < 0);
      must(inTime, `${where}: "${vote.by}" votes before the question or after its end`);
      must(
        vote.for.length <= (poll?.most ?? 1) && vote.for.every((nth) => nth <= (poll?.options.length ?? 0)),
        `${where}: "${vote.by}" votes for what is not there`,
      );
    }
    const member = members.find(({ person }) => person === by);
    const joined = member?.joined;
    for (const audience of room && member ? [room.read, room.write] : [])
      must(lets(brand, audience, member!, said), `${where}: "${by}" holds no badge yet that opens ${space}`);
    must(joined !== undefined && inOrder(joined, said) <= 0, `${where}: "${by}" is no member then`);
    must(said.day < 0, `${where}: not before the first day`);
    must(index === 0 || inOrder(posts[index - 1]!, said) < 0, `${where}: said before the post above it`);
    must(answers === undefined || answers <= index, `${where}: answers what comes later`);
  }
}

/** Whether this member is among those at that moment: who leads always is. */
function lets({ badges }: Brand, audience: Audience, { person, role }: Member, when: Moment): boolean {
  if (typeof audience === "string" || role === "manager" || role === "owner") return true;
  const opening = badges.filter(({ key: name }) => audience.holders.includes(name));
  return opening.some(({ grants }) =>
    grants.some(({ to, day }) => to === person && inOrder({ day, at: evening }, when) < 0),
  );
}

function checkLife(brand: Brand, { members, spaces }: Community, thread: Thread, life: Life, must: Must) {
  const room = spaces.find(({ slug }) => slug === thread.space);
  const { posts } = thread;
  const there = (who: string, when: Moment | undefined) => {
    const member = members.find(({ person }) => person === who);
    return member && when && room && inOrder(member.joined, when) < 0 && lets(brand, room.read, member, when);
  };
  const moderates = (who: string) =>
    members.some(
      ({ person, role, moderates: duty = [] }) =>
        person === who &&
        (role === "manager" || role === "owner" || duty === "community" || duty.includes(thread.space)),
    );
  const where = `life of ${thread.key}`;
  for (const [nth, kinds] of Object.entries(life.reactions)) {
    const post = posts[Number(nth) - 1];
    const all = Object.values(kinds).flat();
    must(post !== undefined, `${where}: no post ${nth}`);
    must(new Set(all).size === all.length, `${where}, post ${nth}: somebody reacts twice`);
    for (const who of all)
      must(there(who, post) === true && who !== post?.by, `${where}, post ${nth}: "${who}" is not there to react`);
  }
  for (const act of [life.answer, life.locked, life.pinned])
    must(!act || (act.day < 0 && inOrder(posts[0]!, act) < 0), `${where}: done before it began, or not yet`);
  const { answer, locked, pinned } = life;
  if (answer) {
    const { post, by } = answer;
    must(room?.questions === true, `${where}: nothing is asked in ${thread.space}`);
    must(post > 1 && inOrder(posts[post - 1] ?? answer, answer) < 0, `${where}: no post ${post} yet to be the answer`);
    must(by === posts[0]?.by || moderates(by), `${where}: the answer is not for "${by}" to choose`);
  }
  for (const act of [locked, pinned]) must(!act || moderates(act.by), `${where}: "${act?.by}" does not moderate there`);
  must(!locked || inOrder(posts.at(-1)!, locked) < 0, `${where}: spoken in after it was locked`);
  for (const who of life.watched) must(there(who, posts[0]) === true, `${where}: "${who}" is not there to watch`);
  for (const [who, nth] of Object.entries(life.kept))
    must(there(who, posts[nth - 1]) === true, `${where}: "${who}" is not there to keep post ${nth}`);
}
