import { activeDispatch } from '@huiyin/domain/cases/dispatch-state.ts'
import { holderOf, linkStands } from '@huiyin/domain/cases/link.ts'
import { legClock } from '@huiyin/domain/clocks/running.ts'
import type { Command } from '@huiyin/domain/commands.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { HuiyinError, linkInvalid, ticketNotFound } from '@huiyin/domain/errors.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { policyAt } from '@huiyin/domain/rules.ts'
import type { LinkedDispatch } from '@huiyin/ports/dispatch-links.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { AttachmentView } from '@huiyin/schemas/attachment.ts'
import type { Clock, Dispatch, DispatchLink, Ticket } from '@huiyin/schemas/ticket.ts'
import { ASKING_KEY } from '../asking-key.ts'
import { attachmentViews } from '../attachments/views.ts'
import type { ApiPorts } from '../ports.ts'

/** What stands behind a link now. */
export type Behind = { ticket: Ticket; dispatch: Dispatch; link: DispatchLink; actor: Actor }

/** What somebody said in the thread. */
export type Word = { by: 'citizen' | 'office'; at: number; text?: string }

/** What the page shows of the dispatch. */
export type Shown = Behind & {
  words: readonly Word[]
  files: readonly AttachmentView[]
  /** The department's clock, while it runs. */
  leg?: Clock
  may: { sign: boolean; return: boolean; bounce: boolean }
  bounceUntil: number
  /** Names of the office's departments but this one. */
  others: readonly string[]
  accountName: string
  now: number
}

const THREAD = 500
const SOME = '-----'

/** Throws TICKET_NOT_FOUND, LINK_INVALID. */
export async function behind({ tickets }: ApiPorts, { ticket: id, dispatch: name, link: made }: LinkedDispatch) {
  const ticket = (await tickets.get(id))?.document
  if (!ticket) throw ticketNotFound(id)
  const dispatch = ticket.dispatches.find(one => one.id === name)
  const link = dispatch?.links?.find(one => one.id === made)
  if (!dispatch || !link) throw linkInvalid('its dispatch is not kept any more')
  return { ticket, dispatch, link, actor: holderOf(link, dispatch) }
}

/** Whether the department has it; before it leaves nobody is told. */
export const isWith = ({ dispatch }: Behind): boolean => dispatch.state === 'dispatched' || dispatch.state === 'signed'

/** Files of the ticket may hold personal data, which no mask covers: only its own stay once the department is done. */
export const showsFile = (of: Behind, { dispatch }: Pick<AttachmentView, 'dispatch'>): boolean =>
  dispatch === of.dispatch.id || (dispatch === undefined && isWith(of))

/** Whether a link opens anything at `now`. */
export const opens = ({ link }: Behind, now: number): boolean => linkStands(link, now)

/** All that the page shows: the words as the department's handlers read them while it has the case. */
export async function shownOf(ports: ApiPorts, of: Behind): Promise<Shown> {
  const { ticket, dispatch, actor } = of
  const { comments, records, desk, clock, accounts, map } = ports
  const now = clock.now()
  const plain = activeDispatch(ticket)?.id === dispatch.id
  const told = (text: string) => (plain ? text : maskPersonal(text))
  const [thread, files] = await Promise.all([comments.thread(ticket.key, THREAD), attachmentViews(records, ticket)])
  const texts = new Map(thread.filter(({ state }) => state !== 'erased').map(({ id, text }) => [id, text]))
  const words = ticket.turns.map(({ by, at, comment = '', excerpt, deleted }): Word => {
    const text = deleted ? undefined : (texts.get(comment) ?? excerpt)
    return { by, at, ...(text !== undefined && { text: told(text) }) }
  })
  const leg = legClock(ticket, dispatch.id)
  const allows = (command: Command) => allowed(ticket, command, { now, rules: desk.rules() })
  const by = { actor, id: ASKING_KEY, dispatch: dispatch.id }
  return {
    ...of,
    words,
    files: files.filter(file => showsFile(of, file)).map(file => ({ ...file, fileName: told(file.fileName) })),
    ...(leg && { leg }),
    may: {
      sign: allows({ type: 'dispatch.sign', ...by }),
      return: allows({ type: 'dispatch.return', ...by, text: SOME }),
      bounce: allows({ type: 'dispatch.bounce', ...by, grounds: SOME, proposes: SOME })
    },
    bounceUntil: dispatch.dispatchedAt + policyAt(desk.rules(), now).bounce.within,
    others: map
      .now()
      .departments.map(({ name }) => name)
      .filter(name => name !== dispatch.department),
    accountName: accounts(ticket.platform, ticket.account)?.name ?? '',
    now
  }
}

function allowed(ticket: Ticket, command: Command, at: Pick<Parameters<typeof decide>[2], 'now' | 'rules'>): boolean {
  try {
    return decide(ticket, command, { id: ticket.id, ...at, asking: true }).events.length > 0
  } catch (error) {
    if (error instanceof HuiyinError) return false
    throw error
  }
}
