import { pick, type Random, seeded } from '@huiyin/simulator/random.ts'
import { GREETINGS, PRAISE, SPAM, TAILS } from './everyday.ts'
import { ACCOUNTS, DAY, HOUR, type MonthOptions, type OfficeAccount, type Saying } from './options.ts'
import { isWorked } from './rhythm.ts'

interface Wave {
  texts: readonly string[]
  from: number
  lasts: number
  count: number
  accounts: readonly OfficeAccount[]
  people: number
}

/** What comes in masses and is nothing to worry about: a popular post, selling, a holiday, what comes each day. */
export function decoys({ seed, comments, days, from }: MonthOptions): Saying[] {
  const random = seeded(seed * 104_729 + 3)
  const size = comments / 300_000
  const on = (day: number) => from + Math.floor(day * (days / 30)) * DAY
  const waves: Wave[] = [
    {
      texts: PRAISE,
      from: on(9) + 19 * HOUR,
      lasts: 20 * HOUR,
      count: 2_500 * size,
      accounts: ACCOUNTS.slice(0, 1),
      people: 2_000
    },
    {
      texts: SPAM,
      from: on(14) + 11 * HOUR,
      lasts: 8 * HOUR,
      count: 500 * size,
      accounts: ACCOUNTS.slice(0, 6),
      people: 60
    },
    {
      texts: GREETINGS,
      from: on(17) + 6 * HOUR,
      lasts: 30 * HOUR,
      count: 3_000 * size,
      accounts: ACCOUNTS,
      people: 9_000
    }
  ]
  const each = Array.from({ length: days }, (_, day) => from + day * DAY).filter(day => isWorked(day + 12 * HOUR))
  const drills = each.map(
    (day): Wave => ({
      texts: ['今天的民生热线几点开始', '民生热线电话打不进来', '民生热线今天哪个局上线', '民生热线直播在哪看'],
      from: day + 20 * HOUR,
      lasts: HOUR,
      count: (40 + 20 * random()) * size,
      accounts: ACCOUNTS.slice(1, 2),
      people: 500
    })
  )
  return [...waves, ...drills].flatMap((wave, i) => sayingsOf(random, wave, i))
}

function sayingsOf(random: Random, { texts, from, lasts, count, accounts, people }: Wave, wave: number): Saying[] {
  return Array.from({ length: Math.round(count) }, () => ({
    at: Math.floor(from + lasts * random() ** 1.5),
    text: `${pick(random, texts)}${pick(random, TAILS)}`,
    account: pick(random, accounts),
    author: 10_000_000 + wave * 100_000 + Math.floor(random() * people)
  }))
}
