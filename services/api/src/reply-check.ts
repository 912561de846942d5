import { closesWith } from '@huiyin/domain/cases/close-by-label.ts'
import { checkReply, isRefused } from '@huiyin/domain/reply-check/check-reply.ts'
import { finding } from '@huiyin/domain/reply-check/sentences.ts'
import type { Checked } from '@huiyin/schemas/api.ts'
import type { ReplyLists } from '@huiyin/schemas/reply-check.ts'
import type { ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from './ports.ts'
import { isAsProposed } from './proposals/keep.ts'
import { replyLists } from './reply-lists.ts'
import type { Known } from './template-values.ts'

const characters = (text: string) => [...text].length

/** The kind that a reply has when nobody says otherwise. */
export const kindOf = (ticket: Ticket, kind: ReplyKind | undefined, now: number): ReplyKind =>
  kind ?? (closesWith(ticket, 'final', now) ? 'final' : 'interim')

/** Names of the office's own departments, and of those that have a duty. */
export const departmentNames = ({ map, rulebook }: Pick<ApiPorts, 'map' | 'rulebook'>): string[] => {
  const own = map.now().departments.map(({ name }) => name)
  return [...new Set([...own, ...rulebook.people().departments.map(({ department }) => department)])]
}

/** What the house knows of a ticket's office, by the account and the lists. */
export async function knownOf(ports: ApiPorts, { platform, account }: Ticket): Promise<Known> {
  const { lists } = await replyLists(ports.records)
  const office = ports.accounts(platform, account)?.name
  return { office, departments: departmentNames(ports), phones: lists.officePhones }
}

/** What is to be seen of a text before it goes to review, by the platform's limit and the office's lists. */
export async function checked(ports: ApiPorts, ticket: Ticket, text: string, kind?: ReplyKind): Promise<Checked> {
  const { lists } = await replyLists(ports.records)
  const found = checkedBy(ports, lists, { ticket, text, kind })
  if (!(await isAsProposed(ports, ticket, text))) return found
  return { ...found, findings: [finding('proposed', { from: 0, to: text.length }), ...found.findings] }
}

type Written = { ticket: Ticket; text: string; kind?: ReplyKind | undefined }

/** The same, by lists that were read. */
export function checkedBy(ports: ApiPorts, lists: ReplyLists, { ticket, text, kind }: Written): Checked {
  const { replyLimit, replyLength } = ports.accounts(ticket.platform, ticket.account) ?? {}
  const findings = checkReply(text, {
    limit: replyLimit ?? Number.MAX_SAFE_INTEGER,
    ...(replyLength && { length: replyLength }),
    lists,
    known: departmentNames(ports),
    kind: kindOf(ticket, kind, ports.clock.now()),
    earlier: ticket.replies.flatMap(({ state, text }) => (state === 'confirmed' ? [text] : []))
  })
  const length = Math.ceil((replyLength ?? characters)(text))
  return { findings, refused: isRefused(findings), length, ...(replyLimit !== undefined && { limit: replyLimit }) }
}
