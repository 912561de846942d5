import { Button } from 'antd'
import { known, t } from '../../language.ts'
import { AlarmIcon } from '../../marks/icons.tsx'
import { clockTime, exactTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import style from './reply.module.css'
import { spokespersonForm } from './reply-forms.ts'

/** Reported upward: why, what may be sent meanwhile, and how a head lets it go. */
export function LockBanner() {
  const { view, now, busy, act, ask } = useDesk()
  const { lock } = view
  if (!lock || lock.released) return null
  const { since, why, spokesperson } = lock
  const level = known(`level.${why}`)
  return (
    <section className={style.lock} aria-label={t('lock.title')}>
      <p>
        <AlarmIcon />
        <strong>{t('lock.title')}</strong>
        <span>{level ? t('lock.why.level', { level }) : t('lock.why.official')}</span>
        <time title={exactTime(since)}>{clockTime(since, now)}</time>
      </p>
      <p>{spokesperson ? t('lock.spokesperson', { who: spokesperson.name ?? spokesperson.id }) : t('lock.hint')}</p>
      {mayDo(view, 'reply.release') && (
        <div className={style.acts}>
          <Button
            size="small"
            type="primary"
            loading={busy === 'release'}
            disabled={busy !== undefined}
            onClick={() => act({ kind: 'release', body: {} })}
          >
            {t('act.release')}
          </Button>
          <Button size="small" disabled={busy !== undefined} onClick={() => ask(spokespersonForm())}>
            {t(spokesperson ? 'act.spokesperson-other' : 'act.spokesperson')}
          </Button>
        </div>
      )}
    </section>
  )
}
