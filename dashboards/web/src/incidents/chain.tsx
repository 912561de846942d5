import type { IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { useMay } from '../data/may.ts'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { known, t } from '../language.ts'
import { CheckIcon, CheckTwiceIcon, ClockIcon, CrossIcon } from '../marks/icons.tsx'
import marks from '../marks/marks.module.css'
import { clockTime, exactTime } from '../time.ts'
import { IncidentLevel } from './incident-marks.tsx'
import style from './sheet.module.css'

type Report = IncidentView['reports'][number]

const letterHref = (letter: string) => `?${new URLSearchParams({ view: 'letters', box: 'all', open: letter })}`

/** Who was told what and when, and who has said that they received it. */
export function Chain({ view, now }: { view: IncidentView; now: number }) {
  const reads = useMay()('letter.read')
  return (
    <section className={style.block} aria-label={t('incident.reports')}>
      <h3>{t('incident.reports')}</h3>
      {view.reports.length === 0 && <p className={style.quiet}>{t('incident.reports.none')}</p>}
      <ol className={style.stack}>
        {view.reports.map(report => (
          <li key={report.letter} className={style.told}>
            <p className={style.byline}>
              <strong>{t(`incident.told.${report.why}`)}</strong>
              <IncidentLevel level={report.level} />
              <time title={exactTime(report.at)}>{clockTime(report.at, now)}</time>
              {reads && report.to.length > 0 && (
                <a
                  className={style.right}
                  href={letterHref(report.letter)}
                  onClick={plainly(() => visit(letterHref(report.letter)))}
                >
                  {t('incident.letter')}
                </a>
              )}
            </p>
            {report.to.length === 0 && <p className={style.quiet}>{t('incident.told-nobody')}</p>}
            <ul className={style.people}>
              {report.to.map((one, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one is told by several channels, and again
                <li key={`${one.name}/${one.channel}/${i}`}>
                  <Recipient one={one} now={now} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Recipient({ one, now }: { one: Report['to'][number]; now: number }) {
  const { name, state, received } = one
  if (received)
    return (
      <span className={`${marks.plain} ${marks.good}`} title={exactTime(received.at)}>
        <CheckTwiceIcon />
        {t('incident.received', { name, at: clockTime(received.at, now) })}
      </span>
    )
  if (state === 'sent')
    return (
      <span className={marks.plain}>
        <CheckIcon />
        {t('incident.sent', { name })}
      </span>
    )
  const failed = state === 'failed' || state === 'unknown'
  return (
    <span className={`${marks.plain} ${failed ? marks.late : ''}`}>
      {failed ? <CrossIcon /> : <ClockIcon />}
      {t('incident.unsent', { name, state: known(`incident.delivery.${state}`) ?? state })}
    </span>
  )
}
