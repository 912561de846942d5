import type { Actor } from '@huiyin/schemas/actor.ts'
import { useDirectory } from '../data/offices.ts'
import { problemWords } from '../problem-words.ts'
import { Choice } from './choice.tsx'
import type { Control } from './field-box.tsx'
import style from './form.module.css'

/** One of those who can answer; the value is their id. */
export function PersonField(control: Control) {
  const { data, error } = useDirectory()
  const people = data?.people ?? []
  return (
    <>
      <Choice {...control} of={people.map(person => ({ value: person.id, label: nameOf(person) }))} />
      {error && <span className={style.hint}>{problemWords(error)}</span>}
    </>
  )
}

const nameOf = ({ name, department }: Actor) => (department ? `${name} · ${department}` : name)
