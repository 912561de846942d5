import { SERIES } from '@huiyin/domain/boards/figures.ts'
import { pointsOf } from '@huiyin/domain/boards/span.ts'
import type { FactCode } from '@huiyin/domain/reports/figures.ts'
import type { BoardPoint, BoardSeries } from '@huiyin/schemas/api-boards.ts'
import type { Asked } from './asking.ts'
import type { Stretch } from './stretch.ts'

/** Figures by hour or day, each point with the same hour or day of the period before, as far as that was counted. */
export function seriesOf({ time }: Asked, now: Stretch, before: Stretch | undefined): BoardSeries[] {
  const { unit } = time
  const then = before && new Map(before.overTime.map(({ at, value }) => [at - time.before.from, value]))
  const comments = now.overTime.map(
    ({ at, value }): BoardPoint => ({ at, value, ...beforeOf(then?.get(at - time.now.from)) })
  )
  const of = (code: FactCode): BoardSeries => {
    const [values, earlier] = [now.tally?.series(code), before?.tally?.series(code)]
    const ends = time.before.until - time.before.from
    const points = values ? pointsOf(time.now, unit) : []
    return {
      ...{ figure: code, unit },
      points: points.map(at => {
        const since = at - time.now.from
        const there = earlier !== undefined && since < ends
        return {
          ...{ at, value: values!.get(at) ?? 0 },
          ...(there && { before: earlier.get(time.before.from + since) ?? 0 })
        }
      })
    }
  }
  return [{ figure: 'comments', unit, points: comments }, ...SERIES.map(of)]
}

const beforeOf = (before: number | undefined) => (before === undefined ? {} : { before })
