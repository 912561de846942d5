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

/** Some of these; the value is those that are chosen, with commas. */
export function Several({ id, label, value, onChange, of }: ChoiceProps) {
  const chosen = value === '' ? [] : value.split(',')
  const change = (one: string, on: boolean) =>
    onChange(
      of
        .map(({ value }) => value)
        .filter(name => (name === one ? on : chosen.includes(name)))
        .join(',')
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend beside the label that is there
    <div id={id} className={style.several} role="group" aria-label={label}>
      {of.map(one => (
        <label key={one.value} className={style.check}>
          <input
            type="checkbox"
            checked={chosen.includes(one.value)}
            onChange={event => change(one.value, event.target.checked)}
          />
          {one.label}
        </label>
      ))}
    </div>
  )
}
