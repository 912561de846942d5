import compile from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify'
import type { TSchema } from 'typebox'

type Serialize = (data: unknown) => string

const known = new WeakMap<TSchema, Serialize>()

/**
 * Compiles a schema of answers when the first of them is given, once for all routes that share it: a ticket is the answer
 * of thirty, and most processes never give most answers.
 */
export const compileSerializer: FastifySerializerCompiler<TSchema> = ({ schema }) => {
  return data => serializerOf(schema)(data)
}

function serializerOf(schema: TSchema): Serialize {
  const before = known.get(schema)
  if (before) return before
  const made: Serialize = compile(plain(schema) as Parameters<typeof compile>[0])
  known.set(schema, made)
  return made
}

/** One of some words is written as any text is; told apart one by one it costs a validator for each place. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (typeof schema !== 'object' || schema === null) return schema
  const { anyOf } = schema as { anyOf?: { const?: unknown }[] }
  if (anyOf?.every(one => typeof one.const === 'string')) return { type: 'string' }
  return Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, plain(part)]))
}
