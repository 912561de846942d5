import type { ReportSection, Sentence } from '@huiyin/schemas/report.ts'
import { curvesOf } from '../curves.ts'
import type { Of } from '../material.ts'

/** 趋势: the curve against the periods before, and where it was highest. */
export function trends(of: Of): ReportSection {
  const peak = highest(of)
  return {
    code: 'trends',
    title: '趋势变化',
    parts: [{ sentences: peak ? [peak] : [], curves: curvesOf(of) }]
  }
}

function highest({ w, material }: Of): Sentence | undefined {
  const by = material.period.kind === 'yearly' ? 'month' : 'day'
  const [key] = w.keys('comments', by)
  if (key === undefined || w.keys('comments', by).length < 2) return
  const where = { by, key } as const
  return w.say`${w.name(w.cite('comments', where))}评论最多，为${w.value('comments', where)}条。`
}
