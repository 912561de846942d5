import type { AppraisalHead } from '@huiyin/schemas/api-appraisal.ts'
import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import { segment } from '../data/acts.ts'
import { useSheet } from '../data/appraisal.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { SheetHead } from '../pane/sheet-head.tsx'
import { clockTime, exactTime } from '../time.ts'
import { Adjustments } from './adjustments.tsx'
import style from './appraisal.module.css'
import { Arithmetic } from './arithmetic.tsx'
import { BandMark } from './band-mark.tsx'
import { Files } from './files.tsx'
import { ObjectPart } from './object-part.tsx'
import { periodWords } from './period-words.ts'
import { type AppraisalPlace, goInAppraisal } from './place.ts'
import { Posts } from './posts.tsx'
import { SheetRevisions } from './sheet-revisions.tsx'

type SheetProps = {
  appraisal: string
  subject: string
  place: AppraisalPlace
  /** By which it was made; absent while they are on their way. */
  rules: AppraisalRules | undefined
  now: number
}

/** How one subject was appraised, with all that one needs to follow it with a pencil. */
export function SubjectSheet({ appraisal, subject, place, rules, now }: SheetProps) {
  const { data, error, refetch } = useSheet(appraisal, subject, place.revision)
  if (!data) return error ? <Failed title={t('appraisal.failed')} error={error} onRetry={refetch} /> : <Loading />
  const { sheet, appraisal: head } = data
  const { result, band, rank } = sheet
  const address = `/api/appraisals/${segment(appraisal)}/sheets/${segment(subject)}/file?revision=${sheet.revision}`
  return (
    <>
      <SheetHead
        title={sheet.subject.name}
        back={t('appraisal.back-to-ranking')}
        onClose={() => goInAppraisal({ ...place, subject: undefined, revision: undefined })}
      >
        <p className={style.facts}>
          <span>
            {periodWords(sheet.period)} · {t(`appraisal.kind.${head.kind}`)}
          </span>
          <span title={exactTime(sheet.asOf)}>{t('appraisal.as-of', { at: clockTime(sheet.asOf, now) })}</span>
        </p>
        <p className={style.outcome}>
          <strong className={style.result}>{result?.toFixed(2) ?? t('appraisal.no-result')}</strong>
          {band && <BandMark band={band} />}
          {rank && <span>{t('appraisal.place', { place: rank.place, of: rank.of })}</span>}
          <Before sheet={sheet} />
        </p>
        <One sheet={sheet} />
        <div className={style.acts}>
          <Files address={address} name={`${periodWords(sheet.period)} ${sheet.subject.name}`} />
          <span className={style.space} />
          <ObjectPart appraisal={head} sheet={sheet} now={now} />
        </div>
      </SheetHead>
      <div className={style.body}>
        <SheetRevisions head={head as AppraisalHead} sheet={sheet} place={place} />
        <Arithmetic sheet={sheet} rules={rules} />
        <Adjustments sheet={sheet} now={now} />
        <Posts sheet={sheet} now={now} />
      </div>
    </>
  )
}

/** Where only one figure is told the result is that one: whoever reads it has to know. */
function One({ sheet }: { sheet: AppraisalSheet }) {
  const counting = sheet.lines.filter(({ weight }) => weight > 0)
  const told = counting.filter(({ points }) => points !== undefined)
  const [one] = told
  if (!one || told.length > 1 || counting.length === 1) return null
  return (
    <p className={style.hint} role="note">
      {t('appraisal.one', { name: t(`indicator.${one.indicator}`), weight: one.weight, others: counting.length - 1 })}
    </p>
  )
}

function Before({ sheet: { before } }: { sheet: AppraisalSheet }) {
  if (before?.result === undefined) return null
  return <span className={style.hint}>{t('appraisal.before-result', { result: before.result.toFixed(2) })}</span>
}
