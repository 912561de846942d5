import type { BoardNumber, BoardOverview, BoardPart } from '@huiyin/schemas/api-boards.ts'
import { saveCanvas } from '../../charts/save.ts'
import { t } from '../../language.ts'
import { count, percent } from '../../numbers.ts'
import { briefOf } from '../brief-words.ts'
import { comparisonOf } from '../comparison.ts'
import { figureName, unitOf, valueWords } from '../figure-words.ts'
import { KEY_FIGURES, labelName, levelName } from '../key-figures.ts'
import { versus } from '../period.ts'
import { between } from '../said.ts'
import { moodKeys, outcomeKeys, volumeKeys } from './keys.ts'
import { columns, gap, type Part, paragraph, sheetOf } from './page.ts'
import { bars, chart, type Line, tile } from './parts.ts'
import { fileName, footing, heading } from './save-chart.ts'

/** The overview as one PNG file, for a message or a meeting. */
export async function saveOverview(data: BoardOverview): Promise<void> {
  const title = t('view.overview')
  const { definitions, mixes } = data
  const beside = [
    chart('volume', t('boards.volume'), volumeKeys(definitions, versus(data.span, data.period))),
    chart('mood', t('boards.mood'), moodKeys()),
    chart('outcomes', t('boards.outcomes'), outcomeKeys(definitions)),
    bars(t('boards.topics'), lines(data.topics.map(({ phrase, value }) => [phrase, value])))
  ].filter(part => part !== undefined)
  const parts: Part[] = [
    ...heading(title, data),
    paragraph(briefOf(data).join(between()), 16, 'ink'),
    gap(12),
    columns(
      KEY_FIGURES.flatMap(figure => tileOf(data, figure) ?? []),
      4
    ),
    gap(14),
    columns(beside, 2),
    gap(14),
    columns(
      [
        bars(t('boards.labels'), partLines(mixes.label, labelName)),
        bars(t('boards.levels'), partLines(mixes.level, levelName)),
        bars(t('boards.accounts'), lines(data.accounts.map(row => [row.name, row.numbers.comments?.value ?? 0]))),
        bars(
          t('boards.departments'),
          lines(data.departments.map(row => [row.name, row.numbers.dispatches?.value ?? 0]))
        )
      ],
      2
    ),
    ...footing()
  ]
  await saveCanvas(sheetOf(parts), fileName(title, data, 'png'))
}

function tileOf({ figures, now, definitions }: BoardOverview, figure: string): Part | undefined {
  const number: Partial<BoardNumber> | undefined =
    figures.find(one => one.figure === figure) ?? now.find(one => one.figure === figure)
  if (number?.value === undefined) return
  const unit = unitOf(definitions, figure)
  const { value, before, ...rest } = number
  return tile({
    name: figureName(definitions, figure),
    value: valueWords({ value, ...rest }, unit),
    alarm: figure === 'overdue-now' && value !== null && value > 0,
    ...(before !== undefined && { versus: comparisonOf(figure, unit, { value, before, ...rest }) })
  })
}

const SHOWN = 6

function lines(of: readonly (readonly [name: string, value: number])[]): Line[] {
  const most = Math.max(1, ...of.map(([, value]) => value))
  return of.slice(0, SHOWN).map(([name, value]) => ({ name, value: count(value), share: value / most }))
}

function partLines(parts: readonly BoardPart[], name: (key: string) => string): Line[] {
  const all = Math.max(
    1,
    parts.reduce((sum, { value }) => sum + value, 0)
  )
  return parts.map(({ key, value }) => ({
    name: name(key),
    value: count(value),
    more: percent(value / all),
    share: value / all
  }))
}
