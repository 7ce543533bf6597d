import type { ImportRecord, Records } from "../records";
import type { Source } from "../source/source";
import { beginning, wholeText } from "../text";
import type { Unread } from "../unread";
import { discourseDump } from "./discourse-dump";
import { messageOf, Places } from "./discourse-post";
import { type Fields, fields, id, objects, text } from "./fields";
import { whenOf } from "./when";

// Discourse, two ways: the API's JSON of topics, a file each; or the backup's dump.sql.

const known = new Set([
  ..."id name username avatar_template created_at cooked raw post_number post_type posts_count updated_at reply_count".split(
    " ",
  ),
  ..."reply_to_post_number quote_count incoming_link_count reads readers_count score yours topic_id topic_slug display_username".split(
    " ",
  ),
  ..."primary_group_name flair_name flair_url flair_bg_color flair_color flair_group_id badges_granted version can_edit can_delete".split(
    " ",
  ),
  ..."can_recover can_see_hidden_post can_wiki link_counts read user_title bookmarked actions_summary moderator admin staff".split(
    " ",
  ),
  ..."user_id hidden trust_level deleted_at user_deleted edit_reason can_view_edit_history wiki title_is_group reply_to_user".split(
    " ",
  ),
  ..."post_url can_accept_answer can_unaccept_answer accepted_answer topic_accepted_answer reactions user_status".split(
    " ",
  ),
]);

export async function* discourse(source: Source, unread: Unread): Records {
  if (await isDump(source)) return yield* discourseDump(source, unread);
  const categories = new Map<string, Category>();
  const json = (path: string) => source.single || /\.json$/i.test(path);
  const naming = (path: string) => !source.single && /(^|\/)(categories|site|category)[^/]*\.json$/i.test(path);
  for await (const { path, bytes } of source.each(naming))
    readCategories(objectIn(await wholeText(bytes), path, unread), categories);
  for (const { name, open } of categories.values()) yield { kind: "space", id: name, name, open };
  const places = new Places();
  const topics = new Map<string, Fields>();
  const people = new Set<string>();
  for await (const { path, bytes } of source.each((one) => json(one) && !naming(one))) {
    const file = objectIn(await wholeText(bytes), path, unread);
    if (file) yield* topicFile(file, path, { categories, places, topics, people, unread });
  }
}

interface Category {
  readonly name: string;
  readonly open: boolean;
}

interface Known {
  readonly categories: ReadonlyMap<string, Category>;
  readonly places: Places;
  readonly topics: Map<string, Fields>;
  readonly people: Set<string>;
  readonly unread: Unread;
}

async function isDump(source: Source): Promise<boolean> {
  if (source.paths.some((path) => /(^|\/)dump\.sql$/.test(path))) return true;
  if (!source.single) return false;
  for await (const { bytes } of source.each(() => true))
    return !/^\s*[{[]/.test((await beginning(bytes, 200)).replace(/^\ufeff/, ""));
  return false;
}

function objectIn(json: string, path: string, unread: Unread): Fields | undefined {
  try {
    return fields(JSON.parse(json));
  } catch {
    unread.note(path, "the file is no JSON");
    return undefined;
  }
}

function readCategories(file: Fields | undefined, into: Map<string, Category>) {
  if (!file) return;
  const all = [...objects(fields(file.category_list).categories), ...objects(file.categories)];
  for (const one of all.flatMap((category) => [category, ...objects(category.subcategory_list)])) {
    const [own, name] = [id(one.id), id(one.name)];
    if (own && name) into.set(own, { name, open: one.read_restricted !== true });
  }
}

function* topicFile(file: Fields, path: string, known: Known): Iterable<ImportRecord> {
  const topic = id(file.id);
  if (topic !== undefined && (file.archetype !== undefined || file.title !== undefined)) known.topics.set(topic, file);
  const posts = objects(fields(file.post_stream).posts);
  for (const post of posts) {
    const [own, where] = [id(post.id), id(post.topic_id) ?? topic];
    if (own && where) known.places.put(where, Number(post.post_number), own);
  }
  for (const [i, post] of posts.entries()) yield* onePost(post, topic, `${path}, post ${i + 1}`, known);
}

function* onePost(post: Fields, inTopic: string | undefined, where: string, about: Known): Iterable<ImportRecord> {
  const { unread, topics, categories, places, people } = about;
  const own = id(post.id);
  const topic = id(post.topic_id) ?? inTopic;
  const author = id(post.user_id) ?? id(post.username);
  if (own === undefined || topic === undefined || author === undefined)
    return unread.note(where, "a post without id, topic or author");
  // Others say what moderators did, or whisper among themselves.
  if (post.post_type !== undefined && Number(post.post_type) !== 1) return;
  unread.unknown(post, known);
  const of = topics.get(topic) ?? {};
  if (
    of.archetype === "private_message" ||
    (post.deleted_at ?? null) !== null ||
    post.hidden === true ||
    post.user_deleted === true
  ) {
    unread.leftOut += 1;
    return;
  }
  const at = whenOf(post.created_at);
  if (at === undefined) return unread.note(where, "a post without a date that we can read");
  const bot = Number(author) < 0;
  if (!people.has(author)) {
    people.add(author);
    const name = id(post.username) ?? id(post.name);
    const role = bot ? "bot" : post.admin === true || post.moderator === true ? "moderator" : undefined;
    yield { kind: "member", id: author, ...(name && { name }), ...(role && { role }) };
    const group = id(post.primary_group_name);
    if (group && !/^(admins|moderators|staff|trust_level_\d)$/.test(group))
      yield { kind: "membership", group, member: author };
  }
  const number = Number(post.post_number);
  const category = id(of.category_id);
  const answers = post.reply_to_post_number;
  yield messageOf(
    {
      id: own,
      author,
      at,
      topic,
      number,
      answers: typeof answers === "number" ? answers : undefined,
      raw: text(post.raw),
      cooked: text(post.cooked),
      space: category === undefined ? undefined : (categories.get(category)?.name ?? `category ${category}`),
      title: text(of.title),
      open: category === undefined || (categories.get(category)?.open ?? true),
      role: undefined,
    },
    places,
  );
}
