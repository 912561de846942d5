import { Input } from 'antd'
import { useState } from 'react'
import { useDirectory } from '../../data/offices.ts'
import { useMe } from '../../data/session.ts'
import { t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { canTake, found } from './colleagues.ts'
import style from './work.module.css'

type PickerProps = {
  /** Id of who has it. */
  chosen: string | undefined
  /** Nobody, where none is named. */
  onChoose: (id: string | undefined) => void
}

/** A colleague of the office, found by name. */
export function ColleaguePicker({ chosen, onChoose }: PickerProps) {
  const { data, error } = useDirectory()
  const me = useMe()?.id
  const [q, setQ] = useState('')
  const people = found((data?.people ?? []).filter(canTake), q)
  const first = people.find(({ id }) => id !== chosen)
  return (
    <div className={style.picker}>
      <Input
        value={q}
        maxLength={60}
        autoFocus
        placeholder={t('work.find')}
        aria-label={t('work.find')}
        onChange={event => setQ(event.target.value)}
        onPressEnter={() => q !== '' && first && onChoose(first.id)}
      />
      <ul className={style.people} aria-label={t('work.assign')}>
        {people.map(({ id, name }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === chosen} disabled={id === chosen} onClick={() => onChoose(id)}>
              {name}
              <span className={style.faint}>{id === me ? t('work.me') : id}</span>
            </button>
          </li>
        ))}
      </ul>
      {(error || (data && people.length === 0)) && (
        <p className={style.faint}>{error ? problemWords(error) : t('work.found-nobody')}</p>
      )}
      {chosen !== undefined && (
        <button type="button" className={style.quiet} onClick={() => onChoose(undefined)}>
          {t('work.unassign')}
        </button>
      )}
    </div>
  )
}
