import type { TicketRow } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { clearSelection, selectAll, sizeOf, useSelection } from '../bulk/selection.ts'
import { go } from '../data/address.ts'
import type { Asked } from '../data/filter.ts'
import { t } from '../language.ts'
import style from './list.module.css'

type BarProps = { asked: Asked; loaded: readonly TicketRow[]; total: number }

/** How many rows are selected, and what one can do with them. */
export function SelectionBar({ asked, loaded, total }: BarProps) {
  const selection = useSelection()
  const size = sizeOf(selection)
  if (size === 0) return null
  const more = selection.all === undefined && total > Math.max(size, 1) && loaded.length > 0
  return (
    <div className={style.selection}>
      <strong role="status">{t(selection.all ? 'bulk.all-selected' : 'bulk.selected', { count: size })}</strong>
      {more && (
        <button type="button" className={style.quiet} onClick={() => selectAll(asked, total)}>
          {t('bulk.select-all', { count: total })}
        </button>
      )}
      <button type="button" className={style.quiet} onClick={clearSelection}>
        {t('bulk.clear')}
      </button>
      <Button size="small" type="primary" onClick={() => go({ open: 'bulk' })}>
        {t('bulk.open')}
      </Button>
    </div>
  )
}
