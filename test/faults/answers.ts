import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

const LI = { id: 'li', name: '李静', role: 'operator' } as const
const WANG = { id: 'wang', name: '王敏', role: 'operator' } as const
const HEAD = { id: 'zhao', name: '赵宏', role: 'head' } as const

/** A reply that people have let go. */
export interface Approved {
  ticket: string
  reply: string
  text: string
}

const LOOK_EVERY = 2_000
const AT_ONCE = 500

interface Wanted {
  count: number
  /** How many may be let go by now. */
  due: () => number
  /** Whether the comments with these ids may be answered. */
  mayAnswer: (comments: readonly string[]) => boolean
}

/** Writes, reviews and approves a reply to one open ticket after the other. */
export async function answerSome(house: House, { count, due, mayAnswer }: Wanted): Promise<Approved[]> {
  const { tickets } = house.store
  const approved: Approved[] = []
  const tried = new Set<string>()
  while (approved.length < count) {
    await tickets.refresh()
    const { rows } = await tickets.search({ status: ['open', 'handling'], sort: 'newest', atMost: AT_ONCE })
    const answerable = rows.filter(
      ({ id, owed, replies }) =>
        !tried.has(id) && replies.length === 0 && owed.length > 0 && mayAnswer(owed.map(({ comment }) => comment))
    )
    for (const ticket of answerable.slice(0, Math.min(count, due()) - approved.length)) {
      tried.add(ticket.id)
      const one = await answer(house, ticket, approved.length + 1)
      if (one) approved.push(one)
    }
    await sleep(LOOK_EVERY)
  }
  return approved
}

/** Undefined: the house does not let this one go, or the citizen spoke meanwhile. */
async function answer({ desk }: House, ticket: Ticket, n: number): Promise<Approved | undefined> {
  const { id, lastTurn: seen } = ticket
  const text = `您好，您反映的情况已经收到（第${n}号），我们会尽快核实处理。`
  const key = (what: string) => `${what} ${id} ${n}`
  try {
    const drafted = await act(desk, id, draftReply({ actor: LI, id: key('draft'), seen, text, kind: 'final' }))
    const { id: reply, hash } = drafted.replies.at(-1)!
    const reviewed = await act(desk, id, reviewReply({ actor: WANG, id: key('review'), reply, hash }))
    if (reviewed.replies.find(one => one.id === reply)?.state === 'reviewed')
      await act(desk, id, { type: 'reply.approve', actor: HEAD, id: key('approve'), reply, hash })
    return { ticket: id, reply, text }
  } catch (error) {
    if (error instanceof HuiyinError) return undefined
    throw error
  }
}
