import { afterPass, type Missing } from '@huiyin/domain/collecting/passes.ts'
import type { LookedUp, ReplyTarget } from '@huiyin/ports/platform.ts'
import type { Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { instantAfter, publish } from './publish.ts'
import type { PostWatch } from './watch.ts'

const PAGE = 1_000
/** What stands apart from its post is looked up no more often, in ms. */
const APART_EVERY = 15 * 60_000
/** One pass looks up so often; what is left is missed anew by the next. */
const LOOK_UPS = 20

/**
 * What a complete pass says of deletions: two passes apart without a comment, or a look-up that says so where the
 * platform can be asked for single comments. Answers what is still missing.
 */
export async function findDeleted(
  ports: Ports,
  run: AccountRun,
  watch: PostWatch,
  pass: { startedAt: number; seen: ReadonlySet<string> }
): Promise<Missing> {
  const held = await heldOf(ports, run, watch.post)
  const { missing, gone } = afterPass(watch.missing, {
    ...pass,
    held,
    ...(watch.total !== undefined && { total: watch.total })
  })
  const byId = new Map(held.map(one => [one.id, one]))
  const sure = [...gone]
  const lately = (id: string) => pass.startedAt - (watch.apart?.[id] ?? -Infinity) < APART_EVERY
  const newly = Object.keys(missing).filter(id => watch.missing[id] === undefined)
  const apart = Object.fromEntries(newly.filter(lately).map(id => [id, watch.apart![id]!]))
  for (const id of Object.keys(apart)) delete missing[id]
  const unsure = newly.filter(id => !lately(id))
  if (unsure.length > 0 && run.platform.lookUp) {
    const most = LOOK_UPS * Math.max(1, run.platform.capabilities.lookUp)
    for (const id of unsure.slice(most)) delete missing[id]
    const comments = unsure.slice(0, most).map(id => byId.get(id)!)
    const found = await lookUpEach(ports, run, comments)
    found.forEach((one, i) => {
      const { id } = comments[i]!
      if (one.outcome === 'gone') sure.push(id)
      if (one.outcome === 'there') apart[id] = pass.startedAt
      if (one.outcome !== 'unreadable') delete missing[id]
    })
  }
  watch.apart = apart
  await publishGone(
    ports,
    run,
    sure.map(id => byId.get(id)!)
  )
  return missing
}

/** The comments under the post that are visible as far as we know, ours too. */
async function heldOf({ comments }: Ports, { account }: AccountRun, post: string): Promise<StoredComment[]> {
  const held: StoredComment[] = []
  const filter = { platform: [account.platform], account: [account.id], post, state: ['visible'] as const }
  for (let after: string | undefined; ; ) {
    const page = await comments.search({
      ...filter,
      sort: 'newest',
      atMost: PAGE,
      ...(after !== undefined && { after })
    })
    held.push(...page.rows)
    if (page.after === undefined) return held
    after = page.after
  }
}

const targetOf = ({ post, root, comment }: StoredComment): ReplyTarget => ({ post, root, comment })

/** Asks for comments by their ids and passes on what is there; results in the order given. */
export async function lookUpEach(
  ports: Ports,
  run: AccountRun,
  comments: readonly StoredComment[]
): Promise<LookedUp[]> {
  const { account, platform, term } = run
  const size = Math.max(1, platform.capabilities.lookUp)
  const found: LookedUp[] = []
  for (let at = 0; at < comments.length; at += size) {
    const observedAt = ports.clock.now()
    const answers = await platform.lookUp!(comments.slice(at, at + size).map(targetOf))
    stillOurs(ports, run)
    found.push(...answers)
    const there = answers.flatMap(one => (one.outcome === 'there' ? [one.comment] : []))
    await publish(ports, { comments: there, unreadable: [] }, { account, observedAt, term })
  }
  return found
}

/** The comments are gone from the platform: passed on as seen deleted, with the words that they had. */
export async function publishGone(ports: Ports, run: AccountRun, comments: readonly StoredComment[]): Promise<void> {
  stillOurs(ports, run)
  const observedAt = ports.clock.now()
  const all = comments.map(stored => deletedOf(stored, observedAt, run.term))
  const before = await ports.seen.of(all)
  const news = all
    .map((one, i) => ({ ...one, observedAt: instantAfter(before[i], one, observedAt) }))
    .filter((_, i) => !before[i]?.deleted) // the store may not know yet what was told a moment ago
  if (news.length === 0) return
  await ports.log.append(news)
  ports.seen.remember(news)
}

function deletedOf(stored: StoredComment, observedAt: number, term: number): Observation {
  const { firstText, firstObservedAt, classification, state, ...observation } = stored
  return { ...observation, deleted: true, observedAt, term, source: 'poll' }
}
