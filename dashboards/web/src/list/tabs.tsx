import type { Counts } from '@huiyin/schemas/api.ts'
import type { KeyboardEvent } from 'react'
import { isPile, TABS, type Tab } from '../data/filter.ts'
import { t } from '../language.ts'
import style from './list.module.css'

const countOf = (counts: Counts, tab: Tab): number | undefined =>
  tab === 'open' || tab === 'handling'
    ? (counts.status[tab] ?? 0)
    : tab === 'overdue' || tab === 'urgent'
      ? counts[tab]
      : undefined

/** Arrow keys go along the tabs. */
function alongTabs({ key, currentTarget }: KeyboardEvent<HTMLElement>): void {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const tabs = [...currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  tabs[(tabs.indexOf(document.activeElement as HTMLElement) + step + tabs.length) % tabs.length]?.focus()
}

/** `tab`: none where a saved view is shown. */
type TabsProps = { tab: Tab | undefined; counts: Counts | undefined; onChoose: (tab: Tab) => void }

export const Tabs = ({ tab: chosen, counts, onChoose }: TabsProps) => (
  <div className={style.tabs} role="tablist" aria-label={t('tabs')} onKeyDown={alongTabs}>
    {TABS.filter(tab => !isPile(tab)).map((tab, at) => {
      const count = counts && countOf(counts, tab)
      return (
        <button
          key={tab}
          type="button"
          role="tab"
          className={style.tab}
          aria-selected={tab === chosen}
          tabIndex={tab === chosen || ((chosen === undefined || isPile(chosen)) && at === 0) ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {t(`tab.${tab}`)}
          {count !== undefined && (
            <span className={`${style.count} ${tab !== 'open' && tab !== 'handling' && count > 0 ? style.late : ''}`}>
              {count}
            </span>
          )}
        </button>
      )
    })}
  </div>
)
