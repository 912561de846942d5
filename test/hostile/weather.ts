import { type Control, KINDS } from '@huiyin/simulator/control.ts'
import type { PlatformKind, SimPost } from '@huiyin/simulator/things.ts'
import { faultsOf } from './faults-of.ts'
import { BEGINNING, HOUR, MINUTE } from './time.ts'

/** The share of the time before, and until when, something goes wrong; a fault has two thirds of its turn. */
const FROM = 10 / 60
const UNTIL = 50 / 60
const ON = 2 / 3
/** How long people need to give back what was taken away. */
const MENDED_AFTER = 10 * MINUTE

export interface Weather {
  /** Begins and ends what is to go wrong by now. */
  pass: (now: number) => void
  /** No answer comes at all from some platform: nobody should wait for long. */
  isSilent: () => boolean
  isFoul: (at: number) => boolean
  /** By how many faults. */
  faults: number
}

interface Turn {
  from: number
  until: number
  nth: number
}

/** Of so many accounts these lose what a person has to give back. */
const someOf = (accounts: readonly string[]) => accounts.slice(-Math.max(1, Math.floor(accounts.length / 10)))

export function openWeather(
  control: Control,
  { hours, accounts, posts }: { hours: number; accounts: Record<PlatformKind, string[]>; posts: readonly SimPost[] }
): Weather {
  const length = hours * HOUR
  const most = Math.max(...KINDS.map(kind => faultsOf(kind).length))
  const turn = ((UNTIL - FROM) * length) / most
  const turns = Array.from({ length: most }, (_, nth): Turn => {
    const from = BEGINNING + FROM * length + nth * turn
    return { from, until: from + ON * turn, nth }
  })
  const blows = [...turns]
  const events = happenings(control, { accounts, posts, at: share => BEGINNING + share * length })
  let blowing: Turn | undefined

  function begin({ nth }: Turn): void {
    for (const kind of KINDS) {
      const fault = faultsOf(kind)[nth]
      if (fault) control.fail(kind, fault)
    }
  }

  return {
    pass: now => {
      while (events[0] && events[0].at <= now) events.shift()!.happens()
      if (blowing && now >= blowing.until) {
        control.heal()
        blowing = undefined
      }
      if (blowing || !blows[0] || now < blows[0].from) return
      blowing = blows.shift()!
      begin(blowing)
    },
    isSilent: () => KINDS.some(kind => blowing && faultsOf(kind)[blowing.nth]?.kind === 'silence'),
    isFoul: at => at >= turns[0]!.from && at < turns.at(-1)!.until,
    faults: KINDS.reduce((sum, kind) => sum + faultsOf(kind).length, 0)
  }
}

/** What happens to accounts and posts. */
function happenings(
  control: Control,
  {
    accounts,
    posts,
    at
  }: { accounts: Record<PlatformKind, string[]>; posts: readonly SimPost[]; at: (share: number) => number }
) {
  const expire = (platform: PlatformKind) => () => {
    for (const account of accounts[platform]) control.expireToken({ platform, account })
  }
  const revoked = (['weibo', 'mastodon'] as const).flatMap(platform =>
    someOf(accounts[platform]).map(account => ({ platform, account }))
  )
  const shutOut = someOf(accounts.wechat)
  return [
    { at: at(0.2), happens: () => each(revoked, control.revokeToken) },
    { at: at(0.2) + MENDED_AFTER, happens: () => each(revoked, control.authorise) },
    { at: at(0.25), happens: () => each(shutOut, account => control.shutOut(account, true)) },
    { at: at(0.25) + MENDED_AFTER, happens: () => each(shutOut, account => control.shutOut(account, false)) },
    { at: at(0.3), happens: expire('wechat') },
    { at: at(0.4), happens: expire('douyin') },
    { at: at(0.5), happens: expire('kuaishou') },
    {
      at: at(0.45),
      happens: () =>
        each(takenDown(posts), ({ platform, account, id: post }) => control.takeDown({ platform, account, post }, true))
    }
  ].sort((a, b) => a.at - b.at)
}

/** The posts that are taken down, one at each platform. */
export const takenDown = (posts: readonly SimPost[]): SimPost[] =>
  KINDS.map(kind => posts.findLast(({ platform }) => platform === kind)!)

function each<T>(things: readonly T[], act: (thing: T) => void): void {
  for (const thing of things) act(thing)
}
