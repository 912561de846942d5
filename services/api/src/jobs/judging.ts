import { outcomeOf, sawOf, type Taking, takeSteps } from '@huiyin/domain/bulk/steps.ts'
import { type HuiyinError, ticketNotFound } from '@huiyin/domain/errors.ts'
import { ticketNumber } from '@huiyin/domain/ids.ts'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import type { DryRun, JobExample } from '@huiyin/schemas/api-jobs.ts'
import { JOB_LIMITS } from '@huiyin/schemas/bulk.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { ASKING_KEY } from '../asking-key.ts'
import { toldOf } from '../masking.ts'
import { excerptOf } from '../views.ts'
import type { Chosen } from './chosen.ts'

const EXAMPLES = 5

type Judgement = Omit<DryRun, 'list' | 'expiresAt' | 'total'>

/** What would become of tickets, one after the other; nothing of it is kept. The first 20,000 are judged. */
export function openJudging({ clock, rules }: Desk, taking: Pick<Taking, 'steps' | 'actor' | 'people'>) {
  const judgement: Judgement = {
    ...{ judged: 0, changed: 0, unchanged: 0, refused: 0, why: [] },
    examples: { changed: [], unchanged: [], refused: [] }
  }
  const why = new Map<string, number>()

  function judge(ticket: Ticket) {
    const of = { ...taking, saw: sawOf(ticket), idOf: (step: number) => `${ASKING_KEY} ${step}` }
    const taken = takeSteps(ticket, of, { now: clock.now(), rules: rules(), asking: true })
    return { outcome: outcomeOf(taken), error: taken.refused?.error }
  }

  return {
    add({ id, ticket }: Chosen): void {
      if (judgement.judged >= JOB_LIMITS.judged) return
      const { outcome, error } = ticket ? judge(ticket) : { outcome: 'refused' as const, error: ticketNotFound(id) }
      judgement.judged += 1
      judgement[outcome] += 1
      if (error) why.set(error.code, (why.get(error.code) ?? 0) + 1)
      const examples = judgement.examples[outcome]
      if (examples.length < EXAMPLES) examples.push(exampleOf({ id, ...(ticket && { ticket }) }, error))
    },
    result: (): Judgement => ({
      ...judgement,
      why: Array.from(why, ([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)
    })
  }

  /** Of what somebody may not read nothing is said but what they named themselves. */
  function exampleOf({ id, ticket }: Chosen, error: HuiyinError | undefined): JobExample {
    const { actor } = taking
    const isRead = ticket && mayDo(actor, 'ticket.read', ofTicket(ticket))
    const said = isRead ? toldOf({ excerpt: excerptOf(ticket) }, ticket, actor) : { excerpt: '' }
    const reason = error && { code: error.code, message: error.message }
    return { ticket: id, number: ticketNumber(id), ...said, ...reason }
  }
}
