import { pick, type Random } from '@huiyin/simulator/random.ts'
import { DAY, HOUR, MINUTE } from '../reference/minutes.ts'
import type { Collectors } from './collectors.ts'
import type { Written } from './comment.ts'
import { lasting, whenPeopleWrite } from './rhythm.ts'
import type { Town } from './town.ts'
import type { Says, Voices } from './voices.ts'

const ACCOUNTS = [
  { platform: 'weibo', account: '1900000001' },
  { platform: 'wechat', account: 'gh_0a1b2c3d' }
] as const

const SHARES = {
  strangers: 0.78,
  bursts: 0.12,
  under: 0.3,
  sameCitizen: 0.15,
  lateShown: 0.02,
  nags: 0.05,
  asksMore: 0.035,
  alarmed: 0.008,
  deletes: 0.012,
  edits: 0.01,
  thanks: 0.3,
  notContent: 0.09,
  muchLater: 0.03
} as const
const RECENT = 150
const BURST_LASTS = 3 * HOUR

export interface Citizens {
  /** An answer stands under a comment: some say something to it. */
  answered: (of: Written) => void
  written: () => number
}

export interface CitizensOptions {
  from: number
  days: number
  comments: number
  voices: Voices
  collectors: Collectors
}

/** People who write under the office's posts: by day and by night, in bursts, and again when they wait or are answered. */
export function citizens(town: Town, { from, days, comments, voices, collectors }: CitizensOptions): Citizens {
  const random = town.randomOf('citizens')
  const end = from + days * DAY
  const recent: Written[] = []
  let written = 0

  const nativeOf = () => String(4_900_000_000_000_000 + written)

  const write = (of: Written, later = 0) => {
    written += 1
    collectors.publish(of, { later })
    if (of.judged.label === 'other' && !of.judged.urgent) return
    recent.push(of)
    if (recent.length > RECENT) recent.shift()
    afterAsking(of)
  }

  const stranger = (post?: string) => {
    const under = post === undefined && recent.length > 0 && random() < SHARES.under ? pick(random, recent) : undefined
    const { text, judged } = voices.anything(random)
    const comment = nativeOf()
    const place = under ?? {
      ...pick(random, ACCOUNTS),
      post: post ?? `p${Math.floor((town.now() - from) / (DAY / 3))}`
    }
    const citizen = under && random() < SHARES.sameCitizen ? under.citizen : `u${written}`
    const { platform, account } = place
    write(
      {
        ...{ platform, account, comment, citizen, text, judged },
        post: place.post,
        root: under?.root ?? comment,
        ...(under && { parent: under.comment }),
        publishedAt: town.now()
      },
      random() < SHARES.lateShown ? lasting(random, 5 * MINUTE, 5 * HOUR) : 0
    )
  }

  /** The same citizen in the same thread once more. */
  const again = (of: Written, { text, judged }: Says) => {
    if (town.now() >= end) return
    const { platform, account, post, root, citizen } = of
    const comment = nativeOf()
    write({
      platform,
      account,
      post,
      root,
      citizen,
      comment,
      parent: of.comment,
      text,
      judged,
      publishedAt: town.now()
    })
  }

  const soon = (own: Random, chance: number, shortest: number, longest: number, run: () => void) => {
    if (own() < chance) town.at(town.now() + lasting(own, shortest, longest), run)
  }

  function afterAsking(of: Written): void {
    const own = town.randomOf(of.comment)
    soon(own, SHARES.nags, 2 * HOUR, 40 * HOUR, () => again(of, voices.nags()))
    soon(own, SHARES.asksMore, 10 * MINUTE, 60 * HOUR, () => again(of, voices.says(own, 'inquiry')))
    soon(own, SHARES.alarmed, 30 * MINUTE, 40 * HOUR, () => again(of, voices.says(own, 'urgent')))
    soon(own, SHARES.deletes, 20 * MINUTE, 2 * DAY, () => collectors.deleted(of))
    soon(own, SHARES.edits, 20 * MINUTE, 30 * HOUR, () => {
      const { text, judged } = voices.says(own, 'urgent')
      collectors.edited({ ...of, text: `${of.text} ${text}`, judged: { ...judged, label: of.judged.label } })
    })
  }

  const answered = (of: Written) => {
    const own = town.randomOf(`${of.comment} ${town.now()}`)
    soon(own, SHARES.thanks, MINUTE, 10 * HOUR, () => again(of, voices.thanks()))
    soon(own, SHARES.notContent, 5 * MINUTE, 4 * DAY, () => again(of, voices.says(own, 'complaint')))
    soon(own, SHARES.muchLater, 7 * DAY, 25 * DAY, () => again(of, voices.says(own, 'inquiry')))
  }

  const strangers = Math.round(comments * SHARES.strangers)
  const inBursts = Math.round(strangers * SHARES.bursts)
  for (let i = 0; i < strangers - inBursts; i++) town.at(whenPeopleWrite(random, from, days * DAY), () => stranger())
  const bursts = Math.max(1, Math.round(days / 6))
  for (let burst = 0; burst < bursts; burst++) {
    const begins = whenPeopleWrite(random, from, days * DAY - BURST_LASTS)
    for (let i = 0; i < inBursts / bursts; i++)
      town.at(begins + lasting(random, 0, BURST_LASTS), () => stranger(`burst${burst}`))
  }
  return { answered, written: () => written }
}
