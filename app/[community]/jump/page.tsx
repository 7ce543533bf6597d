import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Link } from "@/components/ui/link";
import { openInside } from "@/lib/access/gate";
import { longestQuery, readQuery } from "@/lib/jump/input";
import { suggest } from "@/lib/jump/suggest";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { type CommunityParams, one, openCommunityPage, type Search } from "../open";

type Props = { params: CommunityParams; searchParams: Search };

export const generateMetadata = titleOrNone(async () => ({ title: (await currentWords()).reading.jump.title }));

/** What Ctrl+K does, as a page. */
export default orNothing(async function JumpPage({ params, searchParams }: Props) {
  const { access, words, slug } = await openCommunityPage(params);
  const query = readQuery(one((await searchParams).q));
  const found = await suggest(await openInside(access), words, query);
  const w = words.reading.jump;
  return (
    <div className="column">
      <PageHead title={w.title} />
      <form className="jumpform" action={paths.jump(slug)} method="get">
        <input type="search" name="q" defaultValue={query} maxLength={longestQuery} aria-label={w.title} dir="auto" />
        <button type="submit" className="btn sec">
          {words.reading.go}
        </button>
      </form>
      {found.length ? (
        <ul className="news">
          {found.map(({ href, label, kind }) => (
            <li key={href}>
              <Link href={href}>
                <span dir="auto">{label}</span>
                <span className="meta">{kind}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{w.none}</p>
      )}
    </div>
  );
});
