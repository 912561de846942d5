import type { Act } from '../data/acts.ts'

/** What an act needs to be told, as a form: drawn by ActForm, in one place of the page. */

type Base = { name: string; label: string; optional?: true; initial?: string; hint?: string }

export type Field = Base &
  (
    | { as: 'line' | 'lines'; max: number; offers?: readonly string[]; rows?: number }
    /** Never shown; `set`: one is kept already, and stays when nothing is entered. */
    | { as: 'secret'; max: number; set: boolean }
    /** One or, with `several`, some departments. */
    | { as: 'department'; several?: true; but?: string }
    /** A wall time in Beijing; the value is an instant in ms. */
    | { as: 'when'; from?: number; to?: number }
    | { as: 'choice'; of: readonly { value: string; label: string }[] }
    /** Some of these; the value is those that are chosen, with commas. */
    | { as: 'several'; of: readonly { value: string; label: string }[] }
    | { as: 'person' }
    | { as: 'ticket' }
  )

type Values = Readonly<Record<string, string>>

/** `A`: what it makes of the values. */
export type FormSpec<A = Act> = {
  id: string
  title: string
  hint?: string | undefined
  submit?: string
  fields: readonly Field[]
  act: (values: Values) => A
}

/** The names in a list that a person wrote with commas of either kind. */
export const namesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,，、;；]/)
    .map(name => name.trim())
    .filter(name => name !== '')
