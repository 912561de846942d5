import type { Finding } from '@huiyin/schemas/reply-check.ts'
import type { ReplyKind } from '@huiyin/schemas/ticket.ts'
import { language, t } from '../language.ts'
import { AlarmIcon, CheckIcon, EyeIcon } from '../marks/icons.tsx'
import { useCheck } from '../ticket/reply/use-check.ts'
import style from './reviews.module.css'

type ChecksProps = { ticket: string; text: string; kind: ReplyKind }

/** What the house finds in a text before it leaves, what may not stay first. */
export function Checks({ ticket, text, kind }: ChecksProps) {
  const { checked, failed } = useCheck(ticket, text, kind)
  return (
    <section className={style.part} aria-label={t('reviews.checks')}>
      <div className={style.partHead}>
        <h3>{t('reviews.checks')}</h3>
        {checked?.limit !== undefined && (
          <span className={style.faint}>{t('reviews.length', { length: checked.length, limit: checked.limit })}</span>
        )}
      </div>
      {failed ? (
        <p className={style.faint}>{t('check.failed')}</p>
      ) : !checked ? (
        <p className={style.faint}>{t('reviews.checking')}</p>
      ) : checked.findings.length === 0 ? (
        <p className={style.well}>
          <CheckIcon />
          {t('reviews.checks-well')}
        </p>
      ) : (
        <Found findings={checked.findings} text={text} />
      )}
    </section>
  )
}

const graver = (a: Finding, b: Finding) =>
  a.severity === b.severity ? a.from - b.from : a.severity === 'refuse' ? -1 : 1

const Found = ({ findings, text }: { findings: readonly Finding[]; text: string }) => (
  <ul className={style.findings}>
    {[...findings].sort(graver).map(({ code, severity, from, to, zh, en }) => (
      <li key={`${code}-${from}-${to}`} data-severity={severity}>
        <span className={style.severity}>
          {severity === 'refuse' ? <AlarmIcon /> : <EyeIcon />}
          {t(`check.${severity}`)}
        </span>
        {to > from && to - from < text.length && <mark>{text.slice(from, to)}</mark>}
        <span>{language() === 'zh' ? zh : en}</span>
      </li>
    ))}
  </ul>
)
