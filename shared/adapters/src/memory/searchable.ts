import { dayInShanghai } from '@huiyin/domain/day.ts'
import { searchTokens } from '@huiyin/domain/search-text.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** The texts by which a ticket is found; no phrase goes from one into the next. */
export const ticketTexts = ({ turns, postTitle, number, citizen }: Ticket): string[] =>
  [...turns.map(({ excerpt }) => excerpt), postTitle, number, citizen.name].filter(text => text !== undefined)

/** The texts by which a comment is found: its newest words and its author's name. */
export const commentTexts = ({ text, author }: StoredComment): string[] =>
  author.name === undefined ? [text] : [text, author.name]

/** The nearest due time of the clocks that run, in ms UTC. */
export function runningDueAt({ clocks }: Ticket): number | undefined {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ dueAt }) => dueAt)
  return running.length > 0 ? Math.min(...running) : undefined
}

/** The values by which tickets are counted. */
export const ticketValues = (ticket: Ticket) => ({
  ...plainValues(ticket),
  assigned: ticket.assigned?.to.id
})

const plainValues = ({ status, label, risk, account, platform, department, openedAt }: Ticket) => ({
  status,
  label,
  level: risk.level,
  account,
  platform,
  department,
  openedDay: dayInShanghai(openedAt)
})

/** The values by which comments are counted. */
export const commentValues = ({ classification, account, platform, post, publishedAt }: StoredComment) => ({
  label: classification?.label,
  level: classification?.risk.level,
  sentiment: classification?.sentiment.name,
  account,
  platform,
  post,
  publishedDay: dayInShanghai(publishedAt)
})

/** Whether every phrase stands in one of the texts. */
export function found(phrases: readonly string[][], texts: readonly string[]): boolean {
  if (phrases.length === 0) return true
  const tokens = texts.map(text => ` ${searchTokens(text).join(' ')} `)
  return phrases.every(phrase => tokens.some(stream => stream.includes(` ${phrase.join(' ')} `)))
}
