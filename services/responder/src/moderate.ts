import { randomUUID } from 'node:crypto'
import { act } from '@huiyin/ports/act.ts'
import type { ActOutcome } from '@huiyin/ports/platform.ts'
import { spendingOn } from '@huiyin/ports/spending.ts'
import type { Moderation, Ticket, Trouble } from '@huiyin/schemas/ticket.ts'
import { ask, later } from './ask.ts'
import { troubleOf } from './meaning.ts'
import { type Office, RESPONDER, stillHolds } from './office.ts'
import { targetOf } from './send.ts'

const MINUTE = 60_000
/** So often a comment that the platform says it removed, and shows all the same, is asked to be removed. */
const TRIES = 5

type Why = { code: string; message: string; why: Trouble }

/** Has the platform do what people decided about a citizen's comment: claimed before, looked at after. */
export async function moderate(office: Office, ticket: Ticket, one: Moderation): Promise<void> {
  const { desk } = office.ports
  if (!(await stillHolds(office))) return
  const token = randomUUID()
  const claimed = await act(desk, ticket.id, {
    type: 'moderation.sending',
    actor: RESPONDER,
    moderation: one.id,
    token
  })
  const mine = claimed.moderation?.find(({ id }) => id === one.id)
  if (mine?.claim?.token !== token || !(await stillHolds(office))) return // made again when the claim has run out
  const asked = await ask(office, () => doIt(office, ticket, mine))
  if (asked.outcome === 'refused') return failed(office, ticket, mine, asked)
  if (asked.outcome === 'waits') return postponed(office, ticket, mine, asked.wait, asked.wait.until)
  const { value: acted } = asked
  if (acted.outcome === 'refused') {
    const why = troubleOf(office.of.platform, acted.code, 'refused')
    return failed(office, ticket, mine, { ...acted, why })
  }
  if (acted.outcome === 'later') {
    const { code, message, retryAfterMs: after } = acted
    const wait = later(office, { code, message, why: 'platform-away', after })
    return postponed(office, ticket, mine, wait, wait.until)
  }
  if (acted.outcome === 'unknown') return
  if (one.kind === 'remove' && (await isThere(office, ticket, mine))) return insist(office, ticket, mine)
  await act(desk, ticket.id, { type: 'moderation.done', ...of(mine) })
}

const of = ({ id: moderation, attempt }: Moderation) => ({ actor: RESPONDER, moderation, attempt })

async function doIt({ platform }: Office, ticket: Ticket, one: Moderation): Promise<ActOutcome> {
  const to = targetOf(ticket, one.native)
  const { deleteComment, elect } = platform
  if (one.kind === 'remove' && deleteComment) return deleteComment(to)
  if (one.kind === 'elect' && elect) return elect(to, one.elected ?? true)
  return { outcome: 'refused', code: 'CANNOT', message: 'This platform cannot do it from outside; do it there' }
}

/** Looked up where the platform can be asked; where it cannot, its word counts. */
async function isThere(office: Office, ticket: Ticket, { native }: Moderation): Promise<boolean> {
  const { platform } = office
  const to = targetOf(ticket, native)
  const looked = await ask(office, () =>
    spendingOn('read-back', async () => {
      if (platform.lookUp) return (await platform.lookUp([to]))[0]?.outcome === 'there'
      if (!platform.capabilities.readBack) return false
      return (await platform.readBack(to, { text: '' })).outcome !== 'gone'
    })
  )
  return looked.outcome === 'answered' && looked.value
}

const STILL_THERE: Why = {
  code: 'STILL_THERE',
  message: 'The platform says that it removed the comment, and shows it all the same',
  why: 'refused'
}

const insist = (office: Office, ticket: Ticket, one: Moderation) =>
  one.attempt >= TRIES
    ? failed(office, ticket, one, STILL_THERE)
    : postponed(office, ticket, one, STILL_THERE, office.ports.desk.clock.now() + one.attempt * MINUTE)

async function postponed({ ports }: Office, ticket: Ticket, one: Moderation, why: Why, retryAt: number) {
  const { code, message } = why
  await act(ports.desk, ticket.id, { type: 'moderation.postponed', ...of(one), code, message, why: why.why, retryAt })
}

async function failed({ ports }: Office, ticket: Ticket, one: Moderation, { code, message, why }: Why) {
  ports.logger.warn({ ticket: ticket.number, code }, 'the platform did not do what was decided about a comment')
  await act(ports.desk, ticket.id, { type: 'moderation.failed', ...of(one), code, message, why })
}
