import type { BoardMood, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { useMemo } from 'react'
import type { Draw } from '../../charts/chart.tsx'
import { overTime } from '../../charts/over-time.ts'
import { stacked } from '../../charts/stacked.ts'
import { t } from '../../language.ts'
import { count } from '../../numbers.ts'
import { momentShort, momentsOf } from '../moments.ts'
import { FEELINGS } from '../mood-panel.tsx'

/** What the wall's charts draw; nobody points at them. */

export const useVolumeDrawing = (data: BoardOverview): Draw =>
  useMemo(() => {
    const of = data.series.find(({ figure }) => figure === 'comments')
    const unit = of?.unit ?? 'hour'
    const points = new Map(of?.points.map(point => [point.at, point]))
    const moments = momentsOf(data.period, unit).map(at => ({
      label: momentShort(at, unit),
      words: '',
      value: points.get(at)?.value ?? null,
      before: points.get(at)?.before
    }))
    return overTime({ as: 'bars', whole: true, say: count, moments })
  }, [data])

export const useMoodDrawing = (data: BoardMood): Draw =>
  useMemo(() => {
    const moments = momentsOf(data.period, data.unit)
    const points = new Map(data.series.map(point => [point.at, point]))
    return stacked({
      labels: moments.map(at => momentShort(at, data.unit)),
      layers: FEELINGS.map(tone => ({
        tone,
        name: t(`sentiment.${tone}`),
        values: moments.map(at => points.get(at)?.[tone] ?? null)
      })),
      say: count,
      words: () => ''
    })
  }, [data])
