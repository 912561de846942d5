import type { BoardMood, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { Button } from 'antd'
import { plainly } from '../../frame/plainly.ts'
import { t } from '../../language.ts'
import { CrossIcon } from '../../marks/icons.tsx'
import { count } from '../../numbers.ts'
import { clockTime } from '../../time.ts'
import { ExportMenu } from '../export-menu.tsx'
import { figureDefinition, figureName } from '../figure-words.ts'
import { periodName } from '../period.ts'
import { type BoardPlace, changedPlace, formatBoardPlace, goTo } from '../place.ts'
import style from './behind.module.css'
import { narrowedTo } from './narrowed-to.ts'

type HeadProps = {
  place: BoardPlace
  /** The number that one came from, and the lists from which it follows. */
  list: string
  parts: readonly string[]
  /** The list that is shown. */
  figure: string
  board: BoardOverview | BoardMood
  total?: number
  asOf: number
  now: number
  /** Of the files, for who may have them. */
  query?: Readonly<Record<string, string>>
  onRenew: () => void
  onClose: () => void
}

/** What the list is of, how many there are, of when, and how the number is defined. */
export function BehindHead(props: HeadProps) {
  const { place, list, parts, figure, board, total, asOf, now, query, onRenew, onClose } = props
  const narrowed = narrowedTo(place, board)
  return (
    <header className={style.head}>
      <div className={style.title}>
        <h2>{figureName(board.definitions, list)}</h2>
        {query && <ExportMenu files="/api/boards/rows" query={query} small />}
        <Button type="text" icon={<CrossIcon />} aria-label={t('counted.close')} onClick={onClose} />
      </div>
      <p className={style.of}>
        {[isNow(list) ? t('boards.now') : periodName(board.span, board.period), ...narrowed].join(' · ')}
      </p>
      {parts.length > 1 && (
        <nav className={style.parts} aria-label={t('counted.which')}>
          {parts.map(part => {
            const to = changedPlace(place, { part, ticket: undefined })
            return (
              <a
                key={part}
                href={formatBoardPlace(to)}
                aria-current={part === figure ? 'true' : undefined}
                onClick={plainly(() => goTo(to, { replace: true }))}
              >
                {figureName(board.definitions, part)}
              </a>
            )
          })}
        </nav>
      )}
      <p className={style.count}>
        <strong role="status" data-total={total}>
          {total === undefined ? ' ' : t('counted.count', { total: count(total) })}
        </strong>
        <span>{t('counted.as-of', { at: clockTime(asOf, now) })}</span>
        {board.asOf > asOf && (
          <button type="button" className={style.renew} onClick={onRenew}>
            {t('counted.newer')}
          </button>
        )}
      </p>
      <Definition words={figureDefinition(board.definitions, figure)} />
    </header>
  )
}

/** Of how things stand now, whatever the period. */
const isNow = (figure: string) => figure.endsWith('-now')

const Definition = ({ words }: { words: string | undefined }) =>
  words === undefined ? null : (
    <details className={style.definition}>
      <summary>{t('counted.how')}</summary>
      {words}
    </details>
  )
