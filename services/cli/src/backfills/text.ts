import type { BackfillWait } from '@huiyin/schemas/backfill.ts'
import { figure, tableText } from '../table.ts'
import type { BackfillSeen } from './desk.ts'

/** What the person at the terminal reads of back-fills. */

const EAST_8 = 8 * 3_600_000
const timeInShanghai = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 16).replace('T', ' ')

const WAITS: Record<BackfillWait, string> = {
  calls: 'the calls are needed for what is due',
  classifier: 'much is to be classified'
}

const HEAD = ['platform', 'id', 'state', 'from', 'posts', 'pages', 'comments', 'found', 'asked']

export function backfillsText(jobs: readonly BackfillSeen[]): string {
  if (jobs.length === 0) return 'There was no back-fill yet; huiyin backfill start --help says how to begin one.\n'
  return tableText([HEAD, ...jobs.map(rowText)], 'texts')
}

function rowText({ platform, account, state, from, askedAt, progress, history, waits }: BackfillSeen): string[] {
  const { pages, comments, found } = progress
  return [
    platform,
    account,
    state + (history ? ' (history)' : '') + (waits === undefined ? '' : `, waits: ${WAITS[waits]}`),
    timeInShanghai(from),
    postsText(progress),
    ...[pages, comments, found].map(figure),
    timeInShanghai(askedAt)
  ]
}

const postsText = ({ posts, ofPosts }: BackfillSeen['progress']) =>
  ofPosts === undefined ? 'not yet' : `${figure(posts)} of ${figure(ofPosts)}`

/** How it ended, or how far it is. */
export function backfillText({ platform, account, state, progress }: BackfillSeen): string {
  const { pages, comments, found, posts } = progress
  const read = `${figure(comments)} comments on ${figure(pages)} pages, ${figure(found)} of them new here`
  if (state === 'done') return `${platform} ${account}: read again, ${figure(posts)} posts: ${read}.\n`
  const far = `${postsText(progress)} posts, ${read}`
  return `${platform} ${account}: ${state === 'paused' ? 'paused' : 'under way'}, ${far}.\n`
}

const WIDTH = 30

/** One line that changes: how many posts of all, and what came of it. */
export function barText({ phase, progress, state, waits }: BackfillSeen): string {
  const { pages, comments, found, posts, ofPosts } = progress
  const share = ofPosts === undefined ? 0 : ofPosts === 0 ? 1 : posts / ofPosts
  const full = Math.round(share * WIDTH)
  const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
  const where = phase === 'inbox' ? 'inbox' : `${figure(posts)} of ${figure(ofPosts ?? 0)} posts`
  const rests = state === 'paused' ? '  paused' : waits === undefined ? '' : `  waits: ${WAITS[waits]}`
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${where}, ${figure(pages)} pages, ${figure(comments)} comments, ${figure(found)} found${rests}`
}
