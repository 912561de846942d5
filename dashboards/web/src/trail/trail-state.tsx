import type { Verification } from '@huiyin/schemas/trail.ts'
import { useTrailState } from '../data/trail.ts'
import { t } from '../language.ts'
import { AlarmIcon, CheckIcon, ClockIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import { ago, clockTime, exactTime } from '../time.ts'
import style from './trail.module.css'

const LATE = 2 * 3_600_000 // ms without an anchor: one is due each hour

/** How long the chain is, when it was signed, and what its last verification found. */
export function TrailState({ now }: { now: number }) {
  const { data, error } = useTrailState()
  if (error && !data) return <p className={style.wrong}>{problemWords(error)}</p>
  if (!data) return null
  const { heads, anchor, verification } = data
  const links = heads.reduce((sum, { n }) => sum + n, 0).toLocaleString('en')
  const late = anchor !== undefined && now - anchor.at > LATE
  return (
    <section className={style.state} aria-label={t('trail.state')}>
      <p>{t('trail.links', { links })}</p>
      <p className={late ? style.soon : undefined} title={anchor && exactTime(anchor.at)}>
        {anchor
          ? t(late ? 'trail.anchored-late' : 'trail.anchored', { ago: ago(anchor.at, now), n: anchor.n })
          : t('trail.anchored-never')}
      </p>
      <Verified of={verification} now={now} />
    </section>
  )
}

function Verified({ of, now }: { of: Verification | undefined; now: number }) {
  if (!of)
    return (
      <p title={t('trail.unverified-hint')}>
        <span className={style.soon}>
          <ClockIcon /> {t('trail.unverified')}
        </span>{' '}
        <span className={style.faint}>{t('trail.unverified-hint')}</span>
      </p>
    )
  if (!of.ok) return <Broken of={of} />
  const { at, from, to, rows, anchors, redacted } = of
  const said =
    from === undefined && to === undefined
      ? t('trail.verified', { at: clockTime(at, now) })
      : t('trail.verified-part', {
          at: clockTime(at, now),
          from: from === undefined ? '…' : clockTime(from, now),
          to: to === undefined ? '…' : clockTime(to, now)
        })
  return (
    <p title={exactTime(at)}>
      <span className={style.good}>
        <CheckIcon /> {said}
      </span>{' '}
      <span className={style.faint}>
        {t('trail.verified-facts', { rows: rows.toLocaleString('en'), anchors })}
        {redacted > 0 && ` · ${t('trail.verified-redacted', { redacted })}`}
      </span>
    </p>
  )
}

const Broken = ({ of: { broken, findings } }: { of: Verification }) => (
  <div className={style.broken} role="alert">
    <p>
      <AlarmIcon /> <strong>{t('trail.broken', { broken })}</strong> {t('trail.broken-hint')}
    </p>
    <ul>
      {findings.map(({ what, link, anchor, words }) => (
        <li key={`${what} ${link} ${anchor} ${words}`} title={words}>
          {t(`trail.broken.${what}`)} <code>{link ?? anchor}</code>
        </li>
      ))}
    </ul>
  </div>
)
