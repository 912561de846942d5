import type { DatabaseSync } from 'node:sqlite'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { FREQUENT_TYPES } from './history-writes.ts'
import { fillLayouts, removeBeside } from './rebuild/layouts.ts'
import { keepBefore } from './safety-copy.ts'

/**
 * Documents are JSON text; what is filtered, sorted, counted or due stands beside them in columns of its own.
 * The `_words` tables hold the tokens of searchTokens() as they are: `ascii` takes all but ASCII for letters.
 */
const TABLES = `
  create table tickets (
    row integer primary key,
    id text not null unique,
    version integer not null,
    words_digest text not null,
    status text not null,
    label text not null,
    level text not null,
    urgent integer not null,
    review integer not null,
    account text not null,
    platform text not null,
    department text,
    risk_score real not null,
    opened_at integer not null,
    opened_day text not null,
    due_at integer not null,
    next_due_at integer,
    next_send_at integer,
    look_back_at integer,
    unpublished_since integer,
    document text not null
  ) strict;
  create index tickets_status on tickets (status, due_at);
  create index tickets_label on tickets (label);
  create index tickets_level on tickets (level);
  create index tickets_account on tickets (account);
  create index tickets_platform on tickets (platform);
  create index tickets_department on tickets (department) where department is not null;
  create index tickets_urgent on tickets (opened_at) where urgent = 1;
  create index tickets_review on tickets (opened_at) where review = 1;
  create index tickets_risk on tickets (risk_score);
  create index tickets_due on tickets (due_at);
  create index tickets_opened on tickets (opened_at);
  create index tickets_day on tickets (opened_day);
  create index tickets_next_due on tickets (next_due_at) where next_due_at is not null;
  create index tickets_next_send on tickets (next_send_at) where next_send_at is not null;
  create index tickets_look_back on tickets (look_back_at) where look_back_at is not null;
  create index tickets_unpublished on tickets (unpublished_since) where unpublished_since is not null;
  create virtual table ticket_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');

  create table comments (
    row integer primary key,
    id text not null unique,
    version integer not null,
    words_digest text not null,
    key text not null,
    platform text not null,
    account text not null,
    post text not null,
    ours integer not null,
    label text,
    level text,
    sentiment text,
    published_at integer not null,
    published_day text not null,
    document text not null
  ) strict;
  create index comments_thread on comments (key, published_at);
  create index comments_platform on comments (platform);
  create index comments_account on comments (account, published_at);
  create index comments_post on comments (post);
  create index comments_ours on comments (published_at) where ours = 1;
  create index comments_label on comments (label, published_at) where label is not null;
  create index comments_level on comments (level, published_at) where level is not null;
  create index comments_sentiment on comments (sentiment) where sentiment is not null;
  create index comments_published on comments (published_at);
  create index comments_day on comments (published_day);
  create virtual table comment_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');

  create table history (
    ticket text not null,
    n integer not null,
    id text not null unique,
    document text not null
  ) strict;
  create index history_ticket on history (ticket, n);

  create table records (
    kind text not null,
    id text not null,
    version integer not null,
    due_at integer,
    value text not null,
    primary key (kind, id)
  ) strict;
  create index records_due on records (kind, due_at) where due_at is not null;

  create table topics (
    topic integer primary key,
    name text not null unique,
    last integer not null
  ) strict;
  create table events (
    row integer primary key,
    topic integer not null,
    n integer not null,
    appended_at integer not null,
    event text not null
  ) strict;
  create unique index events_topic on events (topic, n);
  create table offsets (
    topic integer not null,
    "group" text not null,
    n integer not null,
    primary key (topic, "group")
  ) strict, without rowid;
`

/** Comments by their state: those that are deleted or erased are few, and are asked for alone. */
const COMMENT_STATE = `
  alter table comments add column state text not null default 'visible';
  update comments set state = document ->> '$.state' where document ->> '$.state' <> 'visible';
  create index comments_hidden on comments (state, published_at) where state <> 'visible';
`

/** The departments that a ticket was dispatched to, a JSON list: few tickets have one, and a department asks for its own. */
const TICKET_DISPATCHED = `
  alter table tickets add column dispatched text;
  update tickets set dispatched = (
    select json_group_array(name) from (
      select one.value ->> '$.department' as name from json_each(document -> '$.dispatches') one
      union
      select other.value from json_each(document -> '$.dispatches') one, json_each(one.value -> '$.assisting') other
    )
  )
  where document ->> '$.dispatches' <> '[]';
  create index tickets_dispatched on tickets (opened_at) where dispatched is not null;
`

/** What an account holds of a post, the newest first: asked with every walk through the post. */
const COMMENT_POSTS = `
  create index comments_account_post on comments (account, post, published_at);
`

/**
 * Who has a ticket in hand, its tags as a JSON list, and the reply that is being written or on its way. The index of what
 * waits holds all that queues count: 5 ms each with 50,000 of 200,000 tickets open, 110 ms without.
 */
const TICKET_WORK = `
  alter table tickets add column assigned text;
  alter table tickets add column tags text;
  alter table tickets add column reply_state text;
  alter table tickets add column reply_by text;
  update tickets set (reply_state, reply_by) = (
    select value ->> '$.state',
      case value ->> '$.state'
        when 'attesting' then coalesce(value ->> '$.attested.by.id', value ->> '$.author.id')
        else value ->> '$.author.id'
      end
    from json_each(document -> '$.replies')
    where value ->> '$.state' in ('drafted', 'reviewed', 'approved', 'sending', 'sent', 'attesting')
    order by key desc limit 1
  )
  where document ->> '$.replies' <> '[]';
  drop index tickets_status;
  create index tickets_status on tickets (
    status, due_at, assigned, urgent, review, label, level, department, reply_state, reply_by
  );
  create index tickets_assigned on tickets (assigned, status, due_at) where assigned is not null;
  create index tickets_tags on tickets (opened_at) where tags is not null;
`

const FREQUENT = `(${[...FREQUENT_TYPES].map(type => `'${type}'`).join(', ')})`

/**
 * What happened by who, what and when, and by its place in the log; and the links of the trail, many in a
 * row of their own. What services do all the time is found by time alone: each index more makes the scribe slower.
 */
const TRAIL = `
  alter table history add column at integer not null default 0;
  alter table history add column rare text;
  alter table history add column person text;
  alter table history add column partition integer not null default 0;
  alter table history add column "offset" integer not null default 0;
  update history set
    at = document ->> '$.at',
    rare = case when document ->> '$.type' in ${FREQUENT} then null else document ->> '$.type' end,
    person = case when document ->> '$.actor.id' like 'system:%' then null else document ->> '$.actor.id' end,
    partition = document ->> '$.partition',
    "offset" = cast(document ->> '$.offset' as integer);
  create index history_at on history (at);
  create index history_rare on history (rare, at) where rare is not null;
  create index history_person on history (person, at) where person is not null;
  create index history_place on history (partition, "offset");

  create table links (
    partition integer not null,
    first integer not null,
    last integer not null,
    bucket integer not null,
    from_at integer not null,
    to_at integer not null,
    prev text not null,
    head text not null,
    links text not null
  ) strict;
  create unique index links_first on links (partition, first);
  create index links_bucket on links (partition, bucket);
`

/**
 * What facets count and lists are sorted by. The index by time holds all that facets of comments ask for, so that they
 * need not open the documents, which make rows long.
 */
const FOUND = `
  alter table tickets add column sentiment text;
  alter table tickets add column places text;
  update tickets set
    sentiment = document ->> '$.sentiment',
    places = nullif(document -> '$.places', '[]');
  alter table comments add column department text;
  alter table comments add column places text;
  alter table comments add column risk_score real;
  update comments set
    department = coalesce(document ->> '$.classification.office', document ->> '$.classification.departments[0].name'),
    risk_score = document ->> '$.classification.risk.score'
  where document -> '$.classification' is not null;
  drop index comments_published;
  create index comments_published on comments (
    published_at, id, ours, state, label, level, sentiment, account, platform, department, risk_score, places
  );
`

/** Which generation of a table serves or stands beside it, how it was filled, and since when it serves. */
const LAYOUTS = `
  create table layouts (
    name text primary key,
    generation integer not null,
    layout text not null,
    at integer not null
  ) strict;
  insert into layouts (name, generation, layout, at) values ('tickets', 1, '', 0), ('comments', 1, '', 0);
`

/**
 * A table that was rebuilt has indices of other names, `name@generation`: a later step finds them by their table.
 * Each step brings a file to the next version; a step that was once released is never changed.
 */
const STEPS = [TABLES, COMMENT_STATE, TICKET_DISPATCHED, COMMENT_POSTS, TICKET_WORK, TRAIL, FOUND, LAYOUTS]
const KNOWS_LAYOUTS = 8

/** The version of the file that this program reads and writes. */
export const FILE_LAYOUT = STEPS.length

/**
 * Brings the file to the version of this program, with a copy of it beside; refuses one that a newer program wrote.
 * `layout`: that of an earlier program, for tests.
 */
export function migrate(db: DatabaseSync, file: string, layout: number = FILE_LAYOUT): void {
  const { user_version: version } = db.prepare('pragma user_version').get() as { user_version: number }
  if (version > layout) {
    throw new HuiyinError(
      'STORE_UNAVAILABLE',
      `The file ${file} was written by a newer Huiyin (layout ${version}, this one knows ${layout}); start that one, or restore a backup`
    )
  }
  if (version === layout) return
  if (version > 0) keepBefore(db, file, version)
  db.exec('begin immediate')
  if (version >= KNOWS_LAYOUTS) removeBeside(db)
  for (const step of STEPS.slice(version, layout)) db.exec(step)
  if (version === 0 && layout >= KNOWS_LAYOUTS) fillLayouts(db)
  db.exec(`pragma user_version = ${layout}`)
  db.exec('commit')
}
