import { formOf } from '../../services/api/test/forms.ts'
import type { Schema } from '../../services/api/test/fuzz/values.ts'
import { at as ticketAt } from '../../services/api/test/house.ts'
import { FOREIGN, type Side, sideOf } from '../../services/api/test/walk/town.ts'
import { type Json, SAME_ORIGIN } from './client.ts'
import type { Siege } from './siege.ts'

/** Words that stand in what is foreign, and nowhere else. */
export const MARK = '青龙桥边暗号'

const CHIEF = { id: 'chief', name: '钱', role: 'head' }

/** A ticket of another account, with another department, and one of everything that can hang on it. */
export async function foreignThings({ house, at, post, cookieOf }: Siege): Promise<Side> {
  const side = await sideOf(house, FOREIGN, MARK)
  const cookie = await cookieOf(CHIEF)
  const url = ticketAt(side.ticket)
  let acts = 0
  const does = async (path: string, body: object): Promise<Json> => {
    const { lastTurn } = (await at(url, { headers: { cookie } })).json()
    const once = { 'idempotency-key': `chief-${++acts}`, 'if-match': `"${lastTurn}"` }
    const answer = await post(`${url}${path}`, body, { cookie, ...once })
    if (answer.status >= 300) throw new Error(`${path} was refused: ${answer.body}`)
    return answer.json()
  }
  const dueAt = house.time.now + 3_600_000
  await does('/replies', { text: `${MARK}，已收到。` })
  await does('/supervisions', { text: MARK, owner: '住建局', dueAt })
  await does('/asks', { kind: 'close-without-result', reason: MARK })
  await does('/removals', { comment: side.comment, ground: 'insult-or-privacy', text: MARK })
  const { payload, headers } = formOf([{ name: `${MARK}.txt`, file: MARK }])
  await at(`${url}/attachments`, {
    method: 'POST',
    headers: { ...SAME_ORIGIN, ...headers, cookie, 'idempotency-key': 'chief-file' },
    body: payload
  })
  const view = (await at(url, { headers: { cookie } })).json()
  const link = await does(`/dispatches/${view.dispatches[0].id}/links`, { to: MARK, days: 1 })
  return {
    ...side,
    parts: {
      reply: view.replies[0].id,
      dispatch: view.dispatches[0].id,
      supervision: view.supervised[0].id,
      ask: view.asks[0].id,
      moderation: view.moderation[0].id,
      attachment: view.attachments[0].id,
      link: link.link.id,
      clock: view.clocks[0].kind
    }
  }
}

/** What a body names by id, as if it were one's own. */
export function foreignNames({ ticket, other, comment, item, parts = {} }: Side, body: Schema): object {
  const ids: Record<string, unknown> = {
    ...{ ticket, other, with: ticket, comment, to: comment, answers: [comment], item },
    ...{ reply: parts.reply, edits: parts.reply, attachments: [parts.attachment ?? 'none'] }
  }
  return Object.fromEntries(Object.entries(ids).filter(([name]) => name in (body.properties ?? {})))
}
