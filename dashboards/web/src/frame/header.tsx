import type { Session } from '@huiyin/schemas/api.ts'
import { Tooltip } from 'antd'
import type { Live } from '../data/live.ts'
import { leftAt, visit } from '../data/query-string.ts'
import { ItemsBell } from '../items/items-bell.tsx'
import { t } from '../language.ts'
import { clockTime } from '../time.ts'
import style from './frame.module.css'
import { Settings } from './settings.tsx'

export const Brand = () => (
  <span className={style.brand}>
    <img src="/icon.svg" alt="" width="24" height="24" />
    {t('app.name')}
    <span className={style.motto}>{t('app.motto')}</span>
  </span>
)

type HeaderProps = {
  session: Session
  connection: Live['connection']
  onSignOut: () => Promise<void>
}

export const Header = ({ session: { actor, demo, version }, connection, onSignOut }: HeaderProps) => (
  <header className={style.header}>
    <Brand />
    {demo && (
      <Tooltip title={t('app.demo-hint')}>
        <span className={style.demo}>{t('app.demo')}</span>
      </Tooltip>
    )}
    <span className={style.grow} />
    <Tooltip title={connection === 'open' ? t('live.open-hint') : ''}>
      <span className={`${style.live} ${style[connection] ?? ''}`} role="status">
        {t(`live.${connection}`)}
      </span>
    </Tooltip>
    <ItemsBell />
    <span className={style.who}>{actor.name}</span>
    <Settings version={version} onMe={() => visit(leftAt('me'))} onSignOut={onSignOut} />
  </header>
)

/** Says since when the page stands still. It takes the overview's place, whose numbers are old, so that nothing moves. */
export const LostBanner = ({ at, now }: { at: number; now: number }) => (
  <div className={style.banner} role="alert">
    {t('live.lost-banner', { at: clockTime(at, now) })}
  </div>
)
