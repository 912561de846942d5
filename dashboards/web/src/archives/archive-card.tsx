import type { ArchiveView } from '@huiyin/schemas/api-archives.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { clockTime, exactTime } from '../time.ts'
import style from './archives.module.css'
import { type ArchivePlace, formatArchivePlace, goAmongArchives } from './place.ts'
import { sizeOf, standingOf, termWords } from './standing.ts'

type CardProps = { row: ArchiveView; place: ArchivePlace; now: number }

/** One archive: what is in it, how it stands, and how long it is kept. */
export function ArchiveCard({ row, place, now }: CardProps) {
  const { id, title, state, done, rows, seal, isOver, failed } = row
  const { words, tone } = standingOf(row)
  const to = { ...place, open: id }
  return (
    <li className={card.card} aria-current={place.open === id} data-archive={id}>
      <p className={card.line}>
        <ToneMark tone={tone}>{words}</ToneMark>
        <a className={card.name} href={formatArchivePlace(to)} onClick={plainly(() => goAmongArchives(to))} lang="zh">
          {title}
        </a>
      </p>
      {state === 'building' && !failed && (
        <progress className={style.progress} value={done} max={1} aria-label={t('archive.making')} />
      )}
      <p className={style.facts}>
        {seal ? (
          <>
            <span title={exactTime(seal.at)}>{t('archive.sealed-at', { at: clockTime(seal.at, now) })}</span>
            <span>{t('archive.rows', { count: seal.rows.toLocaleString('en') })}</span>
            <span>{t('archive.files', { count: seal.files.toLocaleString('en'), size: sizeOf(seal.bytes) })}</span>
            <span className={isOver ? style.soon : undefined}>{termWords(row)}</span>
          </>
        ) : (
          <span>{t('archive.rows-so-far', { count: rows.toLocaleString('en') })}</span>
        )}
      </p>
    </li>
  )
}
