import type { Platform } from '@huiyin/ports/platform.ts'
import type { Outages } from '../house/outages.ts'
import { type Citizens, citizens } from './citizens.ts'
import { collectors } from './collectors.ts'
import { ticketOf, type Written } from './comment.ts'
import { operators } from './operators.ts'
import { ours } from './ours.ts'
import { virtualPlatform } from './platform.ts'
import type { Town } from './town.ts'
import { voices } from './voices.ts'

/** Everybody outside the house, and the platform between them. */
export interface Society {
  platform: Platform
  citizens: Citizens
  /** A put of the house for a ticket: what the platform said before is known there now. */
  isKnown: (ticket: string) => void
}

export interface SocietyOptions {
  seed: number
  from: number
  days: number
  comments: number
  outages: Outages
  /** Called when the platform has posted a reply and has not answered yet. */
  beforeAnswer: () => void
}

export function society(town: Town, { seed, from, days, comments, outages, beforeAnswer }: SocietyOptions): Society {
  const taken = new Map<string, string[]>()
  const written = new Map<string, Written>()
  const office = operators(town, (ticket, native) => mine.writtenOutside(ticket, native))
  const whose = (text: string) => office.replies.get(text)!

  const { platform, takeDown } = virtualPlatform({
    seed,
    now: town.now,
    beforeAnswer,
    onTaken: (_, text) => {
      const { ticket } = whose(text)
      taken.set(ticket, [...(taken.get(ticket) ?? []), text])
    },
    onShown: (target, text, acceptedAt) => {
      const { ticket, reply } = whose(text)
      town.note(ticket, { at: town.now(), kind: 'shown', reply, acceptedAt })
      const under = written.get(target.comment)
      if (under) folk.answered(under)
    },
    onPosted: (target, posted) => mine.posted(target, posted, whose(posted.text))
  })

  const collecting = collectors(town, {
    down: outages.collectors,
    onDelivered: (of, as) => {
      written.set(of.comment, of)
      if (as !== 'deleted') office.lookAt(ticketOf(of))
    }
  })
  const mine = ours(town, { collectors: collecting, written: native => written.get(native), takeDown })
  const folk = citizens(town, { from, days, comments, voices: voices(seed), collectors: collecting })
  return {
    platform,
    citizens: folk,
    isKnown: ticket => {
      for (const reply of taken.get(ticket) ?? []) town.note(ticket, { at: town.now(), kind: 'taken', reply })
      taken.delete(ticket)
    }
  }
}
