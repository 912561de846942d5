import { t } from '../../language.ts'
import style from './shape.module.css'
import { listOf } from './shape.ts'

type Ticked = string | number | boolean
type ListBoxProps = {
  label: string
  value: unknown
  of: readonly { value: Ticked; label: string }[]
  onChange: (next: unknown) => void
}

/** Some of these; what is chosen and no more among them can be taken away. */
export function ListBox({ label, value, of, onChange }: ListBoxProps) {
  const chosen = listOf(value) as readonly Ticked[]
  const gone = chosen.filter(one => !of.some(other => other.value === one))
  const all = [...of, ...gone.map(one => ({ value: one, label: String(one) }))]
  const turn = (one: Ticked) =>
    onChange(
      chosen.includes(one)
        ? chosen.filter(other => other !== one)
        : all.flatMap(({ value: other }) => (other === one || chosen.includes(other) ? [other] : []))
    )
  if (all.length === 0) return <span className={style.hint}>{t('house.none-known')}</span>
  return (
    <fieldset className={style.ticks} aria-label={label}>
      {all.map(one => (
        <label key={String(one.value)} className={style.tick}>
          <input type="checkbox" checked={chosen.includes(one.value)} onChange={() => turn(one.value)} />
          {one.label}
        </label>
      ))}
    </fieldset>
  )
}
