import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useItems } from '../data/items.ts'
import { t } from '../language.ts'
import { BellIcon } from '../marks/icons.tsx'
import { ItemList } from './item-list.tsx'
import style from './items.module.css'

/** What waits for a person and is no ticket: how much there is, and all of it when asked. */
export function ItemsBell() {
  const { data = [], error } = useItems()
  const [open, setOpen] = useState(false)
  const count = data.length
  const name = count > 0 ? t('items.open', { count }) : t('items.none')
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={<ItemList items={data} error={error} onGo={() => setOpen(false)} />}
    >
      <Button
        type="text"
        className={style.bell}
        aria-label={name}
        aria-expanded={open}
        title={name}
        icon={<BellIcon />}
      >
        {count > 0 && <span className={style.count}>{count}</span>}
      </Button>
    </Popover>
  )
}
