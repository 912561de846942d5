import type { ReportListRow } from '@huiyin/schemas/api-reports.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { AlarmIcon, NoteIcon } from '../marks/icons.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { ago, exactTime } from '../time.ts'
import { makerWords } from './maker-words.ts'
import { formatReportPlace, goAmongReports, type ReportPlace } from './place.ts'
import style from './reports.module.css'

type CardProps = { row: ReportListRow; place: ReportPlace; now: number }

/** One report: of which kind and period, who made it, whether it was sent and who has it. */
export function ReportCard({ row, place, now }: CardProps) {
  const { id, kind, title, number, revision, madeAt, by, instructed } = row
  const to: ReportPlace = { ...(place.kind && { kind: place.kind }), open: id }
  return (
    <li className={card.card} aria-current={place.open === id} data-report={id}>
      <p className={card.line}>
        <ToneMark tone="plain">{t(`report.kind.${kind}`)}</ToneMark>
        <a className={card.name} href={formatReportPlace(to)} onClick={plainly(() => goAmongReports(to))} lang="zh">
          {title}
        </a>
      </p>
      <p className={style.facts}>
        <span lang="zh">{number}</span>
        {revision > 1 && <span>{t('report.revision', { n: revision })}</span>}
        <span>{makerWords(by)}</span>
        <time dateTime={new Date(madeAt).toISOString()} title={exactTime(madeAt)}>
          {ago(madeAt, now)}
        </time>
      </p>
      <p className={style.facts}>
        <SentWords row={row} now={now} />
        {instructed.open > 0 && (
          <span className={style.soon}>
            <NoteIcon /> {t('report.instructed-open', { count: instructed.open })}
          </span>
        )}
        {instructed.open === 0 && instructed.all > 0 && (
          <span>{t('report.instructed-done', { count: instructed.all })}</span>
        )}
      </p>
    </li>
  )
}

/** Whether it was sent, and who has said that they have it. */
function SentWords({ row: { sent }, now }: { row: ReportListRow; now: number }) {
  if (!sent) return <span>{t('report.not-sent')}</span>
  const { at, receipt, counts } = sent
  return (
    <>
      <span title={exactTime(at)}>{t('report.sent', { at: ago(at, now), count: counts.recipients })}</span>
      {receipt && (
        <span className={counts.received === counts.recipients ? style.good : undefined}>
          {t('report.received', { received: counts.received, of: counts.recipients })}
        </span>
      )}
      {counts.late > 0 && <span className={style.soon}>{t('report.receipt-late', { count: counts.late })}</span>}
      {counts.failed > 0 && (
        <span className={style.late}>
          <AlarmIcon /> {t('report.send-failed', { count: counts.failed })}
        </span>
      )}
    </>
  )
}
