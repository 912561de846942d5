import type { DryRun, JobExample } from '@huiyin/schemas/api-jobs.ts'
import type { BulkAct } from '@huiyin/schemas/bulk.ts'
import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { slowly } from '../form/busy.ts'
import { known, t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import { clockTime } from '../time.ts'
import style from './bulk.module.css'

type TriedProps = {
  of: DryRun
  act: BulkAct
  now: number
  busy: boolean
  error: unknown
  onRun: () => void
  onBack: () => void
  onClose: () => void
}

/** What would become of the tickets, before anything has. */
export function Tried({ of, act, now, busy, error, onRun, onBack, onClose }: TriedProps) {
  const { total, judged, changed, unchanged, refused, why, examples, expiresAt } = of
  const go = useRef<HTMLButtonElement>(null)
  useEffect(() => go.current?.focus(), [])
  return (
    <>
      <header className={style.head}>
        <Button type="text" icon={<BackIcon />} aria-label={t('bulk.again')} onClick={onBack} />
        <h2>
          {t('bulk.tried')} · {t(`bulk.act.${act.type}`)}
        </h2>
      </header>
      <div className={style.scroll}>
        <dl className={style.figures}>
          <Figure name={t('bulk.would-change')} value={changed} tone="good" />
          <Figure name={t('bulk.would-stay')} value={unchanged} tone="plain" />
          <Figure name={t('bulk.would-refuse')} value={refused} tone={refused > 0 ? 'late' : 'plain'} />
        </dl>
        {judged < total && <p className={style.faint}>{t('bulk.judged', { total, judged })}</p>}
        {why.length > 0 && (
          <ul className={style.why}>
            {why.map(({ code, count }) => (
              <li key={code}>{t('bulk.why', { why: codeWords(code), count })}</li>
            ))}
          </ul>
        )}
        <Examples name={t('bulk.would-change')} of={examples.changed} />
        <Examples name={t('bulk.would-stay')} of={examples.unchanged} />
        <Examples name={t('bulk.would-refuse')} of={examples.refused} />
      </div>
      <footer className={style.foot}>
        {error !== null && error !== undefined && <Alert type="error" showIcon title={problemWords(error)} />}
        <div className={style.buttons}>
          <span className={style.faint}>
            {changed === 0 ? t('bulk.nothing') : t('bulk.expires', { at: clockTime(expiresAt, now) })}
          </span>
          <Button onClick={onClose}>{t('bulk.close')}</Button>
          <Button ref={go} type="primary" disabled={changed === 0 || busy} loading={slowly(busy)} onClick={onRun}>
            {t('bulk.run', { count: total })}
          </Button>
        </div>
      </footer>
    </>
  )
}

/** Why it is refused, without what is said of a single ticket. */
export const codeWords = (code: string, detail = ''): string => known(`problem.${code}`, { detail }) ?? code

type FigureProps = { name: string; value: number; tone: 'good' | 'plain' | 'late' }

const Figure = ({ name, value, tone }: FigureProps) => (
  <div data-tone={tone}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const Examples = ({ name, of }: { name: string; of: readonly JobExample[] }) =>
  of.length > 0 && (
    <section aria-label={name}>
      <h3>
        {name} <span className={style.faint}>{t('bulk.examples')}</span>
      </h3>
      <ul className={style.examples}>
        {of.map(({ ticket, number, excerpt, code, message }) => (
          <li key={ticket}>
            <span className={style.number}>{number}</span>
            <span className={style.words}>{excerpt}</span>
            {code !== undefined && <span className={style.late}>{codeWords(code, message)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
