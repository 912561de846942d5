import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

/**
 * A parser for what crosses a door: returns the value unchanged, or throws with the first
 * place where it differs from the schema, what was expected there and what came.
 */
export function parser<S extends TSchema>(schema: S, name: string): (value: unknown) => Static<S> {
  const validator = Compile(schema)
  return value => {
    if (validator.Check(value)) return value as Static<S>
    const [error] = validator.Errors(value)
    const where = error?.instancePath || '/'
    throw new TypeError(`${name}: at ${where} ${error?.message ?? 'is not valid'}`)
  }
}
