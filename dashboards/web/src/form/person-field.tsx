import { useDirectory } from '../data/offices.ts'
import { problemWords } from '../problem-words.ts'
import type { Control } from './field-box.tsx'
import style from './form.module.css'

/** One of those who can answer; the value is their id. */
export function PersonField({ id, label, value, onChange }: Control) {
  const { data, error } = useDirectory()
  return (
    <>
      <select
        id={id}
        className={style.select}
        aria-label={label}
        value={value}
        onChange={event => onChange(event.target.value)}
      >
        <option value="" disabled />
        {data?.people.map(person => (
          <option key={person.id} value={person.id}>
            {person.department ? `${person.name} · ${person.department}` : person.name}
          </option>
        ))}
      </select>
      {error && <span className={style.hint}>{problemWords(error)}</span>}
    </>
  )
}
