import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { dayInShanghai } from './day.ts'

/** What can be wrong with a policy and with people, a sentence each in Chinese and English. */

const EAST_8 = 8 * 3_600_000

/** Day and time in Asia/Shanghai, as `2026-11-23 09:00`. */
const clockTime = (at: number) => `${dayInShanghai(at)} ${new Date(at + EAST_8).toISOString().slice(11, 16)}`

const refusal = (code: string, where: string, zh: string, en: string): RuleProblem => ({
  code,
  refuses: true,
  where,
  zh,
  en
})

/** A rule of a policy, as people count and name it; `index` counts from 0. */
export type AtRule = { index: number; name: string }

const onRule = (code: string, { index, name }: AtRule, part: string, zh: string, en: string) =>
  refusal(code, `rules/${index}${part}`, `规则${index + 1}“${name}”：${zh}`, `Rule ${index + 1} "${name}": ${en}`)

/** For a new version that begins before `earliest` (ms, UTC). */
export const inThePast = ({ effectiveFrom }: { effectiveFrom: number }, earliest: number): RuleProblem[] =>
  effectiveFrom >= earliest
    ? []
    : [
        refusal(
          'EFFECTIVE_IN_THE_PAST',
          'effectiveFrom',
          `生效时间 ${clockTime(effectiveFrom)} 已过，请选择现在或以后。`,
          `It would be in force from ${clockTime(effectiveFrom)}, which is past; choose now or later.`
        )
      ]

export const promiseMissing = (kind: { zh: string; en: string }, urgent: boolean) =>
  refusal(
    'PROMISE_MISSING',
    'rules',
    `没有对所有${urgent ? '紧急' : '非紧急'}事项适用的${kind.zh}时限，请增加一条不限条件的规则。`,
    `Nothing promises ${kind.en} to all that is ${urgent ? 'urgent' : 'not urgent'}; add a rule without conditions.`
  )

export const rulePromisesNothing = (at: AtRule) =>
  onRule(
    'RULE_PROMISES_NOTHING',
    at,
    '',
    '没有任何时限，请设定时限或删除。',
    'it promises nothing; say what, or take it out.'
  )

export const ruleHidden = (at: AtRule) =>
  onRule(
    'RULE_HIDDEN',
    at,
    '',
    '前面的规则已全部覆盖，永远不会适用，请调整顺序或删除。',
    'earlier rules cover all of it, so it never counts; move it up or take it out.'
  )

export const promiseHidden = (at: AtRule, kind: string, said: { zh: string; en: string }) =>
  onRule(
    'PROMISE_HIDDEN',
    at,
    `/promises/${kind}`,
    `${said.zh}时限已由前面的规则覆盖，永远不会适用，请调整顺序或删除。`,
    `earlier rules promise ${said.en} to all that it is for, so its own never counts; move it up or take it out.`
  )

export const calendarUnknown = (at: AtRule, kind: string, calendar: string) =>
  onRule(
    'CALENDAR_UNKNOWN',
    at,
    `/promises/${kind}/calendar`,
    `日历“${calendar}”不存在或届时尚未生效。`,
    `there is no calendar "${calendar}" in force by then.`
  )

export const calendarCountsNot = (at: AtRule, kind: string, calendar: string, purpose: string) =>
  onRule(
    'CALENDAR_COUNTS_NOT',
    at,
    `/promises/${kind}/calendar`,
    `日历“${calendar}”用于${purpose === 'quiet' ? '免打扰' : '值班'}，不能用来计时。`,
    `calendar "${calendar}" is for ${purpose === 'quiet' ? 'quiet hours' : 'duty'} and does not count time.`
  )

export const warnPointsDisordered = (at: AtRule, kind: string) =>
  onRule(
    'WARN_POINTS_DISORDERED',
    at,
    `/promises/${kind}/warnBefore`,
    '提醒时间点应由长到短排列，且不重复。',
    'the warn points must stand longest first, each once.'
  )

export const warnPointTooLong = (at: AtRule, kind: string, minutes: number) =>
  onRule(
    'WARN_POINT_TOO_LONG',
    at,
    `/promises/${kind}/warnBefore`,
    `提前${minutes}分钟提醒不短于时限本身。`,
    `a warning ${minutes} min before is no shorter than the promise itself.`
  )

export const urgentNotNatural = (at: AtRule) =>
  onRule(
    'URGENT_NOT_NATURAL',
    at,
    '/promises/first/target',
    '紧急事项的首次回复须按自然时间全天候计算，不得按工作时间、工作日或顺延计算。',
    'the first reply to what is urgent counts natural time around the clock, neither working time nor the next opening.'
  )

export const personUnknown = (where: string, id: string) =>
  refusal('PERSON_UNKNOWN', where, `人员“${id}”不存在，请先添加。`, `There is no person "${id}"; add them first.`)

export const rosterUnknown = (where: string, id: string) =>
  refusal('ROSTER_UNKNOWN', where, `值班表“${id}”不存在，请先添加。`, `There is no roster "${id}"; add it first.`)

export const endsBeforeItStarts = (where: string, from: number, to: number) =>
  refusal(
    'ENDS_BEFORE_IT_STARTS',
    where,
    `结束时间 ${clockTime(to)} 应晚于开始时间 ${clockTime(from)}。`,
    `It ends at ${clockTime(to)}; expected later than its start, ${clockTime(from)}.`
  )

export const ownDeputy = (name: string) =>
  refusal(
    'OWN_DEPUTY',
    'deputy',
    `“${name}”不能由本人代理，请选择他人。`,
    `"${name}" cannot stand in for themselves; choose somebody else.`
  )
