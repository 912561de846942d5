import type { BoardDefinition } from '@huiyin/schemas/api-boards.ts'
import type { Definition } from '../reports/counted.ts'
import { type FactCode, FIGURES, type FigureCode, isFigure } from '../reports/figures.ts'

/** The figures of the overview, in their order. */
export const OVERVIEW: readonly FigureCode[] = [
  ...(['comments', 'cases', 'urgent', 'reopened', 'closed', 'dismissed'] as const),
  ...(['reply-rate', 'on-time-rate', 'reply-rate-24h', 'reply-rate-1h', 'reply-median', 'reply-p90'] as const),
  ...(['owed', 'answered', 'answered-on-time', 'answered-late', 'unanswered', 'late-before-known'] as const),
  ...(['first-owed', 'answered-24h', 'urgent-owed', 'answered-1h'] as const),
  ...(['satisfaction', 'rated', 'close-rate', 'close-owed', 'closed-on-time'] as const),
  ...(['dispatches', 'bounced', 'bounce-rate', 'sign-rate', 'sign-owed', 'signed-on-time'] as const),
  ...(['handle-rate', 'handle-owed', 'handled', 'handled-on-time', 'posts', 'incidents'] as const)
]

/** Those that follow from tickets. */
export const isOfTickets = (code: FigureCode): boolean => !OUTSIDE.has(code)
const OUTSIDE: ReadonlySet<FigureCode> = new Set<FigureCode>(['comments', 'posts', 'incidents', 'topic-comments'])

export const OF_ACCOUNTS: readonly FigureCode[] = [
  ...(['comments', 'cases', 'owed', 'unanswered', 'reply-rate', 'on-time-rate', 'reply-rate-24h'] as const),
  ...(['reply-median', 'closed', 'satisfaction'] as const)
]

export const OF_DEPARTMENTS: readonly FigureCode[] = [
  ...(['cases', 'dispatches', 'bounced', 'bounce-rate', 'sign-rate', 'handle-owed', 'handled', 'handle-rate'] as const)
]

/** Drawn over time, beside comments. */
export const SERIES: readonly FactCode[] = ['cases', 'closed', 'answered-on-time', 'answered-late', 'unanswered']

/** How the house stands now: lists of the workbench, counted. */
export const NOW = {
  'open-now': {
    zh: '当前在办',
    en: 'open now',
    unit: 'cases',
    definition: {
      zh: '统计时点待处理或办理中的诉求',
      en: 'cases that are open or being handled when it is counted'
    }
  },
  'overdue-now': {
    zh: '当前超时',
    en: 'overdue now',
    unit: 'cases',
    definition: {
      zh: '当前在办中最近一个在走的时限早于统计时点的诉求，含回复、办结与承办时限',
      en: 'of those open now, those whose nearest running due time, of a reply, a result or a department, is before it is counted'
    }
  },
  'urgent-now': {
    zh: '当前紧急',
    en: 'urgent now',
    unit: 'cases',
    definition: { zh: '当前在办中标为紧急的', en: 'of those open now, those that are marked urgent' }
  },
  'unassigned-now': {
    zh: '当前无人经办',
    en: 'with nobody now',
    unit: 'cases',
    definition: { zh: '当前在办中没有经办人的', en: 'of those open now, those that nobody has in hand' }
  },
  'review-now': {
    zh: '当前待核类别',
    en: 'labels to look at now',
    unit: 'cases',
    definition: { zh: '当前在办中类别待人工核对的', en: 'of those open now, those whose label waits for a person' }
  }
} as const satisfies Record<string, Definition>

export type NowCode = keyof typeof NOW
export const NOW_CODES = Object.keys(NOW) as readonly NowCode[]
export const isNow = (code: string): code is NowCode => Object.hasOwn(NOW, code)

/** What a figure is called, how it is counted, and which lists are behind it. Undefined for what is none. */
export function boardDefinition(code: string): BoardDefinition | undefined {
  if (isNow(code)) return { ...told(NOW[code]), rows: [code] }
  if (!isFigure(code)) return
  const { how } = FIGURES[code]
  const rows = how.as === 'sum' ? [code] : how.as === 'share' ? [how.of, how.in] : [how.of]
  return { ...told(FIGURES[code]), rows }
}

const told = ({ zh, en, definition, unit }: Definition) => ({ name: { zh, en }, definition, unit })

export const definitionsOf = (codes: readonly string[]): Record<string, BoardDefinition> =>
  Object.fromEntries(
    [...new Set(codes)].flatMap(code => {
      const found = boardDefinition(code)
      return found ? [[code, found]] : []
    })
  )
