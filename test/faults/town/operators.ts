import { setTimeout as sleep } from 'node:timers/promises'
import type { TicketView } from '@huiyin/schemas/api.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import { LI, type Person, personOf, WANG, ZHAO } from './people.ts'

/** A reply that somebody wrote; `let go`: the house has told them that it will leave. */
export interface Intended {
  ticket: string
  text: string
  isLetGo: boolean
  reply?: string
}

export interface Operators {
  intended: readonly Intended[]
  /** Refusals by code. */
  refusals: ReadonlyMap<string, number>
  work: (everyMs: number) => Promise<void>
}

const TRIES = 3
const path = (id: string) => `/tickets/${encodeURIComponent(id)}`

/** Three people who answer what is open: one writes, another reads, the head lets go what is important. */
export function openOperators(
  urls: readonly string[],
  { random, signal }: { random: Random; signal: AbortSignal }
): Operators {
  const intended: Intended[] = []
  const refusals = new Map<string, number>()
  const [li, wang, zhao] = [LI, WANG, ZHAO].map(actor => personOf(actor, urls, signal)) as [Person, Person, Person]
  const tried = new Set<string>()

  const refused = (body: { code?: string } | undefined) => {
    const code = body?.code ?? 'none'
    refusals.set(code, (refusals.get(code) ?? 0) + 1)
  }

  /** Undefined: nobody may, or the citizen spoke meanwhile. */
  async function drafted(ticket: string, text: string, key: string): Promise<TicketView | undefined> {
    for (let n = 0; n < TRIES; n++) {
      const seen = await li('GET', path(ticket))
      if (seen.status !== 200) return refused(seen.body) as undefined
      const headers = { 'if-match': String(seen.body.lastTurn), 'idempotency-key': `${key}-draft-${n}` }
      const said = await li('POST', `${path(ticket)}/replies`, { text, kind: 'final' }, headers)
      if (said.status === 200) return said.body
      refused(said.body)
      if (said.status !== 409) return undefined
    }
    return undefined
  }

  async function answer(ticket: string): Promise<void> {
    const n = intended.length + 1
    const key = `t${n}`
    const one: Intended = {
      ticket,
      text: `您好，您反映的情况已经收到（${key}号），我们会尽快核实处理，感谢您的关注。`,
      isLetGo: false
    }
    intended.push(one)
    const view = await drafted(ticket, one.text, key)
    const reply = view?.replies.find(({ text }) => text === one.text)
    if (!reply) return
    one.reply = reply.id
    const step = async (who: Person, what: string) => {
      const said = await who(
        'POST',
        `${path(ticket)}/replies/${reply.id}/${what}`,
        { hash: reply.hash },
        { 'idempotency-key': `${key}-${what}` }
      )
      if (said.status !== 200) refused(said.body)
      return (said.body?.replies as TicketView['replies'] | undefined)?.find(({ id }) => id === reply.id)?.state
    }
    let state = await step(wang, 'review')
    if (state === 'reviewed') state = await step(zhao, 'approve')
    one.isLetGo = state !== undefined && LET_GO.has(state)
  }

  async function next(): Promise<string | undefined> {
    const { status, body } = await li('GET', `/tickets?status=open&sort=newest&atMost=100`)
    if (status !== 200) return refused(body) as undefined
    const rows = (body.rows as { id: string }[]).filter(({ id }) => !tried.has(id))
    if (rows.length === 0) return undefined
    const { id } = pick(random, rows)
    tried.add(id)
    return id
  }

  return {
    intended,
    refusals,
    async work(everyMs) {
      try {
        while (!signal.aborted) {
          const ticket = await next()
          if (ticket) await answer(ticket)
          await sleep(everyMs, undefined, { signal })
        }
      } catch (error) {
        if (!signal.aborted) throw error
      }
    }
  }
}

const LET_GO: ReadonlySet<string> = new Set(['approved', 'sending', 'sent', 'confirmed'])
