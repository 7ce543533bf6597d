import type { MailKind } from "@/lib/mail/kinds";
import type { ChannelKind } from "@/lib/realtime/channels";

/** Who may listen, in one sentence; the acts `realtime/answers` try it. */
export const channels: Record<ChannelKind, string> = {
  community: "whoever finds the community: ids of what happened, never words",
  space: "whoever may read the space at this moment",
  person: "that person alone",
};

/** What each job must not carry to whom it is not for. */
export const jobs: Record<string, string> = {
  deliverMail: "says what the letters say: see `mails`",
  settleMail: "marks only",
  clearLooseFiles: "removes only",
  countDoorHolders:
    "writes the number on a door, which is public; once a day, so that nobody sees when somebody came in",
  clearOldEvents: "removes only",
  tidyAccounts: "removes only",
  tidyMail: "removes only",
  forgetGuests: "removes only",
  purgeRemovedPosts: "removes only",
  fetchPreviews:
    "asks pages that posts link to, as nobody; of a space for badges only where the community says so, and for that post alone",
  dropOldPictures: "removes only",
  understandHistory:
    "draws what a post says, and whom it speaks to as far as its author reads; who reads the post is asked at reading",
  remindOfBookmarks: "marks what is one's own, and a mail: see `mails`",
  spreadToWatchers: "tells who watches, by id: whether they may read it is asked of each then, and again at reading",
  mailAlone: "marks what waits, and a mail: see `mails`",
  mailDigests: "the same, of all that waits for one person",
  tidyNotifications: "removes only",
  clearOldDrafts: "removes only",
  forgetHeld: "removes only",
  learnWords:
    "writes down how words are spelled in the space they were said in, which nobody is told of who does not read that space",
  askNightly: "asks for work only",
  takePulses:
    "keeps numbers, ids and words, for each audience from what that audience reads; who sees them is asked at reading, and a post opens through the gate",
  workOnImport:
    "writes what an export says into spaces that a manager chose, and takes it back; it tells nobody, and who reads it is asked at reading",
  tidyMarks: "removes only",
};

/** Who gets it, and what of somebody else's it may say. */
export const mails: Record<MailKind, string> = {
  "verify-email": "the mailbox itself: a link",
  "magic-link": "the owner of the account: a link",
  "reset-password": "the owner of the account: a link",
  "email-changed-old": "the old mailbox: that the address changes",
  "email-changed-new": "the new mailbox: a link",
  invitation: "who was invited: the names of the community and of who invites",
  "join-request": "the desk: the name of who asks, not what they wrote",
  "join-approved": "who asked: the name of the community",
  "new-device": "the owner of the account: a moment",
  "export-ready": "the owner of the account: nothing",
  "account-deleted": "the last mailbox: nothing",
  reminder: "who asked for it: the title of a thread that they may read when it is sent, never their note",
  notice: "whom it concerns: who did it, the title and the first words of a post that they may read when it is sent",
  digest: "whom it concerns: the same, of every community they belong to when it is sent",
  "report-received": "who answers reports: that there is one, not what it says",
  "report-answered": "who reported: that there is an answer, not what it says",
  statement: "whom it concerns: that something was decided, not what",
  "appeal-answered": "who objected: that there is an answer, not what it says",
};

/**
 * Every column that can hold text. `inside`: words for some and not for others, so that a world has a canary in it. `open`: words
 * for everybody. `address`: a mailbox. `sealed`: a hash or a secret. `kind`: from a list of the product's own. `ids`: opaque.
 */
export const columns: Record<string, "inside" | "open" | "address" | "sealed" | "kind" | "ids"> = {
  ...all(
    "inside",
    "people.bio grants.reason grants.revoked_why join_requests.message join_requests.reason reports.text bookmarks.note",
  ),
  ...all("inside", "threads.title posts.text posts.html posts.removed_why post_versions.text"),
  ...all("inside", "link_previews.title link_previews.description link_previews.site_name"),
  ...all("inside", "drafts.title drafts.text decisions.question decision_options.label"),
  ...all("inside", "held.title held.text held.tags held.poll held.why held.reason"),
  ...all(
    "inside",
    "post_rules.held_words post_rules.refused_words post_rules.refused_domains post_rules.allowed_domains",
  ),
  ...all("sealed", "sent_texts.print term_bars.print"),
  ...all("kind", "held.kind held.decision"),
  ...all("kind", "pulse_runs.state pulse_snapshots.audience pulse_snapshots.method"),
  ...all("ids", "pulse_snapshots.spaces pulse_snapshots.result"),
  ...all(
    "inside",
    "imports.source imports.found imports.plan imports.columns import_items.space import_items.title import_items.text",
  ),
  ...all("inside", "import_spaces.space import_spaces.slug"),
  ...all(
    "kind",
    "imports.format imports.state imports.failed_why imports.brought import_items.kind import_people.role",
  ),
  ...all("inside", "terms.term term_lore.text term_lore.removed_why"),
  ...all("kind", "term_uses.audience term_uses.weeks term_lore.readers rituals.audience"),
  ...all("ids", "term_uses.evidence term_uses.spaces rituals.threads"),
  ...all("inside", "tags.slug tags.name tag_slugs.slug threads.locked_why"),
  ...all("inside", "post_words.words space_words.word space_words.lexeme"),
  ...all("inside", "flags.text statements.reason statements.appeal statements.answer person_notes.text"),
  ...all("inside", "reports.answer suspensions.reason spaces.name spaces.purpose spaces.slug"),
  // Of a hidden room that was renamed, as closed as its new one.
  ...all("open", "space_slugs.slug people.name badges.earned badges.meaning badges.name badges.slug brands.colour"),
  ...all("open", "brands.name brands.slug communities.about communities.colour communities.name communities.purpose"),
  ...all("open", "communities.slug community_slugs.slug legal_texts.text"),
  // A path of ours that was reported, and what a browser calls itself.
  ...all("open", "reports.about sessions.device"),
  ...all("address", "people.email people.pending_email"),
  ...all("sealed", "outbox.sealed passwords.hash recovery_codes.hash sessions.secret_hash tokens.hash tokens.detail"),
  ...all("sealed", "totp_factors.secret known_browsers.hash invitations.token_hash writes.content_hash attempts.key"),
  ...all("sealed", "files.checksum identities.subject link_previews.url_hash"),
  ...all("ids", "events.channel events.subject person_events.subject channel_heads.channel job_marks.subject"),
  ...all("ids", "held.mentions"),
  ...all("ids", "outbox.message_id outbox.params writes.actor writes.result"),
  ...all("kind", "account_ledger.object_kind account_ledger.verb brand_ledger.object_kind brand_ledger.verb"),
  ...all("kind", "drafts.kind decisions.form decisions.ballot decisions.results"),
  ...all("kind", "ledger.object_kind ledger.verb events.kind person_events.kind job_marks.kind job_marks.period"),
  ...all("kind", "reactions.kind post_reactions.counts"),
  ...all("kind", "badges.kind badges.motif communities.join_mode communities.locale communities.zone erasures.mode"),
  ...all("kind", "files.state files.thing_kind files.type identities.provider join_requests.decision legal_texts.kind"),
  ...all(
    "kind",
    "legal_acceptances.kind looks.what memberships.role outbox.kind outbox.locale outbox.state outbox.trouble",
  ),
  ...all(
    "kind",
    "people.locale people.state people.zone reports.reason sessions.ended_why space_badges.use spaces.door",
  ),
  ...all("kind", "link_previews.state thread_levels.level space_levels.level spaces.language post_words.language"),
  ...all("kind", "flags.reason flags.decision statements.kind"),
  ...all("kind", "notifications.kind notifications.cause notifications.letter"),
  ...all("kind", "spaces.needs spaces.read_audience spaces.write_audience tokens.purpose uploads.purpose writes.name"),
  ...all("kind", "brand_settings.key brand_settings.value community_settings.key community_settings.value"),
  ...all("kind", "member_settings.key member_settings.value operator_settings.key operator_settings.value"),
  ...all("kind", "person_settings.key person_settings.value"),
};

function all<Kind extends string>(kind: Kind, names: string): Record<string, Kind> {
  return Object.fromEntries(names.split(" ").map((name) => [name, kind]));
}
