import type { FastifySchemaCompiler } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import { invalidRequest } from './errors.ts'

/** A request without query. */
export const Nothing = Type.Object({}, { additionalProperties: false })

const PLACE: Record<string, string> = { querystring: 'query', params: 'path', headers: 'header', body: 'body' }

/**
 * Compiles a schema for one part of requests. Bodies are taken as they are; the texts of queries, paths and headers
 * become the numbers, booleans and lists that the schema expects. A refusal names the place, and what was expected.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const place = PLACE[httpPart ?? ''] ?? 'request'
  return (value: unknown) => {
    const validator = validatorOf(schema)
    const given = httpPart === 'body' ? value : fromText(schema, value)
    if (!validator.Check(given)) return { error: refusal(place, schema, validator.Errors(given), given) }
    const broken = httpPart === 'body' ? brokenText(given, place) : undefined
    return broken === undefined ? { value: given } : { error: invalidRequest(broken, `${broken} ${WHOLE_TEXT}`) }
  }
}

const known = new WeakMap<TSchema, ReturnType<typeof Compile>>()

/** Compiled when the first request comes: most processes never meet most routes. */
function validatorOf(schema: TSchema) {
  const before = known.get(schema)
  if (before) return before
  const made = Compile(schema)
  known.set(schema, made)
  return made
}

const WHOLE_TEXT = 'must be text of whole characters without NUL; half of a surrogate pair or U+0000 came'

/** Where a text is none: its bytes and its hash would be another text's, and stores and platforms refuse it. */
function brokenText(value: unknown, at: string): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? undefined : at
  if (value === null || typeof value !== 'object') return
  for (const [name, one] of Object.entries(value)) {
    const found = brokenText(name, at) ?? brokenText(one, `${at}/${name}`)
    if (found !== undefined) return found
  }
}

type Shape = { type?: string; items?: Shape; properties?: Record<string, Shape> }

function fromText(schema: TSchema, value: unknown): unknown {
  const { properties = {} } = schema as Shape
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([name, text]) => [name, converted(properties[name], text)]))
}

function converted(shape: Shape | undefined, value: unknown): unknown {
  if (shape?.type === 'array') return [value].flat().map(item => converted(shape.items, item))
  if (typeof value !== 'string') return value
  if (shape?.type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value)
  if (shape?.type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true'
  return value
}

function refusal(place: string, schema: TSchema, errors: readonly TLocalizedValidationError[], given: unknown) {
  const unknown = errors.find(error => error.keyword === 'additionalProperties')
  if (unknown) {
    const [name] = unknown.params.additionalProperties
    const known = Object.keys((schema as Shape).properties ?? {}).join(', ') || 'none'
    return invalidRequest(`${place}/${name}`, `${place}/${name} is not known here; known: ${known}`)
  }
  const [first] = errors
  if (first?.keyword === 'required') {
    const at = `${place}${first.instancePath}/${first.params.requiredProperties[0]}`
    return invalidRequest(at, `${at} is missing`)
  }
  const path = first?.instancePath ?? ''
  const at = place + path
  return invalidRequest(at, `${at} ${expected(errors, path)}${came(place, path, given)}`)
}

function expected(errors: readonly TLocalizedValidationError[], path: string): string {
  const here = errors.filter(({ instancePath }) => instancePath === path)
  const allowed = here.flatMap(error => (error.keyword === 'const' ? [String(error.params.allowedValue)] : []))
  return allowed.length > 0 ? `must be one of ${allowed.join(', ')}` : (here[0]?.message ?? 'is not valid')
}

/** What came, but never from a body: it may hold a password. */
function came(place: string, path: string, given: unknown): string {
  if (place === 'body') return ''
  const value = path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], given)
  return typeof value === 'string' || typeof value === 'number' ? `; it was "${String(value).slice(0, 50)}"` : ''
}
