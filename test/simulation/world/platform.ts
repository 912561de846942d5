import type { Platform, ReadBack, ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import { NO_CAPABILITIES } from '@huiyin/schemas/capabilities.ts'
import { pick, type Random, seeded } from '@huiyin/simulator/random.ts'
import { HOUR, MINUTE, SECOND } from '../reference/minutes.ts'

/**
 * How the platform treats one reply. `lost-answer`: posted, but its answer never comes. `lost-request`: never posted,
 * and no answer. `hidden`: taken and shown for the first time only later. `removed`: taken and never shown.
 */
export type Treatment = 'smooth' | 'lost-answer' | 'lost-request' | 'busy' | 'hidden' | 'removed' | 'refused'

const SHARES: readonly (readonly [Treatment, number])[] = [
  ['lost-answer', 0.02],
  ['lost-request', 0.02],
  ['busy', 0.02],
  ['hidden', 0.03],
  ['removed', 0.01],
  ['refused', 0.01]
]

export interface Posted {
  native: string
  text: string
  acceptedAt: number
  /** Infinity: it is never shown. */
  shownFrom: number
}

export interface VirtualPlatform {
  platform: Platform
  /** It stands there no more. */
  takeDown: (native: string) => void
}

export interface PlatformWorld {
  seed: number
  now: () => number
  /** The platform took a reply and told us so. */
  onTaken: (target: ReplyTarget, text: string) => void
  /** A reply of ours was found standing. */
  onShown: (target: ReplyTarget, text: string, acceptedAt: number) => void
  /** It was posted, and can be seen from `shownFrom` on. */
  onPosted: (target: ReplyTarget, posted: Posted) => void
  /** Called before the answer leaves the platform: throws when the asking process dies here. */
  beforeAnswer: () => void
}

/** The platform's own record of replies, in memory; its clock is ours, minus a moment. */
export function virtualPlatform({
  seed,
  now,
  onTaken,
  onShown,
  onPosted,
  beforeAnswer
}: PlatformWorld): VirtualPlatform {
  const random = seeded(seed)
  const under = new Map<string, Posted[]>()
  let number = 0
  const asked = new Map<string, number>()
  const treatments = new Map<string, Treatment>()

  const post = (target: ReplyTarget, text: string, shownFrom: number): Posted => {
    const native = `r${++number}`
    const posted = { native, text, acceptedAt: now() - Math.floor(random() * 700), shownFrom }
    under.set(target.comment, [...(under.get(target.comment) ?? []), posted])
    onPosted(target, posted)
    return posted
  }

  const reply = async (target: ReplyTarget, text: string): Promise<ReplyOutcome> => {
    const key = `${target.comment}\n${text}`
    const times = (asked.get(key) ?? 0) + 1
    asked.set(key, times)
    const treatment = treatments.get(key) ?? treatmentAt(random())
    treatments.set(key, treatment)
    if (treatment === 'refused') return { outcome: 'refused', code: 'SENSITIVE', message: 'The platform refuses it' }
    if (treatment === 'busy' && times <= 2)
      return { outcome: 'later', code: 'BUSY', message: 'Too many', retryAfterMs: pick(random, [40, 90, 600]) * SECOND }
    if (treatment === 'lost-request' && times === 1) return { outcome: 'unknown', message: 'No answer came' }
    const shownFrom = treatment === 'removed' ? Infinity : treatment === 'hidden' ? now() + hiddenFor(random) : 0
    const { native, acceptedAt } = post(target, text, shownFrom)
    beforeAnswer()
    if (treatment === 'lost-answer') return { outcome: 'unknown', message: 'No answer came' }
    onTaken(target, text)
    return { outcome: 'sent', native, acceptedAt }
  }

  const readBack = async (target: ReplyTarget, { text }: { text: string }): Promise<ReadBack> => {
    const there = (under.get(target.comment) ?? []).find(posted => posted.text === text && posted.shownFrom <= now())
    if (!there) return { outcome: 'absent' }
    onShown(target, text, there.acceptedAt)
    return { outcome: 'same', native: there.native, acceptedAt: there.acceptedAt }
  }

  const platform: Platform = {
    capabilities: { ...NO_CAPABILITIES, reply: true, replyAgain: true, replyLimit: 1000, readBack: true },
    quotas: [],
    replyLength: text => text.length,
    check: async () => [],
    reply,
    readBack
  }
  return {
    platform,
    takeDown: native => {
      for (const [comment, replies] of under)
        if (replies.some(one => one.native === native))
          under.set(
            comment,
            replies.filter(one => one.native !== native)
          )
    }
  }
}

const hiddenFor = (random: Random) => pick(random, [1, 3, 7, 12, 40]) * MINUTE + Math.floor(random() * HOUR * 0.1)

function treatmentAt(at: number): Treatment {
  let sum = 0
  for (const [treatment, share] of SHARES) {
    sum += share
    if (at < sum) return treatment
  }
  return 'smooth'
}
