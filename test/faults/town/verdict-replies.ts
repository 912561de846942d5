import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Judged } from './verdict.ts'

/** What was let go stands at its platform once, and its ticket says so; what was not stands there once at most. */
export function judgeReplies({ simulator, operators }: Judged, tickets: readonly Ticket[]): string[] {
  const { world } = simulator
  const ours = world.offices.flatMap(({ platform, id }) => world.under(platform, id).filter(({ author }) => !author))
  const byId = new Map(tickets.map(ticket => [ticket.id, ticket]))
  const known = operators.intended.map(({ text }) => text)
  const wrong = ours
    .filter(({ text }) => !known.some(one => text.endsWith(one)))
    .map(({ text }) => `nobody wrote: ${text}`)
  for (const one of operators.intended) {
    const ticket = byId.get(one.ticket)
    const replies = ticket?.replies.filter(({ text }) => text === one.text) ?? []
    const times = ours.filter(({ text }) => text.endsWith(one.text)).length
    const states = replies.map(({ state }) => state).join(', ') || 'not in its ticket'
    const told = `reply ${one.text.slice(13, 24)} of ${ticket?.number}: ${states}, at the platform ${times} times`
    if (replies.length > 1 || times > 1) wrong.push(told)
    else if (one.isLetGo && (times !== 1 || states !== 'confirmed')) wrong.push(told)
    else if (times === 1 && states !== 'confirmed') wrong.push(told)
  }
  return wrong
}

/** Those that have still to leave or to be read back. */
export const underWay = (tickets: readonly Ticket[]): string[] =>
  tickets.flatMap(({ number, replies }) =>
    replies.flatMap(({ state }) => (UNDER_WAY.has(state) ? [`${number} ${state}`] : []))
  )

export const UNDER_WAY: ReadonlySet<string> = new Set(['approved', 'sending', 'sent'])
