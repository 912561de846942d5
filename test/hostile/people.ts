import type { House } from '@huiyin/adapters/house.ts'
import type { Command } from '@huiyin/domain/commands.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { approveReply, draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { act } from '@huiyin/ports/act.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Control } from '@huiyin/simulator/control.ts'
import type { Random } from '@huiyin/simulator/random.ts'
import type { PlatformKind } from '@huiyin/simulator/things.ts'
import type { Citizens } from './citizens.ts'
import { BEGINNING, HOUR, MINUTE } from './time.ts'

const LI = { id: 'li', name: '李静', role: 'operator' } as const
const WANG = { id: 'wang', name: '王敏', role: 'operator' } as const
const HEAD = { id: 'zhao', name: '赵宏', role: 'head' } as const
/** Of the replies so many are put anew where only one may stand; to so many the citizen says something. */
const SHARES = { again: 0.3, thanks: 0.3 } as const
const AT_MOST = 60

/** A reply that was let go, and what has come of it. */
export interface Let {
  ticket: string
  reply: string
  text: string
  platform: PlatformKind
  account: string
  at: number
}

/** People who answer tickets. */
export interface People {
  act: (now: number) => Promise<void>
  replies: readonly Let[]
}

export interface PeopleOptions {
  accounts: readonly Account[]
  replies: number
  hours: number
  /** Posts that will be taken down: no answer is given there. */
  leaves: ReadonlySet<string>
  random: Random
}

export function openPeople(
  { store, desk }: House,
  { control, citizens }: { control: Control; citizens: Citizens },
  { accounts, replies, hours, leaves, random }: PeopleOptions
): People {
  const let_: Let[] = []
  const waiting: Let[] = []
  let turn = 0

  const does = (ticket: string, command: Command) => act(desk, ticket, command)

  async function answer(ticket: Ticket, now: number): Promise<void> {
    const key = `r${let_.length + 1}`
    const text = `您好，您反映的情况我们正在核实，请留意后续答复。（${key}）`
    const drafted = await does(
      ticket.id,
      draftReply({ actor: LI, id: `${key} draft`, seen: ticket.lastTurn, text, kind: 'interim' })
    )
    const { id: reply, hash, to } = drafted.replies.at(-1)!
    const reviewed = await does(ticket.id, reviewReply({ actor: WANG, id: `${key} review`, reply, hash }))
    if (reviewed.replies.at(-1)?.state === 'reviewed')
      await does(ticket.id, approveReply({ actor: HEAD, id: `${key} approve`, reply, hash }))
    citizens.protect(to.comment)
    const platform = ticket.platform as PlatformKind
    const one = { ticket: ticket.id, reply, text, platform, account: ticket.account, at: now }
    let_.push(one)
    waiting.push(one)
  }

  async function answerOne(now: number): Promise<void> {
    for (let tries = 0; tries < accounts.length; tries++) {
      const { platform, id } = accounts[turn++ % accounts.length]!
      const query = { platform: [platform], account: [id], status: ['open'] as const }
      const { rows } = await store.tickets.search({ ...query, sort: 'newest', atMost: AT_MOST })
      const ticket = rows.find(one => mayAnswer(one, citizens) && !leaves.has(one.post))
      if (ticket) return answer(ticket, now)
    }
  }

  /** What has arrived is looked at: the citizen says something to it, or it is said anew where it cannot be said again. */
  async function follow(one: Let, now: number): Promise<boolean> {
    const ticket = (await store.tickets.get(one.ticket))?.document
    const reply = ticket?.replies.find(({ id }) => id === one.reply)
    if (!ticket || reply?.state !== 'confirmed') return false
    if (one.platform === 'wechat') {
      if (random() < SHARES.again && ticket.status === 'handling') await answer(ticket, now)
    } else if (random() < SHARES.thanks) thank(ticket, reply, now)
    return true
  }

  function thank(ticket: Ticket, { native }: Reply, now: number): void {
    const { platform, account, post, citizen } = ticket
    if (native === undefined || !control.people.some(({ id }) => id === citizen.id)) return
    const where = { platform: platform as PlatformKind, account, post, parent: native }
    control.postComment({ ...where, text: `收到，谢谢 ${native.slice(-6)}`, as: citizen.id!, publishedAt: now })
  }

  async function refusing(work: Promise<void>): Promise<void> {
    await work.catch(error => {
      if (!(error instanceof HuiyinError)) throw error // somebody was faster, or the case is closed
    })
  }

  return {
    replies: let_,
    act: async now => {
      const share = Math.min(1, (now - BEGINNING - 5 * MINUTE) / (hours * HOUR - 10 * MINUTE))
      const firsts = let_.length
      for (let i = firsts; i < Math.floor(share * replies); i++) await refusing(answerOne(now))
      for (const one of waiting.splice(0)) {
        const done = now > BEGINNING + hours * HOUR || (await follow(one, now).catch(() => true))
        if (!done) waiting.push(one)
      }
    }
  }
}

const mayAnswer = ({ owed, lock, replies }: Ticket, citizens: Citizens): boolean =>
  replies.length === 0 &&
  lock === undefined &&
  owed.length > 0 &&
  !owed.some(({ comment }) => citizens.isDoomed(comment))
