import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useItems } from '../data/items.ts'
import { useMentions } from '../data/work.ts'
import { t } from '../language.ts'
import { BellIcon } from '../marks/icons.tsx'
import { ItemList } from './item-list.tsx'
import style from './items.module.css'
import { MentionsPart } from './mentions-part.tsx'

/** What waits for a person and is no ticket, and where colleagues named one: how much there is, and all when asked. */
export function ItemsBell() {
  const { data = [], error } = useItems()
  const [open, setOpen] = useState(false)
  const unread = useMentions().data?.unread ?? 0
  const count = data.length + unread
  const waits = data.length > 0 ? t('items.open', { count: data.length }) : t('items.none')
  const name = unread > 0 ? `${t('mentions.unread', { count: unread })}${t('event.and')}${waits}` : waits
  const close = () => setOpen(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={
        <>
          <MentionsPart onGo={close} />
          <ItemList items={data} error={error} onGo={close} />
        </>
      }
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
