import { Button, Input, Popover, Select } from 'antd'
import { useState } from 'react'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './find.module.css'
import { type FindPlace, goFind } from './place.ts'
import { useForget, useKeep, useSaved } from './saved.ts'

const TELLS = ['never', 'soon', 'hourly', 'daily'] as const

/** Searches that one keeps, and is told of what they newly find. */
export function SavedMenu({ place }: { place: FindPlace }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className={style.saved}>
          {isKept(place) && <Keep what={place.what} q={place.q} />}
          <Kept onChoose={() => setOpen(false)} />
        </div>
      }
    >
      <Button size="small">{t('find.kept')}</Button>
    </Popover>
  )
}

type Keepable = { what: 'tickets' | 'comments'; q: string }

/** Whether it is something that can be kept. */
const isKept = (place: FindPlace): place is FindPlace & Keepable =>
  place.q !== undefined && (place.what === 'tickets' || place.what === 'comments')

function Keep({ what, q }: Keepable) {
  const [name, setName] = useState('')
  const [tell, setTell] = useState<(typeof TELLS)[number]>('soon')
  const keep = useKeep()
  const submit = () =>
    keep.mutate({ name: name.trim() || q.slice(0, 60), what, q, tell }, { onSuccess: () => setName('') })
  return (
    <form
      className={style.keep}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <Input
        value={name}
        maxLength={60}
        placeholder={q.slice(0, 60)}
        aria-label={t('find.keep-name')}
        onChange={event => setName(event.target.value)}
      />
      <Select
        value={tell}
        aria-label={t('find.tell')}
        onChange={setTell}
        options={TELLS.map(value => ({ value, label: t(`find.tell.${value}`) }))}
      />
      <Button type="primary" htmlType="submit" loading={keep.isPending}>
        {t('find.keep')}
      </Button>
      {keep.isError && <p role="alert">{problemWords(keep.error)}</p>}
      {keep.data && !keep.data.reached && keep.data.tell !== 'never' && <p role="status">{t('find.not-reached')}</p>}
    </form>
  )
}

function Kept({ onChoose }: { onChoose: () => void }) {
  const { data: rows, error } = useSaved()
  const forget = useForget()
  if (error) return <p role="alert">{problemWords(error)}</p>
  if (rows?.length === 0) return <p className={style.none}>{t('find.kept-none')}</p>
  return (
    <ul className={style.kept}>
      {rows?.map(({ key, name, what, q, tell }) => (
        <li key={key}>
          <button
            type="button"
            title={q}
            onClick={() => {
              goFind({ what, q })
              onChoose()
            }}
          >
            {name} <span>{t(`find.tell.${tell}`)}</span>
          </button>
          <Button
            size="small"
            type="text"
            aria-label={`${t('find.remove')} ${name}`}
            onClick={() => forget.mutate(key)}
          >
            {t('find.remove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
