import { checkReply } from '@huiyin/domain/reply-check/check-reply.ts'
import type { ListsPreview } from '@huiyin/schemas/api-settings.ts'
import type { ReplyLists } from '@huiyin/schemas/reply-check.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from '../ports.ts'
import { replyLists } from '../reply-lists.ts'
import { allTemplates, isUsed } from '../templates.ts'

const LOOKED_AT = 500
const PAGE = 100
const MOST_SHOWN = 50

/** Texts that have not left yet. */
const WAITING: ReadonlySet<string> = new Set(['drafted', 'reviewed', 'approved'])

/** What templates in use and replies that wait say that other lists would refuse, and those in force do not. */
export async function previewLists(ports: ApiPorts, lists: ReplyLists): Promise<ListsPreview> {
  const { records, tickets, clock } = ports
  const now = (await replyLists(records)).lists
  const refused = (text: string) => {
    const before = new Set(refusedWords(text, now))
    return refusedWords(text, lists).filter(word => !before.has(word))
  }
  const all = await allTemplates(records)
  const used = all.filter(({ template }) => isUsed(all, template, clock.now()))
  const templates = used.flatMap(({ template: { id, version, text } }) => {
    const words = refused(text)
    return words.length > 0 ? [{ id, version, words }] : []
  })
  const { found, complete } = await inHand(tickets)
  const waiting = found.flatMap(ticket =>
    ticket.replies.filter(({ state }) => WAITING.has(state)).map(reply => ({ ticket, reply }))
  )
  const drafts = waiting.flatMap(({ ticket: { id, number }, reply }) => {
    const words = refused(reply.text)
    return words.length > 0 ? [{ ticket: id, number, reply: reply.id, words }] : []
  })
  const looked = { templates: used.length, drafts: waiting.length }
  return { templates: templates.slice(0, MOST_SHOWN), drafts: drafts.slice(0, MOST_SHOWN), looked, complete }
}

/** The words themselves, as they stand there; what is personal is not for a list to refuse. */
const refusedWords = (text: string, lists: ReplyLists): string[] =>
  checkReply(text, { limit: Number.MAX_SAFE_INTEGER, lists, kind: 'interim' }).flatMap(
    ({ code, severity, from, to }) =>
      severity === 'refuse' && (code === 'sensitive' || code === 'cold') ? [text.slice(from, to)] : []
  )

async function inHand({ search }: ApiPorts['tickets']) {
  const found: Ticket[] = []
  for (let after: string | undefined; ; ) {
    const page = await search({ sort: 'due', status: ['open', 'handling'], atMost: PAGE, ...(after && { after }) })
    found.push(...page.rows)
    after = page.after
    if (after === undefined || found.length >= LOOKED_AT) return { found, complete: after === undefined }
  }
}
