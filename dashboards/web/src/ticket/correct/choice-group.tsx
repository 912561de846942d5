import { type ReactNode, useId } from 'react'
import style from './correct.module.css'

type ChoiceGroupProps<T extends string> = {
  name: string
  values: readonly T[]
  value: T
  /** It has the keys when the form opens. */
  first?: boolean
  wordsOf: (value: T) => ReactNode
  onChoose: (value: T) => void
}

/** One of a few, side by side; arrow keys go along them. */
export function ChoiceGroup<T extends string>({ name, values, value, first, wordsOf, onChoose }: ChoiceGroupProps<T>) {
  const group = useId()
  return (
    <fieldset className={style.group}>
      <legend>{name}</legend>
      {values.map(one => (
        <label key={one} className={style.choice}>
          <input
            type="radio"
            name={group}
            checked={one === value}
            // biome-ignore lint/a11y/noAutofocus: the form opens because a person asked for it
            autoFocus={first === true && one === value}
            onChange={() => onChoose(one)}
          />
          <span>{wordsOf(one)}</span>
        </label>
      ))}
    </fieldset>
  )
}
