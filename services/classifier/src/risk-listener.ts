import type { RiskReason } from '@huiyin/schemas/classification.ts'
import { UNITS } from './normalise.ts'
import { openPhrases } from './phrases.ts'
import { meaningOf } from './risk-context.ts'
import { HARMLESS, RISK_TOPICS, type RiskTopic } from './risk-lexicon.ts'

/** How far the second half of `a…b` may be from the first. */
const GAP = 10
const SENTENCE_END = new Set(Array.from('。!?;', mark => mark.charCodeAt(0)))

type Entry = { topic: number; rest: string }

/** Where `rest` ends after `from` within the same sentence; −1 when it is not there. */
function endOf(rest: string, units: Uint16Array, length: number, from: number): number {
  for (let at = from; at <= from + GAP && at + rest.length <= length; at++) {
    if (SENTENCE_END.has(units[at]!)) return -1
    let i = 0
    while (i < rest.length && units[at + i] === rest.charCodeAt(i)) i++
    if (i === rest.length) return at + rest.length
  }
  return -1
}

const reasonOf = ({ code, kind, points }: RiskTopic, evidence: string): RiskReason => ({ code, kind, points, evidence })

/** What is feared, remembered or quoted is content, at fewer points. */
const fearedReason = ({ code, feared = 0 }: RiskTopic, evidence: string): RiskReason => ({
  code,
  kind: 'content',
  points: feared,
  evidence
})

/** Opens an ear for the topics of the lexicon: one reason per topic, with the words that gave it. */
export function openListener(): (units: Uint16Array, length: number) => RiskReason[] {
  const entries: Entry[] = []
  const heads: string[] = [...HARMLESS]
  RISK_TOPICS.forEach(({ phrases }, topic) => {
    for (const phrase of phrases) {
      const [head, rest = '', third] = phrase.split('…')
      if (third !== undefined) throw new TypeError(`Expected one … at most in a phrase of the lexicon; got "${phrase}"`)
      heads.push(head!)
      entries.push({ topic, rest })
    }
  })
  const find = openPhrases(heads)
  const harmless = new Uint8Array(UNITS) // 1 where a harmless phrase stands

  return (units, length) => {
    harmless.fill(0, 0, length)
    const hits: { topic: number; from: number; to: number }[] = []
    find(units, length, (phrase, from, headEnd) => {
      if (phrase < HARMLESS.length) {
        harmless.fill(1, from, headEnd)
        return
      }
      const { topic, rest } = entries[phrase - HARMLESS.length]!
      const to = rest === '' ? headEnd : endOf(rest, units, length, headEnd)
      if (to >= 0) hits.push({ topic, from, to })
    })

    const reasons = new Map<number, RiskReason>()
    for (const { topic: number, from, to } of hits) {
      const known = reasons.get(number)
      if (known?.kind === RISK_TOPICS[number]!.kind || harmless.subarray(from, to).includes(1)) continue
      const topic = RISK_TOPICS[number]!
      const meaning = topic.kind === 'tone' ? 'now' : meaningOf(units, length, from, to)
      const evidence = String.fromCharCode(...units.subarray(from, to))
      if (meaning === 'now') reasons.set(number, reasonOf(topic, evidence))
      else if (meaning === 'feared' && topic.feared !== undefined) reasons.set(number, fearedReason(topic, evidence))
    }
    return Array.from(reasons.values())
  }
}
