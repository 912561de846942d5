import { dayInShanghai } from '../day.ts'

const EAST_8 = 8 * 3_600_000

/** Day and time in Asia/Shanghai, as `2026-11-23 09:00`. */
const clockTime = (at: number) => `${dayInShanghai(at)} ${new Date(at + EAST_8).toISOString().slice(11, 16)}`

/** What is wrong with a ladder; `refuses` when it cannot be saved like that (R36). Rungs count from 0, in sentences from 1. */
export type Problem = { code: ProblemCode; refuses: boolean; rung?: number; zh: string; en: string }

export type ProblemCode =
  | 'NO_RUNGS'
  | 'AFTER_NOT_INCREASING'
  | 'RUNG_UNREACHABLE'
  | 'LAST_RUNG_MAY_REACH_NOBODY'
  | 'ROSTER_EMPTY'
  | 'ON_LEAVE_WITHOUT_DEPUTY'
  | 'CHANNEL_NOT_CONFIGURED'
  | 'NO_ADDRESS'
  | 'QUIET_HOURS_BLOCK_URGENT'
  | 'QUIET_HOURS_NEVER_END'
  | 'REPEATS_NEVER_END'
  | 'REPEATS_CUT_OFF'

type On = { rung: number }
type During = { from: number; to: number }

const on = (code: ProblemCode, { rung }: On, zh: string, en: string, refuses = true): Problem => ({
  code,
  refuses,
  rung,
  zh: `第${rung + 1}级：${zh}`,
  en: `Rung ${rung + 1}: ${en}`
})

export const noRungs = (): Problem => ({
  code: 'NO_RUNGS',
  refuses: true,
  zh: '升级规则没有任何级别，请至少设一级。',
  en: 'The ladder has no rungs; it needs at least one.'
})

export const afterNotIncreasing = (at: On, after: number, before: number) =>
  on(
    'AFTER_NOT_INCREASING',
    at,
    `应晚于上一级（${before / 60_000}分钟），现为${after / 60_000}分钟。`,
    `expected later than the rung before it (${before / 60_000} min); it is at ${after / 60_000} min.`
  )

export const rungUnreachable = (at: On) =>
  on(
    'RUNG_UNREACHABLE',
    at,
    '通知不到任何人，请改选人员、值班表或渠道。',
    'reaches nobody; choose others, a roster or a channel.'
  )

export const lastRungMayReachNobody = (at: On, { from, to }: During) =>
  on(
    'LAST_RUNG_MAY_REACH_NOBODY',
    at,
    `最后一级必须随时有人，但${clockTime(from)}至${clockTime(to)}无人可通知。`,
    `the last one must always reach somebody; from ${clockTime(from)} to ${clockTime(to)} it reaches nobody.`
  )

export const rosterEmpty = (at: On, name: string, { from, to }: During) =>
  on(
    'ROSTER_EMPTY',
    at,
    `值班表“${name}”在${clockTime(from)}至${clockTime(to)}无人值班。`,
    `nobody is on duty in roster "${name}" from ${clockTime(from)} to ${clockTime(to)}.`,
    false
  )

export const onLeaveWithoutDeputy = (at: On, name: string, { from, to }: During) =>
  on(
    'ON_LEAVE_WITHOUT_DEPUTY',
    at,
    `“${name}”${clockTime(from)}至${clockTime(to)}休假，无人代理。`,
    `"${name}" is on leave from ${clockTime(from)} to ${clockTime(to)} and nobody stands in.`,
    false
  )

export const channelNotConfigured = (at: On, channel: string) =>
  on('CHANNEL_NOT_CONFIGURED', at, `渠道“${channel}”尚未配置。`, `channel "${channel}" is not configured.`)

export const noAddress = (at: On, name: string, channels: readonly string[]) =>
  on(
    'NO_ADDRESS',
    at,
    `“${name}”没有${channels.join('、')}的联系方式。`,
    `"${name}" has no address for ${channels.join(', ')}.`,
    false
  )

export const quietHoursBlockUrgent = (): Problem => ({
  code: 'QUIET_HOURS_BLOCK_URGENT',
  refuses: true,
  zh: '紧急升级规则不得等待免打扰时段结束。',
  en: 'An urgent ladder must not wait for the end of the quiet hours.'
})

export const quietHoursNeverEnd = (): Problem => ({
  code: 'QUIET_HOURS_NEVER_END',
  refuses: true,
  zh: '免打扰时段覆盖了整周，普通提醒没有可发送的时间。',
  en: 'The quiet hours cover the whole week; what is not urgent could never be told.'
})

export const repeatsNeverEnd = (at: On) =>
  on('REPEATS_NEVER_END', at, '重复提醒没有次数上限，请设定次数。', 'its repeats never end; say how many times.')

export const repeatsCutOff = (at: On, times: number, told: number) =>
  on(
    'REPEATS_CUT_OFF',
    at,
    `设定重复${times}次，但在下一级之前只能重复${told}次。`,
    `it repeats ${times} times, but only ${told} of them come before the next rung.`,
    false
  )
