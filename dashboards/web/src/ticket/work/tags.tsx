import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTags } from '../../data/work.ts'
import { t } from '../../language.ts'
import { CrossIcon } from '../../marks/icons.tsx'
import { mayDo, useDesk } from '../desk.ts'
import { offered, tagOf } from './tag-words.ts'
import style from './work.module.css'

/** The office's own words for a ticket. */
export function Tags() {
  const { view, busy, act } = useDesk()
  const may = mayDo(view, 'tag')
  return (
    <span className={style.tags}>
      {view.tags.map(tag => (
        <span key={tag} className={style.tag}>
          {tag}
          {may && (
            <button
              type="button"
              aria-label={t('tags.remove', { tag })}
              title={t('tags.remove', { tag })}
              disabled={busy !== undefined}
              onClick={() => act({ kind: 'tags', body: { remove: [tag] } })}
            >
              <CrossIcon />
            </button>
          )}
        </span>
      ))}
      {may && <AddTag />}
    </span>
  )
}

function AddTag() {
  const { view, busy, act } = useDesk()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const known = useTags(open).data ?? []
  const add = (tag: string | undefined) => {
    if (tag === undefined) return
    setOpen(false)
    setText('')
    if (!view.tags.includes(tag)) act({ kind: 'tags', body: { add: [tag] } })
  }
  const content = (
    <div className={style.picker}>
      <Input
        value={text}
        maxLength={30}
        autoFocus
        placeholder={t('tags.placeholder')}
        aria-label={t('tags.add')}
        onChange={event => setText(event.target.value)}
        onPressEnter={event => !event.nativeEvent.isComposing && add(tagOf(text))}
      />
      <div className={style.offers}>
        {offered(known, view.tags, text).map(tag => (
          <button key={tag} type="button" className={style.tag} onClick={() => add(tag)}>
            {tag}
          </button>
        ))}
      </div>
      <p className={style.faint}>{t('tags.hint')}</p>
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      destroyOnHidden
      onOpenChange={setOpen}
      content={content}
    >
      <Button size="small" type="text" aria-expanded={open} disabled={busy !== undefined}>
        {t('tags.open')}
      </Button>
    </Popover>
  )
}
