import { WORDS } from '@huiyin/domain/calendar/explain-words.ts'
import { PROMISES } from '@huiyin/domain/check-policy.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import type { Ladder, TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { Policy, PolicyMatch, Promised, PromiseKind } from '@huiyin/schemas/policy.ts'
import type { InForce } from './rules-in-force.ts'
import { tableText } from './table.ts'

const { target: targetText, length: lengthText } = WORDS.zh

const NEEDS: Record<TriggerKind, string> = {
  approaching: '即将超时',
  breached: '超时',
  'risk-rose': '风险上升',
  urgent: '紧急事项',
  dispatched: '派单通知',
  'unsigned-dispatch': '派单未签收',
  'reported-upward': '上报领导',
  supervised: '督办',
  'reopened-often': '多次重开',
  'incident-rising': '舆情升级'
}

const NAMES: Record<string, string> = {
  inquiry: '咨询',
  suggestion: '建议',
  complaint: '投诉',
  other: '其他',
  blue: '蓝色',
  yellow: '黄色',
  orange: '橙色',
  red: '红色'
}

/** What is in force, for people: who is promised what by which calendar, and who is told when. */
export function rulesText({ policy, calendars, ladders, jobs }: InForce): string {
  const rungs = ladders.map(({ kind, urgent, ladder }) => [
    NEEDS[kind],
    urgent ? '紧急' : '一般',
    ladderText(ladder),
    `${ladder.id}@${ladder.version}`
  ])
  return [
    `现行规则 ${policy.version}（${since(policy)}）\n\n`,
    table([['规则', '适用', '事项', '时限', '提前提醒', '日历'], ...promiseRows(policy, calendars)]),
    '\n升级提醒\n\n',
    rungs.length === 0
      ? '尚未配置任何提醒渠道，超时不会通知任何人。\n'
      : table([['事由', '程度', '步骤', '规则'], ...rungs]),
    ...(jobs.length === 0 ? [] : ['\n正在按新规则重算未结事项的时限\n\n', jobsText(jobs)])
  ].join('')
}

const jobsText = (jobs: InForce['jobs']) =>
  table([
    ['规则', '已处理', '时限变动', '失败'],
    ...jobs.map(({ rule, done, moved, failed }) => [rule, `${done} 件`, `${moved} 项`, `${failed} 件`])
  ])

const table = (rows: readonly (readonly string[])[]) => tableText(rows, 'texts')

const since = ({ effectiveFrom }: Policy) =>
  effectiveFrom === 0 ? '系统自带' : `${dayInShanghai(effectiveFrom)} 起生效`

function promiseRows({ rules }: Policy, calendars: InForce['calendars']): string[][] {
  const calendarText = (id: string) => `${id}@${calendars.find(calendar => calendar.id === id)?.version}`
  return rules.flatMap(({ name, when, promises }) =>
    (Object.entries(promises) as [PromiseKind, Promised][]).map(([kind, { target, calendar, warnBefore }]) => [
      name,
      matchText(when),
      PROMISES[kind].zh,
      targetText(target),
      warnBefore.map(lengthText).join('、') || '无',
      calendarText(calendar)
    ])
  )
}

function matchText({ urgent, ...lists }: PolicyMatch): string {
  const named = Object.values(lists).map(list => list?.map(one => NAMES[one] ?? one).join('、') ?? '')
  const kind = urgent === undefined ? '' : urgent ? '紧急' : '非紧急'
  return [kind, ...named].filter(text => text !== '').join('，') || '全部'
}

const ladderText = ({ rungs }: Ladder) =>
  rungs
    .map(({ after, repeat }) => {
      const when = after === 0 ? '立即' : `${lengthText(after)}后`
      if (!repeat) return when
      const times = repeat.times === undefined ? '' : `，${repeat.times} 次`
      return `${when}，每 ${lengthText(repeat.every)}重复${times}`
    })
    .join('；')
