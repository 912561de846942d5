import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ticketId, ticketNumber } from '@huiyin/domain/ids.ts'
import { fieldKey } from '@huiyin/domain/search/findable.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Erasure, ErasureOf, Traces } from '@huiyin/schemas/erasure.ts'
import type { Comments } from '../comments.ts'
import { retrying } from './retrying.ts'

const THREAD = 1_000
const PAGE = 500
/** Of one citizen; who has more is erased in several steps. */
const MOST = 5_000
const MOST_KNOWN = 200

export type Found = Required<Pick<Erasure, 'comments' | 'tickets' | 'traces'>>

/**
 * What an erasure is about: its comments, their citizen's tickets, and by what their words are recognised elsewhere.
 * Throws COMMENT_NOT_FOUND where nothing is, and nothing was.
 */
export async function findComments(comments: Comments, of: ErasureOf): Promise<Found> {
  const all = of.kind === 'comment' ? await theComment(comments, of) : await allOf(comments, of)
  if (all.length === 0) throw nothingFound(of)
  const threads = await Promise.all([...new Set(all.map(({ key }) => key))].map(key => comments.thread(key, THREAD)))
  const ids = new Set(all.map(({ id }) => id))
  const isOnly = (one: StoredComment) =>
    !threads.flat().some(other => !ids.has(other.id) && !other.ours && ticketId(other) === ticketId(one))
  const tickets = [...new Set(all.map(ticketId))]
  const names = all.filter(one => of.kind === 'citizen' || isOnly(one)).map(({ author }) => author.name)
  return {
    comments: all.map(({ id, publishedAt }) => ({ id, publishedAt })),
    tickets,
    traces: tracesOf(all, threads.flat(), { tickets, names })
  }
}

function tracesOf(
  all: readonly StoredComment[],
  thread: readonly StoredComment[],
  { tickets, names }: { tickets: readonly string[]; names: readonly (string | undefined)[] }
): Traces {
  const first = Math.min(...all.map(({ publishedAt }) => publishedAt))
  const before = thread.filter(({ ours, publishedAt }) => ours && publishedAt < first).map(({ text }) => text)
  const titles = all.flatMap(({ postTitle }) => postTitle ?? [])
  return {
    texts: given(all.flatMap(({ text, firstText }) => [text, firstText])),
    names: given(names),
    about: given([...all.map(({ id }) => id), ...tickets, ...tickets.map(ticketNumber)]),
    known: given([...titles, ...before]).slice(0, MOST_KNOWN)
  }
}

const given = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.filter(value => value !== undefined && value !== ''))] as string[]

async function theComment(comments: Comments, { comment: id, publishedAt }: ErasureOf & { kind: 'comment' }) {
  const [found] = await comments.getMany([{ id, publishedAt }])
  return found && !found.document.ours ? [found.document] : []
}

async function allOf(comments: Comments, { platform, citizen }: ErasureOf & { kind: 'citizen' }) {
  const all: StoredComment[] = []
  for (let after: string | undefined; ; ) {
    const page = await comments.search({
      ...{ where: { type: 'is', field: 'author', values: [fieldKey(citizen)] }, platform: [platform], ours: false },
      ...{ sort: 'oldest', atMost: PAGE, ...(after !== undefined && { after }) }
    })
    all.push(...page.rows.filter(({ author }) => author.id === citizen)) // a name may be another's number
    if (page.after === undefined || all.length >= MOST) return all
    after = page.after
  }
}

const nothingFound = (of: ErasureOf) =>
  new HuiyinError(
    'COMMENT_NOT_FOUND',
    of.kind === 'comment'
      ? `There is no citizen's comment "${of.comment}" of ${new Date(of.publishedAt).toISOString()}`
      : `No comments of "${of.citizen}" on ${of.platform} are kept; the number is the platform's own, not a name`
  )

/** Reads a comment and puts what becomes of it, again when somebody was faster. True when it was changed. */
export const changeComment = (
  comments: Comments,
  ref: { id: string; publishedAt: number },
  change: (comment: StoredComment) => StoredComment
): Promise<boolean> =>
  retrying(async () => {
    const [found] = await comments.getMany([ref])
    const next = found && change(found.document)
    if (!found || next === found.document) return { done: false }
    const [put] = await comments.putEach([{ document: next!, version: found.version }])
    return { done: true, put: put! }
  })
