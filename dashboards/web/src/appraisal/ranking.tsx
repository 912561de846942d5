import type { AppraisalView } from '@huiyin/schemas/api-appraisal.ts'
import type { AppraisalRow } from '@huiyin/schemas/appraisal.ts'
import type { Static } from 'typebox'
import { segment } from '../data/acts.ts'
import { Notice } from '../frame/notice.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { SheetHead } from '../pane/sheet-head.tsx'
import { ago, clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { BandMark } from './band-mark.tsx'
import { Changes } from './changes.tsx'
import { ConfirmPart } from './confirm-part.tsx'
import { Files } from './files.tsx'
import { periodWords } from './period-words.ts'
import { type AppraisalPlace, formatAppraisalPlace, goInAppraisal } from './place.ts'

type View = Static<typeof AppraisalView>
type RankingProps = { view: View; place: AppraisalPlace; now: number; onClose: () => void }

/** The results of those of whom one may read, the best first. */
export function Ranking({ view, place, now, onClose }: RankingProps) {
  const { appraisal, rows } = view
  const { id, kind, period, asOf, revision, revisions, objectUntil } = appraisal
  const last = revisions.find(({ n }) => n === revision)
  return (
    <>
      <SheetHead
        title={`${periodWords(period)} · ${t(`appraisal.kind.${kind}`)}`}
        back={t('appraisal.back')}
        onClose={onClose}
      >
        <p className={style.facts}>
          <span>{t('appraisal.revision', { n: revision })}</span>
          {last && (
            <span title={exactTime(last.at)}>{t('appraisal.made', { who: last.by.name, at: ago(last.at, now) })}</span>
          )}
          <span title={exactTime(asOf)}>{t('appraisal.as-of', { at: clockTime(asOf, now) })}</span>
          {objectUntil !== undefined && (
            <span title={exactTime(objectUntil)}>
              {t(now < objectUntil ? 'appraisal.object-until' : 'appraisal.object-over', {
                at: clockTime(objectUntil, now)
              })}
            </span>
          )}
        </p>
        <div className={style.acts}>
          <Files
            address={`/api/appraisals/${segment(id)}/file`}
            name={`${periodWords(period)} ${t(`appraisal.kind.${kind}`)}`}
          />
          <span className={style.space} />
          <ConfirmPart appraisal={appraisal} now={now} />
        </div>
      </SheetHead>
      <div className={style.body}>
        {last && <Changes revision={last} />}
        {rows.length === 0 ? (
          <Notice title={t('appraisal.no-rows')} hint={t('appraisal.no-rows-hint')} />
        ) : (
          <Table rows={rows} place={place} kind={t(`appraisal.kind.${kind}`)} />
        )}
      </div>
    </>
  )
}

type TableProps = { rows: readonly AppraisalRow[]; place: AppraisalPlace; kind: string }

const Table = ({ rows, place, kind }: TableProps) => (
  <table className={style.ranking}>
    <thead>
      <tr>
        <th scope="col" className={`${style.number} ${style.rank}`}>
          {t('appraisal.rank')}
        </th>
        <th scope="col">{kind}</th>
        <th scope="col" className={style.number}>
          {t('appraisal.result')}
        </th>
        <th scope="col">{t('appraisal.band')}</th>
        <th scope="col" className={style.number}>
          {t('appraisal.before')}
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ subject, result, band, rank, before }) => {
        const to = { ...place, subject: subject.id }
        return (
          <tr key={subject.id} data-subject={subject.id}>
            <td className={style.number}>{rank ?? '—'}</td>
            <th scope="row">
              <a href={formatAppraisalPlace(to)} onClick={plainly(() => goInAppraisal(to))}>
                {subject.name}
              </a>
            </th>
            <td className={style.number}>{result?.toFixed(2) ?? t('appraisal.no-result')}</td>
            <td>{band && <BandMark band={band} />}</td>
            <td className={style.number}>{before === undefined ? '—' : <Change from={before} to={result} />}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** The result before, and by how much it rose or fell. */
function Change({ from, to }: { from: number; to: number | undefined }) {
  if (to === undefined) return from.toFixed(2)
  const by = to - from
  const words = by === 0 ? '±0' : `${by > 0 ? '▲' : '▼'} ${Math.abs(by).toFixed(2)}`
  return (
    <>
      {from.toFixed(2)} <span className={by < 0 ? style.late : by > 0 ? style.good : undefined}>{words}</span>
    </>
  )
}
