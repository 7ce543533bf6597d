import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CommunityAccess, ReportsAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";

export type Report = {
  id: string;
  about: string;
  reason: "illegal" | "harassment" | "privacy" | "spam" | "other";
  text: string;
  madeAt: string;
  answer: string | null;
  answeredAt: string | null;
};
export type ReportAtDesk = Report & {
  /** "signed in" is the only one who is named: an address that was typed may be somebody else's. */
  from: "signed in" | "address" | "nobody";
  name: string | null;
  answeredBy: string | null;
};

const columns = sql`r.id, r.about, r.reason, r.text, r.answer, ${microseconds(sql`r.made_at`)} as cursor,
  to_char(r.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
  to_char(r.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "answeredAt"`;

export async function reportsAtDesk(
  { community }: ReportsAccess,
  which: "waiting" | "answered",
  cursor?: Cursor,
): Promise<Page<ReportAtDesk>> {
  const { rows } = await db().execute<ReportAtDesk & { cursor: string; signedIn: boolean }>(sql`
    select ${columns}, a.name as "answeredBy",
      case when r.person_id is null then 'nobody' when l.id is not null then 'signed in' else 'address' end as "from",
      case when l.id is not null then p.name end as name
    from reports r left join people p on p.id = r.person_id left join people a on a.id = r.answered_by
    left join ledger l on l.community_id = r.community_id and l.actor_id = r.person_id and l.object_id = r.id and l.verb = 'report made'
    where r.community_id = ${community.id} and r.answered_at is ${which === "waiting" ? sql`null` : sql`not null`}
      ${after(cursor, sql`r.made_at`, sql`r.id`)}
    order by r.made_at desc, r.id desc limit ${pageSize + 1}`);
  return toPage(rows);
}

/** What the viewer reported here, with the answers: where the mail about an answer leads. */
export async function myReports({ community, viewer }: CommunityAccess): Promise<Report[]> {
  if (!viewer.personId) return [];
  const { rows } = await db().execute<Report>(sql`
    select ${columns} from reports r where r.community_id = ${community.id} and r.person_id = ${viewer.personId}
    order by r.made_at desc, r.id desc limit 20`);
  return rows;
}
