import { saveCanvas } from '../../charts/save.ts'
import { serverNow } from '../../data/server-time.ts'
import { t } from '../../language.ts'
import { exactTime } from '../../time.ts'
import { dayOf } from '../days.ts'
import { stretchOf, versus } from '../period.ts'
import type { Numbers } from '../standing.tsx'
import { gap, type Part, paragraph, sheetOf } from './page.ts'
import { chart, type Key } from './parts.ts'

/** Above every picture: what it is, and of when. */
export const heading = (title: string, { span, period, compared, asOf }: Numbers): Part[] => [
  paragraph(title, 24, 'ink', 600),
  gap(2),
  paragraph(
    [
      stretchOf(span, period),
      t('boards.compared', { vs: versus(span, period), stretch: stretchOf(span, compared) }),
      t('boards.as-of', { at: exactTime(asOf) })
    ].join(t('boards.comma')),
    13,
    'quiet'
  ),
  gap(14)
]

/** Below every picture: who made it. */
export const footing = (): Part[] => [
  gap(12),
  paragraph(t('boards.picture-foot', { at: exactTime(serverNow()) }), 12, 'faint')
]

/** `huiyin-概览-2026-11-22.png`. */
export const fileName = (title: string, { period }: Numbers, ending: string) =>
  `huiyin-${title}-${dayOf(period.from)}.${ending}`.replace(/[\s/\\:]+/g, '-')

/** One chart as a PNG file. */
export async function saveChart(id: string, title: string, keys: readonly Key[], of: Numbers): Promise<void> {
  const drawn = chart(id, title, keys)
  if (drawn) await saveCanvas(sheetOf([...heading(title, of), drawn, ...footing()]), fileName(title, of, 'png'))
}
