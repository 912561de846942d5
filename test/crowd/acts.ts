import type { ActName, TicketView } from '@huiyin/schemas/api.ts'
import type { EventType } from '@huiyin/schemas/event.ts'

/** What somebody in the crowd does: where it is posted under the ticket, and the event that it leaves when it is taken. */
export type Deed = {
  name: string
  path: string
  body?: object
  leaves: EventType
  /** Another may have done the very same meanwhile: then it is answered and leaves nothing more. */
  mayStand?: true
}

type Around = { view: TicketView /** Differs in every deed. */; k: string; random: () => number; people: number }
type Makes = (around: Around) => Deed | undefined

const pick = <T>(all: readonly T[], random: () => number): T | undefined => all[Math.floor(random() * all.length)]

const may = (around: Around, act: ActName) => around.view.may.includes(act)

/** Something of the ticket on which an act is offered. */
const offered = <P extends { id: string; may: readonly ActName[] }>(parts: readonly P[], act: ActName) =>
  parts.find(part => part.may.includes(act))

const FEWEST = 12 // tags that are left alone

const MAKES: readonly Makes[] = [
  ({ view, k }) => ({
    name: 'tag',
    path: 'tags',
    body: { add: [`标签${k}`], ...(view.tags.length > FEWEST && { remove: view.tags.slice(0, 4) }) },
    leaves: 'ticket.tagged'
  }),
  ({ k }) => ({ name: 'note', path: 'notes', body: { text: `备注${k}` }, leaves: 'note.added' }),
  ({ view, random, people }) => {
    const to = `person-${Math.floor(random() * people)}`
    if (to === view.assignedTo?.id) return
    return {
      name: 'assign',
      path: 'assign',
      body: { to, ...(view.assignedTo && { from: view.assignedTo.id }) },
      leaves: 'ticket.assigned',
      mayStand: true
    }
  },
  around =>
    may(around, 'correct')
      ? { name: 'correct', path: 'correct', body: { department: `部门${around.k}` }, leaves: 'ticket.corrected' }
      : undefined,
  around =>
    may(around, 'dismiss')
      ? { name: 'dismiss', path: 'dismiss', body: { reason: `重复${around.k}` }, leaves: 'ticket.dismissed' }
      : undefined,
  around =>
    may(around, 'reopen')
      ? { name: 'reopen', path: 'reopen', body: { reason: `误操作${around.k}` }, leaves: 'ticket.reopened' }
      : undefined,
  around =>
    may(around, 'reply.draft')
      ? { name: 'draft', path: 'replies', body: { text: `您好，已安排处理（${around.k}）。` }, leaves: 'reply.drafted' }
      : undefined,
  ({ view }) => {
    const reply = offered(view.replies, 'reply.review')
    return (
      reply && {
        name: 'review',
        path: `replies/${reply.id}/review`,
        body: { hash: reply.hash },
        leaves: 'reply.reviewed'
      }
    )
  },
  ({ view, k }) => {
    const reply = offered(view.replies, 'reply.return')
    return (
      reply && {
        name: 'return',
        path: `replies/${reply.id}/return`,
        body: { reason: `再改${k}` },
        leaves: 'reply.returned'
      }
    )
  },
  around =>
    may(around, 'dispatch')
      ? {
          name: 'dispatch',
          path: 'dispatches',
          body: { department: '水务局', request: `请核实${around.k}` },
          leaves: 'dispatch.sent'
        }
      : undefined
]

/** Something that the page offers this person now. */
export function deedOf(around: Around): Deed {
  while (true) {
    const deed = pick(MAKES, around.random)!(around)
    if (deed) return deed
  }
}
