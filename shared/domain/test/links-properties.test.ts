import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import type { Command } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { partedNews } from '../src/links/news.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { arrived, DESK, HOUR, judged, MINUTE, NINE, URGENT } from './fixtures.ts'
import { at, merging, opened, running, splitting, spoken, told } from './links-fixtures.ts'

const elder = opened('1', NINE)

type Step = 'merge' | 'split' | 'says' | 'cries' | 'deleted' | 'answered'
const STEPS: readonly Step[] = ['merge', 'split', 'says', 'cries', 'deleted', 'answered']

/** What a younger ticket goes through, a minute each, and what it tells the elder after every step. */
function lived(steps: readonly Step[]): { younger: Ticket; news: Command[] } {
  let younger = opened('2', NINE + HOUR)
  const news: Command[] = []
  for (const [i, step] of steps.entries()) {
    const now = NINE + HOUR + (i + 2) * MINUTE
    const command = commandOf(younger, step, i, now)
    if (!command) continue
    const { ticket, events } = decide(younger, command, { id: younger.id, now, rules: DEFAULT_RULES })
    younger = ticket!
    const split = events.find(({ type }) => type === 'ticket.split')
    if (split) news.push(partedNews(split, DESK))
    else if (younger.status === 'merged') news.push(told(younger))
  }
  return { younger, news }
}

function commandOf(younger: Ticket, step: Step, i: number, now: number): Command | undefined {
  const seen = spoken('2', now, `2-${i}`)
  const last = younger.owed.at(-1)
  switch (step) {
    case 'merge':
      return younger.status === 'merged' ? undefined : merging(younger, elder, `merge-${i}`)
    case 'split':
      return younger.status === 'merged' ? splitting(younger, `split-${i}`) : undefined
    case 'says':
      return arrived(seen)
    case 'cries':
      return arrived(seen, { ...URGENT, label: 'inquiry' })
    case 'deleted':
      return (
        last && arrived({ ...spoken('2', last.publishedAt, last.native), observedAt: now, deleted: true }, judged())
      )
    case 'answered':
      return arrived({ ...seen, ours: true, parent: '2' })
  }
}

const LATER = NINE + 2 * HOUR
const heard = (news: readonly Command[]): Ticket => at(elder, LATER, ...news)

/** How the elder stands, whatever way it came there. */
function standing(ticket: Ticket) {
  const clock = running(ticket).find(({ kind }) => kind === 'first' || kind === 'next')
  return {
    status: ticket.status,
    owed: ticket.owed,
    absorbed: ticket.absorbed ?? [],
    startedAt: clock?.startedAt,
    dueAt: clock?.dueAt
  }
}

const steps = fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 12 })

t.test('news of a younger ticket, in any order and doubled, ends in the same elder', async t => {
  const property = fc.property(steps, fc.infiniteStream(fc.nat()), (steps, order) => {
    const { news } = lived(steps)
    const shuffled = [...news, ...news].map(one => ({ one, at: order.next().value! })).toSorted((a, b) => a.at - b.at)
    t.same(standing(heard(shuffled.map(({ one }) => one))), standing(heard(news)))
  })
  fc.assert(property, { numRuns: 150 })
})

t.test(
  'R26: the elder owes what is owed to both, each once, with the earliest start and the strictest due time',
  async t => {
    const property = fc.property(steps, steps => {
      const { younger, news } = lived(steps)
      const both = heard(news)
      const theirs = younger.status === 'merged' ? younger.owed : []
      const comments = (owed: Ticket['owed']) => owed.map(({ comment }) => comment).sort()
      t.same(comments(both.owed), comments([...elder.owed, ...theirs]))
      const { startedAt, dueAt } = standing(both)
      const dueOf = ({ publishedAt, urgent }: Ticket['owed'][number]) => publishedAt + (urgent ? 1 : 24) * HOUR
      t.equal(startedAt, Math.min(...both.owed.map(({ publishedAt }) => publishedAt)))
      t.ok(dueAt !== undefined && dueAt <= Math.min(...both.owed.map(dueOf)))
    })
    fc.assert(property, { numRuns: 150 })
  }
)

t.test('a merged ticket has no running clock, and one that was split owes what it owed', async t => {
  const property = fc.property(steps, steps => {
    const { younger } = lived(steps)
    const clocks = running(younger).filter(({ kind }) => kind === 'first' || kind === 'next')
    const waits = younger.status !== 'merged' && younger.owed.length > 0
    t.equal(clocks.length, waits ? 1 : 0)
    if (waits) t.equal(clocks[0]!.startedAt, Math.min(...younger.owed.map(({ publishedAt }) => publishedAt)))
  })
  fc.assert(property, { numRuns: 150 })
})
