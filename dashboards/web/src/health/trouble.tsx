import type { Trouble } from '@huiyin/schemas/api-status.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { takes } from '../time.ts'
import style from './health.module.css'

const percent = (share: number) => `${Math.round(share * 100)}%`

/** What is wrong and what to do about it, each in a sentence. */
export function TroubleCard({
  trouble: { kind, gravity, of = '', count = 0, ms = 0, share = 0, detail }
}: {
  trouble: Trouble
}) {
  const said = { of, count: String(count), time: takes(ms), share: percent(share) }
  return (
    <li className={style.trouble} data-trouble={kind}>
      <p className={style.line}>
        <ToneMark tone={gravity === 'wrong' ? 'late' : 'soon'}>
          {t(gravity === 'wrong' ? 'system.mark.wrong' : 'system.mark.watch')}
        </ToneMark>
        <strong>{t(`system.trouble.${kind}`, said)}</strong>
      </p>
      <p className={style.advice}>
        {t('system.do')}
        {t(`system.do.${kind}`, said)}
      </p>
      {detail !== undefined && (
        <p className={style.detail}>
          {t('system.checks')} <code>{detail}</code>
        </p>
      )}
    </li>
  )
}
