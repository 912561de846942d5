import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { NumberField, WordField } from './query.ts'
import { simplified } from './simplified.ts'

/** What a search sees of a document. No phrase goes from one of its texts into the next. */
export interface Findable {
  texts: readonly string[]
  words: Partial<Record<WordField, readonly string[]>>
  numbers: Partial<Record<NumberField, number>>
}

/** Fields whose words people write in their own way: compared by `fieldKey` on both sides, all others exactly. */
export const FOLDED_FIELDS: ReadonlySet<WordField> = new Set(['author', 'place', 'tag', 'number'])

/** A word of a folded field as it is compared. */
export const fieldKey = (word: string): string => simplified(word).toLowerCase().trim()

const given = <T>(values: readonly (T | undefined)[]): T[] => values.filter(value => value !== undefined)

function keysOf(words: readonly (string | undefined)[]): string[] {
  const keys: string[] = []
  for (const word of words) {
    const key = word === undefined ? '' : fieldKey(word)
    if (key !== '' && !keys.includes(key)) keys.push(key)
  }
  return keys
}

/** The texts by which a ticket is found. */
export const ticketTexts = ({ turns, postTitle, number, citizen }: Ticket): string[] =>
  given([...turns.map(({ excerpt }) => excerpt), postTitle, number, citizen.name])

/** The texts by which a comment is found: its newest words and its author's name. */
export const commentTexts = ({ text, author }: StoredComment): string[] => given([text, author.name])

/** The nearest due time of the clocks that run, in ms UTC. */
export function runningDueAt({ clocks }: Ticket): number | undefined {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ dueAt }) => dueAt)
  return running.length > 0 ? Math.min(...running) : undefined
}

/** The department that a comment is for: the deployment's own, or the likeliest class. */
export const commentDepartment = ({ classification }: StoredComment): string | undefined =>
  classification?.office ?? classification?.departments[0]?.name

/** The places that a comment names or was written at, as they are compared. */
export const commentPlaces = ({ classification, place }: StoredComment): string[] =>
  keysOf([...(classification?.places ?? []).map(({ name }) => name), place])

export const ticketPlaces = ({ places = [] }: Ticket): string[] => keysOf(places)

export const ticketTags = ({ tags = [] }: Ticket): string[] => keysOf(tags)

/** A person by what the platform tells of them, as it is compared. */
export const personKeys = ({ id, name }: { id?: string; name?: string }): string[] => keysOf([id, name])

export const findableTicket = (ticket: Ticket): Findable => ({
  texts: ticketTexts(ticket),
  words: {
    account: [ticket.account],
    platform: [ticket.platform],
    label: [ticket.label],
    department: given([ticket.department]),
    level: [ticket.risk.level],
    sentiment: [ticket.sentiment],
    status: [ticket.status],
    author: personKeys(ticket.citizen),
    place: ticketPlaces(ticket),
    post: [ticket.post],
    tag: ticketTags(ticket),
    number: keysOf([ticket.number])
  },
  numbers: { date: ticket.openedAt, due: runningDueAt(ticket), risk: ticket.risk.score }
})

/** `status` of a comment is its state: visible, deleted or erased. */
export const findableComment = (comment: StoredComment): Findable => ({
  texts: commentTexts(comment),
  words: {
    account: [comment.account],
    platform: [comment.platform],
    label: given([comment.classification?.label]),
    department: given([commentDepartment(comment)]),
    level: given([comment.classification?.risk.level]),
    sentiment: given([comment.classification?.sentiment.name]),
    status: [comment.state],
    author: personKeys(comment.author),
    place: commentPlaces(comment),
    post: [comment.post]
  },
  numbers: { date: comment.publishedAt, risk: comment.classification?.risk.score }
})

/** A post is found by its title; one that is not to be read any more has the status `gone`. */
export const findablePost = ({ title, platform, account, post, publishedAt, foundAt, gone }: Post): Findable => ({
  texts: given([title]),
  words: { account: [account], platform: [platform], post: [post], status: [gone ? 'gone' : 'visible'] },
  numbers: { date: publishedAt ?? foundAt }
})
