import type { LetterRow } from '@huiyin/schemas/api-letters.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { CheckTwiceIcon } from '../marks/icons.tsx'
import marks from '../marks/marks.module.css'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { ago, exactTime } from '../time.ts'
import { goLetter, letterHref } from './place.ts'
import type { OwnLetter } from './use-letters.ts'

type Head = Pick<LetterRow, 'id' | 'about' | 'title' | 'urgent' | 'madeAt'>
type CardProps<R> = { row: R; open: boolean; now: number }

const Line = ({ row, now }: { row: Head; now: number }) => (
  <p className={card.line}>
    <span className={marks.mark}>{t(`letter.about.${row.about}`)}</span>
    {row.urgent && <span className={`${marks.mark} ${marks.urgent}`}>{t('letter.urgent')}</span>}
    <a className={card.name} href={letterHref({ open: row.id })} onClick={plainly(() => goLetter({ open: row.id }))}>
      {row.title}
    </a>
    <time className={card.last} title={exactTime(row.madeAt)}>
      {ago(row.madeAt, now)}
    </time>
  </p>
)

/** A letter to whom looks. */
export const OwnCard = ({ row, open, now }: CardProps<OwnLetter>) => (
  <li className={card.card} aria-current={open} data-letter={row.id}>
    <Line row={row} now={now} />
    <p className={card.line}>
      {row.receipt && <ReceiptMark received={row.received} />}
      <span className={card.faint}>{row.lines[0]}</span>
    </p>
  </li>
)

export const ReceiptMark = ({ received }: { received: boolean }) =>
  received ? (
    <span className={`${marks.plain} ${marks.good}`}>
      <CheckTwiceIcon />
      {t('letter.received')}
    </span>
  ) : (
    <ToneMark tone="soon">{t('letter.to-receive')}</ToneMark>
  )

/** A letter to anybody, and how its recipients stand. */
export const LetterCard = ({ row, open, now }: CardProps<LetterRow>) => (
  <li className={card.card} aria-current={open} data-letter={row.id}>
    <Line row={row} now={now} />
    <p className={card.line}>
      <Counts row={row} />
    </p>
  </li>
)

export const Counts = ({ row: { counts, receipt } }: { row: Pick<LetterRow, 'counts' | 'receipt'> }) => {
  const { recipients, sent, waiting, failed, received, late } = counts
  return (
    <>
      <span className={marks.mark}>{t('letter.sent-of', { sent, recipients })}</span>
      {receipt && <span className={marks.mark}>{t('letter.received-of', { received, recipients })}</span>}
      {waiting > 0 && <ToneMark tone="plain">{t('letter.waiting-of', { count: waiting })}</ToneMark>}
      {failed > 0 && <ToneMark tone="late">{t('letter.failed-of', { count: failed })}</ToneMark>}
      {late > 0 && <ToneMark tone="late">{t('letters.late-of', { count: late })}</ToneMark>}
    </>
  )
}
