import { Skeleton } from 'antd'
import { isPile, type Pile, type Tab } from '../data/filter.ts'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './list.module.css'

type PillProps = { fresh: number; changed: boolean; error: unknown; onRenew: () => void }

/** New work waits here until one asks for it. */
export const Pill = ({ fresh, changed, error, onRenew }: PillProps) => (
  <div className={style.over} aria-live="polite">
    {changed && (
      <button type="button" className={style.pill} onClick={onRenew}>
        {error !== undefined ? problemWords(error) : fresh > 0 ? t('list.new', { count: fresh }) : t('list.changed')}
      </button>
    )}
  </div>
)

export const Waiting = () =>
  [0, 1, 2, 3, 4, 5].map(row => (
    <div className={style.skeleton} key={row}>
      <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 2 }} />
    </div>
  ))

type Emptiness = Pile | 'open' | 'filtered'

export const emptyOf = (tab: Tab): Emptiness => (isPile(tab) || tab === 'open' ? tab : 'filtered')

export const Nothing = ({ of }: { of: Emptiness }) => (
  <Notice title={t('list.empty')} hint={t(`list.empty-hint.${of}`)} />
)
