import type { Actor } from '@huiyin/schemas/actor.ts'
import type { MentionRow, NoteView, PresenceRow, TicketView } from '@huiyin/schemas/api.ts'
import { DIRECTORY } from './offices.ts'

/** How people share work in the made-up county: who has what in hand, tags, notes, files, links, and what is taken back. */

type Body = Record<string, unknown>
type Did = { by: string; of: string; type: string; until: number; before: TicketView }
type Change = (
  id: string,
  type: TicketView['history'][number]['type'],
  with_: (view: TicketView) => Partial<TicketView>,
  actor?: Actor,
  data?: TicketView['history'][number]['data']
) => TicketView

const MINUTE = 60_000
const TYPES: Record<string, string> = { assign: 'assign', unassign: 'unassign', tags: 'tag', dismiss: 'dismiss' }

/** What waits a moment can be called back as long as a slow reader needs. */
export const CALLED_BACK_WITHIN = 10 * MINUTE

export function openWork(all: ReadonlyMap<string, TicketView>, change: Change) {
  const known = new Set(['占道', '夜间'])
  const mentions: (MentionRow & { of: string })[] = []
  const present = new Map<string, PresenceRow[]>()
  const did = new Map<string, Did>()
  let links = 0

  const nameOf = (id: string) => DIRECTORY.people.find(one => one.id === id)!.name

  function noted(view: TicketView, body: Body, { id, name }: Actor): TicketView {
    const named = ((body.mentions ?? []) as string[]).map(id => ({ id, name: nameOf(id) }))
    const { length } = view.notes
    const note: NoteView = {
      id: `n${length + 1}`,
      at: Date.now(),
      by: { id, name },
      text: String(body.text),
      mentions: named,
      shared: body.shared === true
    }
    for (const one of named)
      mentions.unshift({
        of: one.id,
        id: `m${mentions.length + 1}`,
        ticket: view.id,
        number: view.number,
        note: note.id,
        by: name,
        at: note.at,
        text: note.text,
        read: false
      })
    return change(view.id, 'note.added', () => ({ notes: [...view.notes, note], noteCount: length + 1 }))
  }

  function tagged(view: TicketView, { add = [], remove = [] }: { add?: string[]; remove?: string[] }): TicketView {
    for (const tag of add) known.add(tag)
    const tags = [...view.tags.filter(tag => !remove.includes(tag)), ...add]
    return change(view.id, 'ticket.tagged', () => ({ tags }), undefined, {
      added: add.join('\n'),
      removed: remove.join('\n')
    })
  }

  function undone(id: string): TicketView {
    const { before, type } = did.get(id)!
    did.delete(id)
    const { status, owed, tags, assignedTo } = before
    const as = { status, owed, tags, assignedTo } as Partial<TicketView>
    return change(id, 'act.undone', () => as, undefined, { type })
  }

  /** Undefined for what is no sharing of work. */
  function act(view: TicketView, what: string, body: Body, actor: Actor): TicketView | undefined {
    const to = String(body.to)
    if (what === 'assign')
      return change(view.id, 'ticket.assigned', () => ({ assignedTo: { id: to, name: nameOf(to) } }))
    if (what === 'unassign')
      return change(view.id, 'ticket.unassigned', () => ({ assignedTo: undefined }) as Partial<TicketView>)
    if (what === 'tags') return tagged(view, body)
    if (what === 'notes') return noted(view, body, actor)
    if (what === 'undo') return undone(view.id)
    return undefined
  }

  function link(view: TicketView, dispatch: string, body: Body, actor: Actor) {
    links += 1
    const at = Date.now()
    const made = { id: `l${links}`, to: String(body.to), by: actor, at, expiresAt: at + 3 * 24 * 60 * MINUTE }
    change(view.id, 'dispatch.linked', ({ dispatches }) => ({
      dispatches: dispatches.map(one => (one.id === dispatch ? { ...one, links: [...(one.links ?? []), made] } : one))
    }))
    return { address: `/d/token-${links}`, link: { ...made, by: actor.name, stands: true } }
  }

  function unlink(view: TicketView, dispatch: string, id: string) {
    const ended = ({ links = [] }: TicketView['dispatches'][number]) =>
      links.map(one => (one.id === id ? { ...one, endedAt: Date.now() } : one))
    change(view.id, 'dispatch.unlinked', ({ dispatches }) => ({
      dispatches: dispatches.map(one => (one.id === dispatch ? { ...one, links: ended(one) } : one))
    }))
    return { rows: [], now: Date.now() }
  }

  const waiting = () => [...all.values()].filter(({ status }) => status === 'open' || status === 'handling')

  return {
    act,
    link,
    unlink,
    /** Keeps how a ticket stood before an act that can be taken back. */
    did: (before: TicketView, what: string, key: string, { id: by }: Actor) => {
      const type = TYPES[what]
      if (type !== undefined) did.set(before.id, { by, of: key, type, until: Date.now() + 9 * MINUTE, before })
      else if (what !== 'notes') did.delete(before.id)
    },
    undoOf: ({ id }: TicketView, actor: Actor): Pick<TicketView, 'undo'> => {
      const one = did.get(id)
      return one?.by === actor.id ? { undo: { of: one.of, type: one.type, until: one.until } } : {}
    },
    attach: (view: TicketView, form: string, { name }: Actor) => {
      const [, fileName = ''] = /filename="([^"]+)"/.exec(form) ?? []
      const file = { id: 'f1', fileName, type: 'text/plain', bytes: 3_000, sha256: '', by: name, at: Date.now() }
      return change(view.id, 'attachment.added', ({ attachments = [] }) => ({ attachments: [...attachments, file] }))
    },
    /** What is asked beside the tickets. */
    answer: (method: string, path: string, body: Body, actor: Actor): unknown => {
      const own = mentions.filter(({ of }) => of === actor.id)
      const unread = () => own.filter(({ read }) => !read).length
      if (path === '/tags') return { tags: [...known] }
      if (path === '/me/mentions') return { rows: own, unread: unread(), now: Date.now() }
      if (path === '/me/mentions/read') {
        const ids = body.ids as string[] | undefined
        for (const one of own) if (!ids || ids.includes(one.id)) one.read = true
        return { unread: unread() }
      }
      if (path === '/queues' && method === 'GET') {
        const mine = waiting().filter(({ assignedTo }) => assignedTo?.id === actor.id).length
        const unassigned = waiting().filter(({ assignedTo }) => !assignedTo).length
        return {
          rows: [
            { name: 'mine', count: mine, query: '' },
            { name: 'unassigned', count: unassigned, query: '' }
          ],
          now: Date.now()
        }
      }
      return undefined
    },
    present: (ticket: string) => ({ rows: present.get(ticket) ?? [], now: Date.now() }),
    /** Somebody else comes to a ticket. */
    comes: (ticket: string, row: PresenceRow) => {
      present.set(ticket, [...(present.get(ticket) ?? []), row])
    }
  }
}
