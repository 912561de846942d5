/**
 * Gives the schemas of an OpenAPI document their names: what stands inline a hundred times stands once among the
 * components. Lists of allowed words become one `enum`, as readers and generators expect.
 */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Node = { [name: string]: Json }

/** `Type.Union` of words, once as it is in TypeBox and once as Fastify's documentation writes it. */
function wordsOf(schema: Node): Json[] | undefined {
  if (schema.const !== undefined) return [schema.const]
  return Array.isArray(schema.enum) ? schema.enum : undefined
}

function withEnum(schema: Node): Node {
  const { anyOf, const: word, ...rest } = schema
  if (word !== undefined) return { ...rest, type: typeof word, enum: [word] }
  if (!Array.isArray(anyOf) || anyOf.length === 0) return schema
  const words = anyOf.map(one => (isNode(one) && Object.keys(one).every(isOfWord) ? wordsOf(one) : undefined))
  if (words.some(one => one === undefined)) return schema
  const all = words.flat() as Json[]
  const types = [...new Set(all.map(one => typeof one))]
  return types.length === 1 ? { ...rest, type: types[0]!, enum: [...new Set(all)] } : schema
}

/** A tuple, as OpenAPI 3.1 writes it. */
function withPrefix({ additionalItems: _, ...schema }: Node): Node {
  const { items, ...rest } = schema
  return Array.isArray(items) ? { ...rest, prefixItems: items, items: false } : schema
}

/** A record whose keys are any text. */
function withValues({ patternProperties, ...rest }: Node): Node {
  if (!isNode(patternProperties)) return rest
  const [[pattern, schema] = [], ...others] = Object.entries(patternProperties)
  const isOfAny = others.length === 0 && pattern === '^.*$' && rest.additionalProperties === undefined
  return isOfAny ? { ...rest, additionalProperties: schema! } : { ...rest, patternProperties }
}

const isOfWord = (key: string) => key === 'type' || key === 'const' || key === 'enum'
const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Numbers values: the same number for the same value, its fields in the order given. Each object is looked at once. */
function numbering(order: (names: string[]) => string[]): (value: Json) => number {
  const numbers = new Map<string, number>()
  const seen = new Map<Json, number>()
  const told = (value: Json): string => {
    if (Array.isArray(value)) return `[${value.map(numberOf)}]`
    if (!isNode(value)) return JSON.stringify(value)
    let text = '{'
    for (const name of order(Object.keys(value))) text += `${name.length} ${name}${numberOf(value[name]!)} `
    return text
  }
  const numberOf = (value: Json): number => {
    const known = seen.get(value)
    if (known !== undefined) return known
    const text = told(value)
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    seen.set(value, number)
    return number
  }
  return numberOf
}

/** Tidies values, each that comes again once only: a document says most of its schemas hundreds of times. */
function tidying(): (value: Json) => Json {
  const numberOf = numbering(names => names)
  const done = new Map<number, Json>()
  const made = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(tidied)
    if (!isNode(value)) return value
    return withEnum(
      withValues(withPrefix(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidied(one)]))))
    )
  }
  const tidied = (value: Json): Json => {
    const number = numberOf(value)
    if (!done.has(number)) done.set(number, made(value))
    return done.get(number)!
  }
  return tidied
}

const plain = (value: object): Json => JSON.parse(JSON.stringify(value))

/** `schemas`: by name, those that deserve one. Of two that are the same the first gives the name. */
export function withComponents<D extends object>(document: D, schemas: Readonly<Record<string, object>>): D {
  const tidied = tidying()
  const numberOf = numbering(names => names.sort())
  const names = new Map<number, string>()
  for (const [name, schema] of Object.entries(schemas)) {
    const number = numberOf(tidied(plain(schema)))
    if (!names.has(number)) names.set(number, name)
  }
  const used: Record<string, Json> = {}

  function named(value: Json, isTop = false): Json {
    if (Array.isArray(value)) return value.map(one => named(one))
    if (!isNode(value)) return value
    const name = isTop ? undefined : names.get(numberOf(value))
    if (name === undefined) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one)]))
    if (!(name in used)) {
      used[name] = true // before it is looked into: it may hold itself
      used[name] = named(value, true)
    }
    return { $ref: `#/components/schemas/${name}` }
  }

  const { paths, components = {}, ...rest } = tidied(plain(document)) as Node
  const told = named(paths!)
  const sorted = Object.fromEntries(Object.entries(used).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...rest, components: { ...(components as Node), schemas: sorted }, paths: told } as unknown as D
}
