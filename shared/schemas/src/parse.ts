import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

/**
 * A parser for what crosses a door: returns the value unchanged, or throws with the first
 * place where it differs from the schema, what was expected there and what came. It is made when the first value
 * comes: a process loads many that it never needs.
 */
export function parser<S extends TSchema>(schema: S, name: string): (value: unknown) => Static<S> {
  const made = () => Compile(schema)
  let validator: ReturnType<typeof made> | undefined
  return value => {
    validator ??= made()
    if (validator.Check(value)) return value as Static<S>
    const [error] = validator.Errors(value)
    const where = error?.instancePath || '/'
    throw new TypeError(`${name}: at ${where} ${error?.message ?? 'is not valid'}`)
  }
}
