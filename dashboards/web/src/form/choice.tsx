import type { Control } from './field-box.tsx'
import style from './form.module.css'

type ChoiceProps = Control & { of: readonly { value: string; label: string }[] }

/** One of these; none of them until one is chosen. */
export const Choice = ({ id, label, value, onChange, of }: ChoiceProps) => (
  <select
    id={id}
    className={style.select}
    aria-label={label}
    value={value}
    onChange={event => onChange(event.target.value)}
  >
    {value === '' && <option value="" disabled />}
    {of.map(one => (
      <option key={one.value} value={one.value}>
        {one.label}
      </option>
    ))}
  </select>
)
