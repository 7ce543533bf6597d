import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { keysId } from "@/components/jump/keys-id";
import { PageHead } from "@/components/shell/page-head";
import { currentWords } from "@/lib/page";
import { type CommunityParams, openCommunityPage } from "../open";

export const generateMetadata = titleOrNone(async () => ({ title: (await currentWords()).reading.keys.title }));

/** Every key; the dialog behind "?" shows this part of the page. */
export default orNothing(async function KeysPage({ params }: { params: CommunityParams }) {
  const { words } = await openCommunityPage(params);
  const w = words.reading.keys;
  const keys: [string, string][] = [
    ["j", w.next],
    ["k", w.previous],
    ["o", w.open],
    ["u", w.up],
    ["/", w.search],
    [words.reading.jump.hint, w.jump],
    ["g h", w.home],
    ["g n", w.news],
    ["r", w.answer],
    ["q", w.quote],
    ["l", w.like],
    ["b", w.bookmark],
    ["e", w.edit],
    ["?", w.help],
  ];
  return (
    <div className="column">
      <PageHead title={w.title} lead={w.lead} />
      <dl className="keys" id={keysId} data-close={words.common.close}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
});
