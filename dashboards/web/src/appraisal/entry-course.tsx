import type { EntryView } from '@huiyin/schemas/api-register.ts'
import type { ReactNode } from 'react'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { consequenceWords } from './entry-words.ts'
import { formatAppraisalPlace, goInAppraisal } from './place.ts'

/** What became of it, in the order in which it happened. Nothing of it is ever taken away. */
export function EntryCourse({ entry, now }: { entry: EntryView; now: number }) {
  const { ruling, before = [], appeals, dropped, kind } = entry
  const after = ruling?.after ?? []
  const rulings = [...before, ...(ruling ? [ruling] : [])]
  if (rulings.length === 0 && appeals.length === 0 && !dropped) return null
  const steps: { at: number; drawn: ReactNode }[] = [
    ...rulings.map((one, n) => ({
      at: one.at,
      drawn: (
        <Step title={t(n === 0 ? 'register.ruled' : 'register.ruled-anew')} who={one.by.name} at={one.at} now={now}>
          <strong>{consequenceWords({ kind, ruling: one })}</strong>
          <p>{one.why}</p>
        </Step>
      )
    })),
    ...appeals.map(({ by, at, grounds, dueAt, answer }) => ({
      at,
      drawn: (
        <Step
          title={t(kind === 'objection' ? 'register.objected' : 'register.appealed')}
          who={by.name}
          at={at}
          now={now}
        >
          <p>{grounds}</p>
          {!answer && (
            <p className={now > dueAt ? style.late : style.hint} title={exactTime(dueAt)}>
              {t(now > dueAt ? 'register.answer-late' : 'register.answer-by', { at: clockTime(dueAt, now) })}
            </p>
          )}
        </Step>
      )
    })),
    ...appeals.flatMap(({ answer }) =>
      answer
        ? [
            {
              at: answer.at,
              drawn: (
                <Step title={t('register.answered')} who={answer.by.name} at={answer.at} now={now}>
                  <strong>{t(`register.outcome.${answer.outcome}`)}</strong>
                  <p>{answer.why}</p>
                  {answer.late && <p className={style.late}>{t('register.was-late')}</p>}
                </Step>
              )
            }
          ]
        : []
    ),
    ...(dropped
      ? [
          {
            at: dropped.at,
            drawn: (
              <Step title={t('register.dropped')} who={dropped.by.name} at={dropped.at} now={now}>
                <p>{dropped.why}</p>
              </Step>
            )
          }
        ]
      : [])
  ]
  return (
    <section aria-label={t('register.course')}>
      <h3 className={style.heading}>{t('register.course')}</h3>
      <ol className={style.course}>
        {steps
          .sort((a, b) => a.at - b.at)
          .map(({ at, drawn }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
            <li key={`${at} ${n}`}>{drawn}</li>
          ))}
      </ol>
      {after.length > 0 && <Counted ids={after} />}
    </section>
  )
}

type StepProps = { title: string; who: string; at: number; now: number; children: ReactNode }

const Step = ({ title, who, at, now, children }: StepProps) => (
  <>
    <p className={style.facts}>
      <strong>{title}</strong>
      <span>{who}</span>
      <time title={exactTime(at)}>{clockTime(at, now)}</time>
    </p>
    {children}
  </>
)

/** Violations of the same subject that stand before it: why it is the second or third. */
const Counted = ({ ids }: { ids: readonly string[] }) => (
  <p className={style.hint}>
    {t('register.after', { count: ids.length })}{' '}
    {ids.map((id, n) => {
      const to = { part: 'register', open: id } as const
      return (
        <a key={id} href={formatAppraisalPlace(to)} onClick={plainly(() => goInAppraisal(to))}>
          {t('behind.one', { n: n + 1 })}{' '}
        </a>
      )
    })}
  </p>
)
