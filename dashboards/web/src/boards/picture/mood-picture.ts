import type { BoardMood, MoodPart } from '@huiyin/schemas/api-boards.ts'
import { saveCanvas } from '../../charts/save.ts'
import { t } from '../../language.ts'
import { count, percent } from '../../numbers.ts'
import { clockTime } from '../../time.ts'
import { comparisonOf } from '../comparison.ts'
import { happenedIn } from '../mood/happened.ts'
import { FEELINGS } from '../mood-panel.tsx'
import { moodKeys } from './keys.ts'
import { columns, gap, type Part, paragraph, sheetOf } from './page.ts'
import { bars, chart, type Line, tile } from './parts.ts'
import { fileName, footing, heading } from './save-chart.ts'

const SHOWN = 8

/** The sentiment view as one PNG file. */
export async function saveMood(data: BoardMood): Promise<void> {
  const title = t('view.mood')
  const drawn = chart('mood', t('boards.mood'), moodKeys())
  const happened = happenedIn(data).map(({ sign, notes }) => {
    const said = notes.map(({ at, kind, title }) => `${clockTime(at, data.asOf)} ${t(`mood.note.${kind}`)} ${title}`)
    return paragraph(`${sign}  ${said.join(' / ')}`, 13, 'quiet')
  })
  const parts: Part[] = [
    ...heading(title, data),
    columns(tiles(data), 3),
    gap(14),
    ...(drawn ? [drawn, gap(10)] : []),
    ...happened,
    gap(14),
    columns(
      [
        bars(t('mood.by.accounts'), lines(data.accounts)),
        bars(t('mood.by.topics'), lines(data.topics)),
        bars(
          t('mood.grown'),
          data.grown.slice(0, SHOWN).map(({ word, value, before }) => ({
            name: word,
            value: t('mood.grown-from', { before: count(before), value: count(value) }),
            share: value / Math.max(1, ...data.grown.map(({ value }) => value))
          }))
        )
      ],
      3
    ),
    ...footing()
  ]
  await saveCanvas(sheetOf(parts), fileName(title, data, 'png'))
}

const sum = (of: Pick<MoodPart, (typeof FEELINGS)[number]>) => FEELINGS.reduce((all, key) => all + of[key], 0)

const tiles = ({ total, before }: BoardMood): Part[] =>
  [...FEELINGS].reverse().map(key => {
    const all = sum(total)
    return tile({
      name: t(`sentiment.${key}`),
      value: all === 0 ? count(total[key]) : `${count(total[key])}  ${percent(total[key] / all)}`,
      versus: comparisonOf(key, 'comments', { value: total[key], before: before[key] })
    })
  })

function lines(parts: readonly MoodPart[]): Line[] {
  const most = Math.max(1, ...parts.map(sum))
  return parts.slice(0, SHOWN).map(part => ({
    name: part.name,
    value: count(sum(part)),
    more: `${t('sentiment.negative')} ${count(part.negative)}`,
    share: sum(part) / most
  }))
}
