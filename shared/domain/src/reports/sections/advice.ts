import type { ReportSection, Sentence } from '@huiyin/schemas/report.ts'
import type { Of } from '../material.ts'

/** Above or below these a rule gives advice; shares 0 … 1. */
export const ADVICE = { onTime: 0.9, handled: 0.8, bounced: 0.1, negative: 0.4, grown: 0.5 } as const

type Rule = (of: Of) => Sentence | undefined

const below = (value: number | undefined, least: number) => value !== undefined && value < least
const above = (value: number | undefined, most: number) => value !== undefined && value > most

const RULES: readonly Rule[] = [
  ({ w }) =>
    above(w.number('unanswered'), 0)
      ? w.say`尚有超时未复${w.value('unanswered')}件，建议逐件明确责任人，尽快公开答复。`
      : undefined,
  ({ w }) =>
    below(w.number('on-time-rate'), ADVICE.onTime)
      ? w.say`按时回复率为${w.value('on-time-rate')}，建议核查值守安排与审核环节用时。`
      : undefined,
  ({ w }) =>
    below(w.number('handle-rate'), ADVICE.handled)
      ? w.say`承办单位按时反馈率为${w.value('handle-rate')}，建议对超时较多的单位进行督办。`
      : undefined,
  ({ w }) =>
    above(w.number('bounce-rate'), ADVICE.bounced)
      ? w.say`退单率为${w.value('bounce-rate')}，建议修订职责清单与派单规则。`
      : undefined,
  ({ w, material }) => {
    const negative = w.cite('comments', { by: 'sentiment', key: 'negative' })
    const [some, all] = [w.figure(negative)?.value ?? 0, w.number('comments') ?? 0]
    return all >= material.minimumSample && some / all > ADVICE.negative
      ? w.say`负面评论占${w.share(negative, w.cite('comments'))}，建议结合热点话题及时发布权威信息。`
      : undefined
  },
  ({ w, material }) => {
    const where = { by: 'label', key: 'complaint' } as const
    const [now, then] = [w.cite('comments', where), w.cite('comments', { ...where, of: 'before' })]
    const [a, b] = [w.figure(now)?.value ?? 0, w.figure(then)?.value ?? 0]
    return b >= material.minimumSample && (a - b) / b > ADVICE.grown
      ? w.say`投诉类评论较上期增加${w.growth(now, then)}，建议分析集中反映的问题并提前介入。`
      : undefined
  },
  ({ w, material }) => {
    const grave = material.incidents.filter(
      ({ incident: { level, state } }) =>
        (level === 'orange' || level === 'red') && (state === 'open' || state === 'calm')
    )
    const [first] = grave
    return first
      ? w.say`“${w.name(w.cite('incident-comments', { by: 'incident', key: first.incident.id }))}”等较高等级事件仍在处置，建议继续跟踪并按时限发布进展${grave.map(({ incident: { id } }) => w.cite('incident-comments', { by: 'incident', key: id }))}。`
      : undefined
  },
  ({ w }) =>
    above(w.number('late-before-known'), 0)
      ? w.say`采集前已超时${w.value('late-before-known')}件，建议检查采集授权与采集间隔。`
      : undefined
]

/** 工作建议: by rules on the figures; without a reason there is none. */
export function advice(of: Of): ReportSection {
  const given = RULES.map(rule => rule(of)).filter(sentence => sentence !== undefined)
  const none = of.w.say`本期各项指标未触发建议规则${[of.w.cite('owed'), of.w.cite('comments')]}。`!
  return { code: 'advice', title: '工作建议', parts: [{ sentences: given.length > 0 ? given : [none] }] }
}
