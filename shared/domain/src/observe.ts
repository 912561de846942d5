import type { Classification, Risk } from '@huiyin/schemas/classification.ts'
import type { Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import { levelWithHysteresis } from './risk-levels.ts'

/**
 * The comment in the store after an observation, or undefined when nothing has to be written:
 * the newest observation wins, the earliest text is kept, and a stub of an erased comment takes nothing.
 * A newer look by the same model lowers the risk too, the level by hysteresis (R39); another model's word only raises.
 */
export function observe(
  old: StoredComment | undefined,
  seen: Observation,
  classification?: Classification
): StoredComment | undefined {
  if (!old) return fresh(seen, classification)
  if (old.state === 'erased') return
  const firstSeen = seen.observedAt < old.firstObservedAt
  if (!isNewer(seen, old)) {
    return firstSeen ? { ...old, firstText: seen.text, firstObservedAt: seen.observedAt } : undefined
  }
  if (says(old) === says(seen)) return
  const next = raised(old.classification, classification, old.text === seen.text)
  return {
    ...seen,
    text: seen.deleted ? old.text : seen.text, // what a citizen or the platform removed stays readable (R28)
    history: old.history && seen.history,
    firstText: old.firstText,
    firstObservedAt: old.firstObservedAt,
    state: seen.deleted ? 'deleted' : 'visible',
    ...(next && { classification: next })
  }
}

const fresh = (seen: Observation, classification?: Classification): StoredComment => ({
  ...seen,
  firstText: seen.text,
  firstObservedAt: seen.observedAt,
  state: seen.deleted ? 'deleted' : 'visible',
  ...(classification && { classification })
})

const isNewer = (seen: Observation, old: Observation) =>
  seen.observedAt === old.observedAt ? seen.term > old.term : seen.observedAt > old.observedAt

/** All that an observation says but when and how it was seen. */
const says = ({ text, deleted = false, likes, replies, postTitle, place, link, history }: Observation) =>
  JSON.stringify([text, deleted, likes, replies, postTitle, place, link, history])

function raised(
  old: Classification | undefined,
  now: Classification | undefined,
  sameText: boolean
): Classification | undefined {
  if (!old || !now) return now ?? old
  if (!sameText) return now // another text is judged anew; the ticket keeps what the first one raised
  const wanting = old.label === 'other' ? now : old
  const sameModel = now.model === old.model
  const held = !sameModel && now.risk.score < old.risk.score // under its own model's name, so that this one cannot lower it later
  return {
    ...now,
    model: held ? old.model : now.model,
    label: wanting.label,
    confidence: wanting.confidence,
    urgent: old.urgent || now.urgent,
    risk: held ? old.risk : sameModel ? seenAgain(old.risk, now.risk) : now.risk
  }
}

const seenAgain = (old: Risk, now: Risk): Risk => ({ ...now, level: levelWithHysteresis(now.score, old.level) })
