import type { Store } from '@huiyin/adapters/open.ts'
import { dispatch, returnDispatch, signDispatch } from '@huiyin/domain/cases/commands.ts'
import { type Command, commentArrived } from '@huiyin/domain/commands.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { postId, ticketId } from '@huiyin/domain/ids.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { assign } from '@huiyin/domain/work/commands.ts'
import type { MakingPorts } from '@huiyin/ports/appraisal/making.ts'
import { classification, comment, HOUR } from '@huiyin/ports/contracts/fixtures.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** A year of a small office: what citizens asked, when it was answered, what departments did, and what was published. */

export const DAY = 24 * HOUR
export const NEW_YEAR = Date.parse('2026-01-01T00:00:00+08:00')
export const ACCOUNTS: readonly PublicAccount[] = [
  { platform: 'weibo', id: '1001', name: '云溪发布', since: 0, responsible: '李敏' },
  { platform: 'wechat', id: 'gh_2', name: '云溪微讯', since: 0 }
]
export const LI: Actor = { id: 'li', name: '李敏', role: 'editor' }
export const SUN: Actor = { id: 'sun', name: '孙工', role: 'handler', department: '水务局' }
export const ZHAO: Actor = { id: 'zhao', name: '赵宏', role: 'head' }
export const QIAN: Actor = { id: 'qian', name: '钱进', role: 'head' }
const PEOPLE = [LI, SUN, ZHAO, QIAN]

/** What happened in one case, as the plan of the year says. */
export interface Case {
  n: number
  account: PublicAccount
  at: number
  /** Hours until the office answered; absent: never. */
  answeredAfter?: number
  assigned: boolean
  department?: string
  /** Of one that tells no result: whether it signed for the case. */
  signed?: boolean
  /** Days until the department told a result; absent: never. */
  returnedAfter?: number
}

/** The same numbers for the same seed. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export function planYear(cases: number, seed = 7): Case[] {
  const die = dice(seed)
  return Array.from({ length: cases }, (_, n) => {
    const at = NEW_YEAR + 8 * DAY + die(340) * DAY + die(24) * HOUR
    const [silent, sent, never] = [die(10) === 0, die(3) === 0, die(5) === 0]
    return {
      ...{ n, account: ACCOUNTS[die(2)]!, at, assigned: die(2) === 0 },
      ...(!silent && { answeredAfter: 1 + die(40) }),
      ...(sent && { department: die(2) === 0 ? '水务局' : '住建局' }),
      ...(sent && !never && { returnedAfter: 1 + die(20) }),
      ...(sent && never && { signed: die(2) === 0 })
    }
  })
}

const said = ({ n, account: { platform, id: account } }: Case, of: Partial<StoredComment>): StoredComment =>
  comment({ platform, account, post: 'p1', root: `c${n}`, author: { id: `u${n}`, name: '网友' }, ...of })

const observed = ({
  firstText: _,
  firstObservedAt: __,
  state: ___,
  classification: ____,
  ...observation
}: StoredComment) => observation

/** The ticket of a case, through the decisions of the house. */
export function ticketOf(one: Case): Ticket {
  const { n, at, answeredAfter, assigned, department, signed, returnedAfter } = one
  const asked = said(one, { comment: `c${n}`, publishedAt: at })
  const id = ticketId(asked)
  const steps: [at: number, command: (ticket: Ticket | undefined) => Command][] = [
    [
      at + 60_000,
      () =>
        commentArrived(
          system('desk'),
          observed(asked),
          classification({ label: department === undefined ? 'inquiry' : 'complaint' })
        )
    ]
  ]
  if (assigned) steps.push([at + 120_000, () => assign({ actor: ZHAO, id: `a${n}`, to: { id: LI.id, name: LI.name } })])
  if (department !== undefined) {
    const by = { actor: ZHAO, id: `d${n}` }
    steps.push([at + 180_000, ticket => dispatch({ ...by, seen: ticket!.lastTurn, department, request: '请办理' })])
    const handler = department === SUN.department ? SUN : { ...SUN, id: 'other', name: '住建', department }
    const of = (ticket: Ticket | undefined) => ({ actor: handler, dispatch: ticket!.dispatches[0]!.id })
    if (signed) steps.push([at + HOUR / 2, ticket => signDispatch({ ...of(ticket), id: `s${n}` })])
    if (returnedAfter !== undefined) {
      const done = at + returnedAfter * DAY
      steps.push([done - HOUR, ticket => signDispatch({ ...of(ticket), id: `s${n}` })])
      steps.push([done, ticket => returnDispatch({ ...of(ticket), id: `r${n}`, text: '已处理' })])
    }
  }
  if (answeredAfter !== undefined) {
    const when = at + answeredAfter * HOUR
    const reply = said(one, {
      comment: `o${n}`,
      parent: `c${n}`,
      ours: true,
      publishedAt: when,
      author: { id: '1001' }
    })
    steps.push([when + 60_000, () => commentArrived(system('desk'), observed(reply))])
  }
  const inOrder = steps.sort(([a], [b]) => a - b)
  return inOrder.reduce<Ticket | undefined>(
    (ticket, [now, command]) => decide(ticket, command(ticket), { id, now, rules: DEFAULT_RULES }).ticket,
    undefined
  )!
}

/** A post every third day by the first account, one a week by the second, whose likes its platform does not tell. */
export function postsOfYear(): Post[] {
  const of = (account: PublicAccount, every: number, likes: boolean) =>
    Array.from({ length: Math.floor(360 / every) }, (_, n): Post => {
      const publishedAt = NEW_YEAR + n * every * DAY + 9 * HOUR
      const counts = { reads: 100 * n, ...(likes && { likes: n }), comments: n % 7, at: publishedAt + DAY }
      const { platform, id } = account
      return {
        ...{ id: postId(account, `p${n}`), platform, account: id, post: `p${n}`, title: `第${n}篇` },
        ...{ publishedAt, foundAt: publishedAt, source: 'poll', looks: [], counts }
      }
    })
  return [...of(ACCOUNTS[0]!, 3, true), ...of(ACCOUNTS[1]!, 7, false)]
}

/** Everything stands in the store. */
export async function live(store: Store, tickets: readonly Ticket[], posts: readonly Post[]): Promise<void> {
  for (let i = 0; i < tickets.length; i += 200)
    await store.tickets.putEach(
      tickets.slice(i, i + 200).map(document => ({ document: { ...document, unpublished: [] } }))
    )
  await store.records.createEach(
    'post',
    posts.map(value => ({ id: value.id, value }))
  )
  for (const actor of PEOPLE) await store.records.create('person', { id: actor.id, value: { actor } })
}

/** The ports of an office whose clock stands; what it tells is kept. */
export function making(store: Store, now: { at: number }) {
  const told: { subject: string; type: string; data?: object }[] = []
  const ports: MakingPorts & { rules: () => typeof DEFAULT_RULES } = {
    records: store.records,
    tickets: store.tickets,
    clock: { now: () => now.at },
    tell: async (subject, { type, data }) => void told.push({ subject, type, ...(data && { data }) }),
    accounts: () => ACCOUNTS,
    departments: () => ['水务局', '住建局'],
    rules: () => DEFAULT_RULES
  }
  return { ports, told }
}
