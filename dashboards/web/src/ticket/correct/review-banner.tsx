import type { TicketView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { t } from '../../language.ts'
import { EyeIcon } from '../../marks/icons.tsx'
import { percent } from '../why/risk-words.ts'
import style from './correct.module.css'
import { type Changes, consequence } from './corrections.ts'

const LABELS = ['inquiry', 'suggestion', 'complaint', 'other'] as const

type ReviewProps = { view: TicketView; busy: boolean; onGive: (changes: Changes) => void; onMore: () => void }

/** Why a person looks first, and the quick ways to say what it is. */
export function ReviewBanner({ view, busy, onGive, onMore }: ReviewProps) {
  const { label, confidence, reviewWhy = 'unsure' } = view
  const closes = consequence(view, { label }) === 'closes'
  return (
    <section className={style.review} aria-label={t(`review.mark.${reviewWhy}`)}>
      <p>
        <EyeIcon />
        {t(`review.${reviewWhy}`, { label: t(`label.${label}`), confidence: percent(confidence) })}
        {closes && <span className={style.hint}>{t('review.closes')}</span>}
      </p>
      <div className={style.answers}>
        <Button size="small" type="primary" ghost disabled={busy} onClick={() => onGive({ label })}>
          {t('review.right')}
        </Button>
        <span className={style.hint}>{t('review.instead')}</span>
        {LABELS.filter(other => other !== label).map(other => (
          <Button key={other} size="small" disabled={busy} onClick={() => onGive({ label: other })}>
            {t(`label.${other}`)}
          </Button>
        ))}
        <Button size="small" type="text" disabled={busy} title={t('correct.key')} onClick={onMore}>
          {t('review.more')}
        </Button>
      </div>
    </section>
  )
}
