import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useMay } from '../../data/may.ts'
import { t } from '../../language.ts'
import { useSubscriptions } from '../ask.ts'
import type { BoardPlace } from '../place.ts'
import { Mine } from './mine.tsx'
import { SubscribeForm } from './subscribe-form.tsx'
import style from './subscriptions.module.css'

/** The view in words, sent to who looks at it, daily or weekly. */
export function Subscribe({ place }: { place: BoardPlace }) {
  const [open, setOpen] = useState(false)
  if (!useMay()('board.own')) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Dialog place={place} onClose={() => setOpen(false)} />}
    >
      <Button>{t('subscribe')}</Button>
    </Popover>
  )
}

function Dialog({ place, onClose }: { place: BoardPlace; onClose: () => void }) {
  const mine = useSubscriptions()
  return (
    <section
      className={style.dialog}
      aria-label={t('subscribe.title')}
      onKeyDown={event => event.key === 'Escape' && !event.nativeEvent.isComposing && onClose()}
    >
      <h3>{t('subscribe.title')}</h3>
      <p className={style.hint}>{t('subscribe.hint')}</p>
      <SubscribeForm place={place} />
      <h3>{t('subscribe.mine')}</h3>
      <Mine mine={mine} />
    </section>
  )
}
