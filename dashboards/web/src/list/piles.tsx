import { PILES, type Tab } from '../data/filter.ts'
import { useQueues } from '../data/work.ts'
import { t } from '../language.ts'
import style from './list.module.css'

/** What waits for who looks, and for nobody in particular; chosen again, all that is open. */
export function Piles({ tab: chosen, onChoose }: { tab: Tab; onChoose: (tab: Tab) => void }) {
  const { data = [] } = useQueues()
  return (
    <fieldset className={style.piles}>
      <legend className="visually-hidden">{t('piles')}</legend>
      {PILES.map(pile => {
        const count = data.find(({ name }) => name === pile)?.count
        return (
          <button
            key={pile}
            type="button"
            className={style.pile}
            aria-pressed={pile === chosen}
            onClick={() => onChoose(pile === chosen ? 'open' : pile)}
          >
            {t(`tab.${pile}`)}
            {count !== undefined && <span className={style.count}>{count}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
