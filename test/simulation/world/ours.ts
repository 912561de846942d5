import type { ReplyTarget } from '@huiyin/ports/platform.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { DAY, MINUTE } from '../reference/minutes.ts'
import type { Collectors } from './collectors.ts'
import type { Written } from './comment.ts'
import type { Posted } from './platform.ts'
import { lasting } from './rhythm.ts'
import type { Town } from './town.ts'

const SHARES = { collected: 0.25, takenDown: 0.015 } as const

export interface Ours {
  /** A reply of ours stands at the platform: some are seen by the collectors too, and some are removed again. */
  posted: (target: ReplyTarget, posted: Posted, whose: { ticket: string; reply: string }) => void
  /** Written in the platform's own app. */
  writtenOutside: (ticket: Ticket, native: string) => void
}

/** What the office wrote, as it stands in the threads. */
export function ours(
  town: Town,
  of: { collectors: Collectors; written: (native: string) => Written | undefined; takeDown: (native: string) => void }
): Ours {
  const random = town.randomOf('ours')
  let outside = 0

  const under = (
    target: Written,
    ticket: string,
    more: Pick<Written, 'comment' | 'text' | 'publishedAt'>
  ): Written => ({
    ...target,
    ...more,
    ticket,
    parent: target.comment,
    ours: true
  })

  return {
    posted: (target, { native, text, acceptedAt, shownFrom }, { ticket, reply }) => {
      const answered = of.written(target.comment)
      if (!answered || shownFrom === Infinity) return
      const mine = under(answered, ticket, { comment: native, text, publishedAt: acceptedAt })
      const later = Math.max(0, shownFrom - acceptedAt)
      const onSeen = () => town.note(ticket, { at: town.now(), kind: 'shown', reply, acceptedAt })
      if (later > 0 || random() < SHARES.collected) of.collectors.publish(mine, { later, onSeen })
      if (random() >= SHARES.takenDown) return
      town.at(acceptedAt + later + lasting(random, 20 * MINUTE, 2 * DAY), () => {
        of.takeDown(native)
        of.collectors.deleted(mine, () => town.note(ticket, { at: town.now(), kind: 'taken-down', reply }))
      })
    },
    writtenOutside: ({ id }, native) => {
      const answered = of.written(native)
      if (!answered) return
      const acceptedAt = town.now()
      const more = { comment: `o${++outside}`, text: `您好，已在平台上答复。（o${outside}）`, publishedAt: acceptedAt }
      of.collectors.publish(under(answered, id, more), {
        onSeen: () => town.note(id, { at: town.now(), kind: 'answered-outside', acceptedAt })
      })
    }
  }
}
