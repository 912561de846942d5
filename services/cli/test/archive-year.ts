import type { House } from '@huiyin/adapters/house.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { comment, HOUR, reply, runningUntil, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { keepFile } from '@huiyin/ports/file-uses.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** What an office did in 2025, small enough to be counted by hand. */

export const DAY = 24 * HOUR
export const NEW_YEAR = Date.parse('2025-01-01T00:00:00+08:00')
const LI = { id: 'li', name: '李静', role: 'editor' }
const ZHAO = { id: 'zhao', name: '赵科长', role: 'head' }

/** What no folder may hold as it stands. */
export const PHONE = '13812345678'
export const CITIZEN = '城南居民'

export const YEAR = { replies: 40, unanswered: 3, late: 5, posts: 3 }

const citizen = (n: number) => ({ id: `u${n}`, name: CITIZEN })
const idOf = (n: number) =>
  ticketId({ platform: 'weibo', account: '1001', post: 'p1', root: `c${n}`, comment: `c${n}`, author: { id: `u${n}` } })

/** The n-th ticket of the year, answered `after` ms, or not. */
function answered(n: number, openedAt: number, after?: number): Ticket {
  const at = openedAt + (after ?? 0)
  const words = n === 1 ? '=HYPERLINK("http://x") <script>alert(1)</script>' : `第${n}件，请回电${PHONE}`
  const dueAt = openedAt + DAY
  const clock = runningUntil(dueAt, openedAt)
  const outcome = at <= dueAt ? ('met' as const) : ('missed_answered_late' as const)
  return ticket({
    ...{ id: idOf(n), root: `c${n}`, openedAt, citizen: citizen(n), status: after === undefined ? 'open' : 'answered' },
    says: words,
    turns: [{ n: 1, by: 'citizen', comment: `c${n}`, at: openedAt, excerpt: words }],
    clocks: [after === undefined ? clock : { ...clock, stoppedAt: at, outcome }],
    replies:
      after === undefined
        ? []
        : [
            {
              ...reply(`r${n}`, 'confirmed'),
              ...{ text: `您好，第${n}件已办理，联系电话${PHONE}`, author: LI, reviewedBy: ZHAO },
              to: { comment: `c${n}`, native: `c${n}`, publishedAt: openedAt },
              ...{ sentAt: at, acceptedAt: at, confirmedAt: at + 60_000, native: `n${n}` }
            },
            { ...reply(`d${n}`, 'drafted'), text: '草稿不归档' }
          ]
  })
}

export function ticketsOfYear(): Ticket[] {
  const opened = (n: number) => NEW_YEAR + n * DAY
  const on = (n: number) => answered(n, opened(n), n <= YEAR.late ? 2 * DAY : 2 * HOUR)
  return [
    ...Array.from({ length: YEAR.replies }, (_, i) => on(i + 1)),
    ...Array.from({ length: YEAR.unanswered }, (_, i) => answered(500 + i, opened(200 + i))),
    answered(900, NEW_YEAR - 2 * DAY, 2 * HOUR), // replied in 2024
    answered(901, opened(364), 3 * DAY) // replied in 2026
  ]
}

/** Fills a house with it, its comments, posts, a report and a training. */
export async function fillYear({ store, files, accounts }: House): Promise<void> {
  const { records, tickets, comments } = store
  const by = { id: 'cli', name: 'cli', role: 'system' }
  const account = { platform: 'weibo' as const, id: '1001', name: '云溪发布', since: NEW_YEAR }
  await accounts.add({ ...account, credentials: {}, paused: true }, { by }, { withoutCredentials: true })
  for (const document of ticketsOfYear()) await tickets.putEach([{ document }])
  for (let n = 1; n <= YEAR.replies; n++) {
    const publishedAt = NEW_YEAR + n * DAY + 2 * HOUR
    const root = `c${n}`
    const ours = comment({
      root,
      comment: `n${n}`,
      ours: true,
      author: { name: '云溪发布' },
      publishedAt,
      text: '已办理'
    })
    const { classification: _, ...document } = ours
    const asked = comment({ root, comment: root, author: citizen(n), publishedAt: publishedAt - HOUR })
    await comments.putEach([{ document }, { document: asked }])
  }
  const post = (n: number, at: number) => ({
    ...{ id: `weibo/1001/p${n}`, platform: 'weibo', account: '1001', post: `p${n}`, title: `第${n}篇` },
    ...{ publishedAt: at, foundAt: at, source: 'poll', looks: [] }
  })
  for (const [i, day] of [0, 10, 40].entries()) {
    const value = post(i, NEW_YEAR + day * DAY)
    await records.create('post', { id: value.id, value })
  }
  const { sha256, bytes } = await keepFile({ files, records }, [Buffer.from('周报的内容')], { user: 'r', atMost: 1000 })
  const file = { format: 'docx', name: '第1期 周报.docx', type: 'x', sha256, bytes }
  const period = { kind: 'weekly', name: '2025-W02', from: NEW_YEAR, to: NEW_YEAR + 7 * DAY }
  const report = {
    ...{ id: 'weekly/2025-W02', kind: 'weekly', period, title: '舆情监测周报', number: '舆监〔2025〕第1期' },
    ...{ revision: 1, madeAt: NEW_YEAR + 8 * DAY, by: LI, files: [file], letters: [] }
  }
  await records.create('report', { id: report.id, value: report })
  await Promise.all([records.refresh(), tickets.refresh(), comments.refresh()])
}
