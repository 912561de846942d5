import fc, { type Arbitrary } from 'fast-check'
import { almost, broken, type Schema, valid } from './values.ts'

type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
export type OpenApi = {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, unknown> }
}

/** What may be asked of the api, as its document says. */
export type Operation = { method: string; path: string; described: Described }

/** A request as it is thought of: what stands for something in the town is not yet its id. */
export type Request = {
  who: number
  ticket: number
  params: Record<string, unknown>
  query: Record<string, unknown>
  headers: Record<string, unknown>
  body?: unknown
}

export const operationsOf = ({ paths, components }: OpenApi): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      described: inline(described, components.schemas) as Described
    }))
  )

/** With each component in the place where it is named. */
function inline(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map(one => inline(one, schemas))
  if (typeof value !== 'object' || value === null) return value
  if ('$ref' in value) return inline(schemas[String(value.$ref).split('/').at(-1)!], schemas)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inline(one, schemas)]))
}

const schemaOf = ({ parameters = [] }: Described, place: string): Schema => {
  const those = parameters.filter(one => one.in === place)
  return {
    type: 'object',
    properties: Object.fromEntries(those.map(({ name, schema }) => [name, schema])),
    required: those.filter(({ required }) => required).map(({ name }) => name)
  }
}

export const bodyOf = ({ requestBody }: Described): Schema | undefined =>
  requestBody?.content['application/json']?.schema

/**
 * Requests for an operation: most of them valid by its schema, the others almost. With a model of a body that would be
 * taken: that one, and what almost is it.
 */
export function requestsFor({ described }: Operation, model?: object): Arbitrary<Request> {
  const body = bodyOf(described)
  const part = (place: string) => likely(schemaOf(described, place), 12) as Arbitrary<Record<string, unknown>>
  return fc.record<Request>({
    who: fc.nat(99),
    ticket: fc.nat(99),
    params: valid(schemaOf(described, 'path')) as Arbitrary<Record<string, unknown>>,
    query: part('query'),
    headers: part('header'),
    ...(body && { body: model ? fc.oneof(fc.constant(model), broken(fc.constant(model))) : likely(body, 2) })
  })
}

const likely = (schema: Schema, weight: number) =>
  fc.oneof({ weight, arbitrary: valid(schema) }, { weight: 1, arbitrary: almost(schema) })
