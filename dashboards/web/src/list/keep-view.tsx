import { Button, Input, Popover } from 'antd'
import { type FormEvent, useState } from 'react'
import { go, type Place } from '../data/address.ts'
import { asked } from '../data/filter.ts'
import { useMay } from '../data/may.ts'
import { type SavedView, useKeepView, useRemoveView } from '../data/saved-views.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './list.module.css'

/** Keeps what one looks at under a name, for oneself or for the office. */
export function KeepView({ place }: { place: Place }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      destroyOnHidden
      onOpenChange={setOpen}
      content={<KeepForm place={place} onKept={() => setOpen(false)} />}
    >
      <button type="button" className={style.quiet} aria-expanded={open}>
        {t('saved.keep')}
      </button>
    </Popover>
  )
}

function KeepForm({ place, onKept }: { place: Place; onKept: () => void }) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const may = useMay()
  const keep = useKeepView()
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || keep.isPending) return
    const { ticket: _, hand: __, open: ___, ...filter } = place
    keep.mutate(
      { name: name.trim(), shared, filter, asked: asked(filter) },
      {
        onSuccess: ({ key }) => {
          onKept()
          go({
            tab: 'all',
            saved: key,
            sort: place.sort,
            label: undefined,
            level: undefined,
            platform: undefined,
            q: undefined
          })
        }
      }
    )
  }
  return (
    <form className={style.keep} onSubmit={give}>
      <Input
        value={name}
        maxLength={60}
        autoFocus
        placeholder={t('saved.name')}
        aria-label={t('saved.name')}
        onChange={event => setName(event.target.value)}
      />
      {may('view.share') && (
        <label>
          <input type="checkbox" checked={shared} onChange={event => setShared(event.target.checked)} />
          {t('saved.share')}
        </label>
      )}
      {keep.isError && <p role="alert">{problemWords(keep.error)}</p>}
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={slowly(keep.isPending)}>
        {t('saved.save')}
      </Button>
    </form>
  )
}

/** One’s own are removed by oneself, those of the office by who may share them. */
export function RemoveView({ view }: { view: SavedView }) {
  const may = useMay()
  const remove = useRemoveView()
  if (view.shared && !may('view.share')) return null
  return (
    <button
      type="button"
      className={style.quiet}
      disabled={remove.isPending}
      onClick={() => remove.mutate(view, { onSuccess: () => go({ tab: 'open' }) })}
    >
      {remove.isError ? problemWords(remove.error) : t('saved.remove')}
    </button>
  )
}
