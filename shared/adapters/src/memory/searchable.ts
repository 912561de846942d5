import { dayInShanghai } from '@huiyin/domain/day.ts'
import { commentDepartment, commentPlaces, ticketPlaces } from '@huiyin/domain/search/findable.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** The values by which tickets are counted. */
export const ticketValues = (ticket: Ticket) => ({
  ...plainValues(ticket),
  assigned: ticket.assigned?.to.id,
  sentiment: ticket.sentiment,
  place: ticketPlaces(ticket),
  tag: ticket.tags
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
export const commentValues = (comment: StoredComment) => ({
  ...nativeValues(comment),
  department: commentDepartment(comment),
  place: commentPlaces(comment)
})

const nativeValues = ({ classification, account, platform, post, publishedAt }: StoredComment) => ({
  label: classification?.label,
  level: classification?.risk.level,
  sentiment: classification?.sentiment.name,
  account,
  platform,
  post,
  publishedDay: dayInShanghai(publishedAt)
})

/** Where a comment without a score stands among the scores. */
export const NO_SCORE = -1
