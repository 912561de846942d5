import type { Behind, NotTold, Period, Raw } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules, IndicatorName } from '@huiyin/schemas/appraisal-rules.ts'
import { daysOf, weeksOf } from './period.ts'
import { dividedBy, RAW_DECIMALS, scaled, unscaled } from './scaled.ts'
import type { Counted, Ids } from './tally.ts'

type Ratio = { numerator: number; denominator: number; factor?: number }

/** Two more decimals than a numerator has at most, so that nothing is rounded but the quotient. */
const NUMERATOR_DECIMALS = 2

/** `numerator` × `factor` ÷ `denominator`, rounded half up to 4 decimals. */
export function quotientOf({ numerator, denominator, factor = 1 }: Ratio): number {
  const value = scaled(numerator, NUMERATOR_DECIMALS) * BigInt(factor) * 10n ** BigInt(RAW_DECIMALS)
  return unscaled(dividedBy(value, BigInt(denominator) * 10n ** BigInt(NUMERATOR_DECIMALS)), RAW_DECIMALS)
}

const told = ({ factor = 1, ...ratio }: Ratio): Raw => ({ ...ratio, factor, value: quotientOf({ ...ratio, factor }) })
const silent = (why: NotTold, { factor = 1, ...ratio }: Ratio): Raw => ({ ...ratio, factor, why })

/** Told from so many on; nothing at all is another reason than too few. */
function from(least: number, sample: number, ratio: Ratio): Raw {
  if (sample === 0) return silent('nothing', ratio)
  return sample < least ? silent('too-few', ratio) : told(ratio)
}

type Of = { counted: Counted; period: Period; rules: AppraisalRules; publishes: boolean }

/** The raw figure of an indicator; `publishes`: there is an account whose posts these would be. */
export function rawOf(indicator: IndicatorName, { counted, period, rules: { least }, publishes }: Of): Raw {
  const { postsTotal, weeks, quality, owed, answered, onTime, voices, entries } = counted
  switch (indicator) {
    case 'publications': {
      const ratio = { numerator: postsTotal, denominator: daysOf(period), factor: 30 }
      return publishes ? told(ratio) : silent('nothing', ratio)
    }
    case 'rhythm': {
      const ratio = { numerator: weeks.size, denominator: weeksOf(period) }
      return publishes ? told(ratio) : silent('nothing', ratio)
    }
    case 'quality':
      return from(least.ratedPosts, quality.posts.total, {
        numerator: unscaled(quality.sum, 2),
        denominator: quality.posts.total
      })
    case 'reads':
    case 'likes':
    case 'comments':
    case 'reposts': {
      const { sum, posts } = counted.counts[indicator]
      const ratio = { numerator: sum, denominator: posts }
      return posts > 0 ? told(ratio) : silent(postsTotal > 0 ? 'not-told' : 'nothing', ratio)
    }
    case 'replied':
      return from(least.cases, owed, { numerator: answered, denominator: owed })
    case 'onTime':
      return from(least.cases, owed, { numerator: onTime, denominator: owed })
    case 'satisfaction':
      return from(least.voices, voices.tickets.total, { numerator: voices.sum, denominator: voices.tickets.total })
    case 'security': {
      const points = entries.flatMap(({ kind, ruling }) => (kind === 'incident' ? [scaled(ruling!.points, 2)] : []))
      return told({
        numerator: unscaled(
          points.reduce((a, b) => a + b, 0n),
          2
        ),
        denominator: 1
      })
    }
  }
}

const behind = (of: Behind['of'], { ids, total }: Ids, query?: string): Behind => ({
  ...{ of, ids, total },
  ...(query !== undefined && { query })
})

/** The list that a figure was counted from. `query` asks for the posts, where they are one account's. */
export function behindOf(indicator: IndicatorName, { posts, postsTotal, ...counted }: Counted, query?: string): Behind {
  switch (indicator) {
    case 'replied':
      return behind('unanswered-tickets', counted.unanswered)
    case 'onTime':
      return behind('late-tickets', {
        ids: [...counted.late.ids, ...counted.unanswered.ids].slice(0, 200),
        total: counted.late.total + counted.unanswered.total
      })
    case 'satisfaction':
      return behind('rated-tickets', counted.voices.tickets)
    case 'quality':
      return behind('rated-posts', counted.quality.posts)
    case 'security': {
      const ids = counted.entries.flatMap(({ id, kind }) => (kind === 'incident' ? [id] : []))
      return behind('entries', { ids: ids.slice(0, 200), total: ids.length })
    }
    default:
      return behind('posts', { ids: posts.slice(0, 200).map(({ id }) => id), total: postsTotal }, query)
  }
}
