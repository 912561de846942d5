import type { Incident, Owes, TellWhy } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import type { Letter, LetterTarget } from '@huiyin/schemas/letter.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { letterPath } from '../letters/letter-path.ts'
import { maskPersonal } from '../reply-check/mask-personal.ts'
import { isGraver } from '../risk-levels.ts'
import { IMPACT_WORDS, LEVEL_WORDS, SCALE_WORDS, TREND_WORDS } from './words.ts'

/** What letters about incidents say, and to whom they go. */

type Said = Pick<Letter, 'title' | 'lines' | 'path'>

/** Whom the rules name at a level, and whether they are asked to say that they received it. */
export function whomToTell(
  { chain }: IncidentRules,
  level: RiskLevel,
  channels: readonly string[]
): { targets: LetterTarget[]; receipt: boolean } {
  const links = chain.filter(({ from }) => !isGraver(from, level))
  const targets = links
    .flatMap(({ to }) => to)
    .flatMap((one): LetterTarget[] =>
      one.kind === 'channels' ? channels.map(channel => ({ kind: 'channel', channel })) : [one]
    )
  return { targets, receipt: links.some(({ receipt }) => receipt) }
}

const WHY: Record<TellWhy, string> = {
  opened: '新增舆情事件',
  step: '舆情事件扩大',
  level: '舆情级别上调',
  late: '舆情处置逾期',
  reopened: '舆情事件再起',
  closed: '舆情事件办结',
  instructed: '领导批示'
}

/**
 * One letter for what happened last; figures and a phrase, no citizen and nothing that one of them wrote. `instruction`:
 * the words of the one that it tells of.
 */
export function letterOf(incident: Incident, { why, level, of }: Owes, instruction?: string): Said {
  const { number, title, figures, scale, trend, impact } = incident
  const late = why === 'late' ? incident.tracks.find(({ id }) => id === of) : undefined
  const given = incident.instructions?.find(({ id }) => id === of)
  const open = incident.steps.filter(({ state }) => state === 'open')
  return {
    title: `${WHY[why]} ${number}：${title}`.slice(0, 200),
    lines: [
      ...(given ? instructionLines(given, why, instruction) : []),
      `级别：${LEVEL_WORDS[level].zh}；规模：${SCALE_WORDS[scale].zh}；趋势：${TREND_WORDS[trend].zh}；影响：${IMPACT_WORDS[impact].zh}`,
      `评论 ${figures.comments} 条，网友 ${figures.people} 人，账号 ${figures.spread.length} 个，其中负面 ${figures.sentiment.negative} 条、紧急 ${figures.urgent} 条`,
      ...(why === 'step' && of !== undefined ? [`已达 ${of} 条`] : []),
      ...(late ? [`逾期：${late.name.zh}（应于 ${timeOf(late.dueAt)} 前完成）`] : []),
      ...(why !== 'closed' && open.length > 0
        ? [`待办：${open.map(({ name }) => name.zh).join('；')}`.slice(0, 1000)]
        : []),
      ...(why === 'closed'
        ? []
        : incident.tracks.filter(isRunning).map(track => `${track.name.zh}：${timeOf(track.dueAt)} 前`))
    ],
    path: letterPath('incident', incident.id)
  }
}

type Given = NonNullable<Incident['instructions']>[number]

/** A line of a letter has 1,000 units at most; no character is parted. */
const LINE = /.{1,500}/gsu

function instructionLines({ by, dueAt }: Given, why: TellWhy, text: string | undefined): string[] {
  const until = dueAt === undefined ? [] : [`批示办理期限：${timeOf(dueAt)} 前`]
  const late = why === 'late' ? ['逾期：批示尚未反馈办理情况'] : []
  return [...late, ...(text === undefined ? [] : linesOf(`${by.name} 批示：${text}`)), ...until]
}

/** Masked before it is parted: half a telephone number is not seen to be one. */
const linesOf = (text: string): string[] => maskPersonal(text).match(LINE) ?? []

const isRunning = ({ metAt, lateAt }: Incident['tracks'][number]) => metAt === undefined && lateAt === undefined

/** What was old already when it became known, of all together; `count` may be more than are named. */
export function digestOf(incidents: readonly Incident[], count: number): Said {
  return {
    title: `补录舆情汇总：${count} 起`,
    lines: [
      '以下舆情发生较早，因采集或服务中断现补报，请核实：',
      ...incidents.map(({ number, title, level, figures }) =>
        `${number} ${title}（${LEVEL_WORDS[level].zh}，评论 ${figures.comments} 条）`.slice(0, 1000)
      )
    ],
    path: letterPath('incident')
  }
}

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})

const timeOf = (at: number) => TIME.format(at)
