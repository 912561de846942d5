import { Input } from 'antd'
import { useId } from 'react'
import { useDirectory } from '../data/offices.ts'
import { t } from '../language.ts'
import card from '../pane/card.module.css'
import style from './people.module.css'

type BoxProps = { value: string; hint?: string; onChange: (value: string) => void }

/** A department by name: those that are known are offered, others may be written. */
export function DepartmentBox({ value, hint, onChange }: BoxProps) {
  const id = useId()
  const known = useDirectory().data?.departments ?? []
  return (
    <label className={style.field} htmlFor={id}>
      {t('user.department')}
      <Input
        id={id}
        list={`${id}-known`}
        autoComplete="off"
        maxLength={100}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {hint && <span className={card.faint}>{hint}</span>}
    </label>
  )
}
