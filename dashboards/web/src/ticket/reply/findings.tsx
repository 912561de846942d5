import type { Finding } from '@huiyin/schemas/reply-check.ts'
import { language, t } from '../../language.ts'
import { AlarmIcon, EyeIcon } from '../../marks/icons.tsx'
import style from './reply.module.css'

type FindingsProps = {
  text: string
  findings: readonly Finding[]
  onShow: (from: number, to: number) => void
  onReplace: (from: number, to: number, by: string) => void
}

const graver = (a: Finding, b: Finding) =>
  a.severity === b.severity ? a.from - b.from : a.severity === 'refuse' ? -1 : 1

/** What was found in a text, what may not stay first: where it stands and what to do. */
export const Findings = ({ text, findings, onShow, onReplace }: FindingsProps) => (
  <ul className={style.findings} aria-label={t('check.title')}>
    {[...findings].sort(graver).map(({ code, severity, from, to, zh, en, replacement }) => (
      <li key={`${code}-${from}-${to}`} data-severity={severity}>
        <span className={style.severity}>
          {severity === 'refuse' ? <AlarmIcon /> : <EyeIcon />}
          {t(`check.${severity}`)}
        </span>
        {to > from && to - from < text.length && (
          <button
            type="button"
            className={style.slice}
            title={`${t('check.show')} · ${t('check.at', { from: from + 1, to })}`}
            onClick={() => onShow(from, to)}
          >
            {text.slice(from, to)}
          </button>
        )}
        <span>{language() === 'zh' ? zh : en}</span>
        {replacement !== undefined && (
          <button type="button" className={style.quiet} onClick={() => onReplace(from, to, replacement)}>
            {replacement === '' ? t('check.remove') : t('check.replace', { text: replacement })}
          </button>
        )}
      </li>
    ))}
  </ul>
)
