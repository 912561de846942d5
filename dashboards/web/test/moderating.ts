import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ModerationView, TicketView } from '@huiyin/schemas/api.ts'
import type { Told } from './life.ts'

/** What the made-up county does with citizens' comments at the platform. */

type Body = Record<string, unknown>

const made = (
  view: TicketView,
  of: Pick<ModerationView, 'kind' | 'state'>,
  body: Body,
  actor: Actor
): ModerationView => ({
  id: `m${(view.moderation ?? []).length + 1}`,
  native: 'c',
  comment: String(body.comment),
  by: actor,
  at: Date.now(),
  attempt: 0,
  may: [],
  ...of
})

/** Undefined for what is none of it. */
export function moderated(view: TicketView, path: string, body: Body, actor: Actor): Told | undefined {
  const [what, id, then] = path.split('/')
  const { moderation = [] } = view
  if (what === 'elected') {
    const one = { ...made(view, { kind: 'elect', state: 'done' }, body, actor), elected: body.elected === true }
    return { type: 'moderation.done', change: { moderation: [...moderation, one] } }
  }
  if (what !== 'removals') return undefined
  if (id === undefined) {
    const one = made(view, { kind: 'remove', state: 'asked' }, body, actor)
    const words = { zh: '散布谣言，扰乱经济和社会秩序', en: 'Spreads rumours that disturb public order' }
    return {
      type: 'moderation.asked',
      change: { moderation: [...moderation, { ...one, text: String(body.text), words }] }
    }
  }
  const state = then === 'grant' ? 'granted' : 'refused'
  const decided = { by: actor, at: Date.now(), ...(body.reason !== undefined && { reason: String(body.reason) }) }
  return {
    type: `moderation.${state}`,
    change: { moderation: moderation.map(one => (one.id === id ? { ...one, state, decided } : one)) }
  }
}
