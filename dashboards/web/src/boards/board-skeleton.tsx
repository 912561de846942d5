import { Skeleton } from 'antd'
import { t } from '../language.ts'
import board from './board.module.css'
import style from './figure.module.css'
import panel from './panel.module.css'

/** A board that is on its way, in the shape it will have. */
export const BoardSkeleton = () => (
  <div className={board.sheet} role="status" aria-label={t('app.loading')}>
    <Skeleton active title={{ width: '60%' }} paragraph={{ rows: 1, width: '40%' }} />
    <div className={style.tiles}>
      {[0, 1, 2, 3, 4, 5, 6, 7].map(tile => (
        <div className={style.tile} key={tile}>
          <Skeleton active title={{ width: '50%' }} paragraph={{ rows: 1 }} />
        </div>
      ))}
    </div>
    <div className={panel.panels}>
      {([8, 4, 8, 4] as const).map((wide, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div className={panel.panel} data-wide={wide} key={at}>
          <Skeleton active title={{ width: '20%' }} paragraph={{ rows: 5 }} />
        </div>
      ))}
    </div>
  </div>
)
