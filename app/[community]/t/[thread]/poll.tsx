import { Poll } from "@/components/polls/poll";
import { PollResults } from "@/components/polls/poll-results";
import { Sees } from "@/components/threads/answer-form";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import type { PollLine, PollOption } from "@/lib/polls/queries";
import type { Words } from "@/lib/text";
import { absolute, type Reader } from "@/lib/text/dates";
import { list, number, percent } from "@/lib/text/numbers";
import type { openCommunityPage } from "../../open";

type Props = { poll: PollLine; access: ThreadAccess; here: Awaited<ReturnType<typeof openCommunityPage>> };

/** A poll of a post, with what this viewer may do in it. */
export function ShownPoll({ poll, access, here }: Props) {
  const { words, reader, community, formTo } = here;
  const { standing, space } = access;
  const w = words.polls;
  const votes = !poll.closed && !space.closed && may.vote(standing, space);
  const form = (act: string) => {
    const facts = formTo(act);
    // A page may hold several polls: what was refused stands in one of them.
    return { ...facts, returned: facts.returned?.values.poll === poll.id ? facts.returned : undefined };
  };
  return (
    <Poll
      id={poll.id}
      question={poll.question}
      lang={community.locale}
      most={poll.most}
      rule={poll.most === 1 ? w.chooseOne : w.chooseUpTo({ n: poll.most })}
      options={poll.options.map(({ id, label }) => ({ value: id, label }))}
      chosen={poll.options.flatMap(({ id, mine }) => (mine ? id : []))}
      vote={
        votes
          ? {
              form: form("vote"),
              submit: poll.voted ? w.change : w.vote,
              sees: <Sees audience={poll.ballot === "open" ? "everyone" : "badges"}>{w.sees[poll.ballot]}</Sees>,
            }
          : undefined
      }
      back={poll.voted ? { form: form("take-back-vote"), submit: w.takeBack, change: w.change } : undefined}
      results={
        poll.shown ? (
          <PollResults
            caption={w.resultsOf({ question: poll.question })}
            lang={community.locale}
            words={{ option: w.option, votes: w.votes, share: w.share, yours: w.yours }}
            lines={poll.options.map((option) => lineOf(words, reader, poll, option))}
          />
        ) : null
      }
      facts={factsOf(words, reader, poll)}
      acts={<Acts {...{ poll, access, here }} form={form} />}
    />
  );
}

function lineOf(
  words: Words,
  { locale }: Reader,
  { voters }: PollLine,
  { id, label, votes, people, mine }: PollOption,
) {
  const n = votes ?? 0;
  const share = voters > 0 ? n / voters : 0;
  const names = people.map((name) => name ?? words.members.gone);
  const more = n > people.length ? [words.polls.andMore({ n: n - people.length })] : [];
  const who = names.length > 0 ? words.polls.who({ names: list([...names, ...more], locale) }) : undefined;
  return { key: id, label, share, votes: number(n, locale), percent: percent(share, locale), mine, who };
}

function factsOf(
  words: Words,
  reader: Reader,
  { voters, closed, closesAt, shown, results, voted }: PollLine,
): string[] {
  const w = words.polls;
  const when = closesAt ? absolute(new Date(closesAt), reader) : undefined;
  return [
    voters > 0 ? w.voters({ n: voters }) : w.nobody,
    ...(closed ? [w.closed] : when ? [w.closesAt({ when })] : []),
    ...(!shown && results === "closed" ? [w.shownWhen.closed] : []),
    ...(!shown && results === "voted" && !voted ? [w.shownWhen.voted] : []),
  ];
}

type ActsProps = Props & { form: (act: string) => ReturnType<Props["here"]["formTo"]> };

function Acts({ poll, access, here, form }: ActsProps) {
  const { standing, space } = access;
  const { words, slug } = here;
  const w = words.polls;
  const mine = { authorId: poll.authorId };
  const corrects = poll.voters === 0 && !space.closed && may.editPost(standing, space, mine);
  return (
    <>
      {corrects ? (
        <ButtonLink small kind="qui" href={paths.correctPoll(slug, poll.id)}>
          {w.correct}
        </ButtonLink>
      ) : null}
      {may.closePoll(standing, space, mine) ? (
        <Form
          {...form(poll.closed ? "reopen-poll" : "close-poll")}
          submitLabel={poll.closed ? w.reopen : w.close}
          submitKind="qui"
          submitSmall
        >
          <input type="hidden" name="poll" value={poll.id} />
        </Form>
      ) : null}
      {!standing.personId || may.join(standing) ? <span className="meta">{w.joinToVote}</span> : null}
    </>
  );
}
