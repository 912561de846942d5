import fc, { type Arbitrary } from 'fast-check'

/** JSON Schema as the OpenAPI document holds it. */
export type Schema = {
  type?: string
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
}

/** Stands in every text that is made up: where it turns up afterwards, a text went. */
export const MARK = '私房话'

/** A name that the town puts in the place of it when the request is sent: `§reply:2`. */
const named = (kind: string) => fc.nat(15).map(n => `§${kind}:${n}`)

const ODD = [
  '\ud800',
  '\udc00x',
  '\u0000',
  'a\u0000b',
  '\u202e回复',
  '𠮷😀👨‍👩‍👧',
  '\ufeff\u200b',
  '\u2028\u2029\r\n\t',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '{{number}}{{{{',
  '<script>alert(1)</script>',
  "'; drop --",
  '../../etc/passwd',
  '%00%2f..%zz',
  '',
  ' ',
  '-0',
  'NaN'
]
const HUGE = ['长'.repeat(70_000), 'x'.repeat(6_000), '𠮷'.repeat(3_000)]

const textOf = ({ minLength = 0, maxLength = 60 }: Schema) =>
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc
          .constantFrom('您好，积水今晚由水务局抽排。', '已处理', '水务局', 'a', '无')
          .map(text => MARK + text)
      },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
      { weight: 2, arbitrary: fc.constantFrom(...ODD) },
      { weight: 1, arbitrary: fc.constant('满'.repeat(Math.min(maxLength, 20_000))) }
    )
    .map(text => text.slice(0, maxLength).padEnd(minLength, '补'))

const OFFSETS = [-1, 0, 1, 60_000, 3_600_000, 86_400_000, 3 * 86_400_000, 400 * 86_400_000].flatMap(ms => [ms, -ms])
/** Instants are near the town's now, or as far as they may be. */
const INSTANT = Date.UTC(9999, 0, 1) - 1
const instant = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...OFFSETS).map(ms => `§now:${ms}`) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, INSTANT, INSTANT - 1, INSTANT - 86_400_000, 4e12) }
)

const patterns = new Map<string, Arbitrary<string>>()

/** Texts of a pattern; how to make them is thought out once, which takes longer than to make them. */
function matching(pattern: string): Arbitrary<string> {
  const texts = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern))
  patterns.set(pattern, texts)
  return texts
}

/** What people write. */
const SAID = new Set([
  'text',
  'reason',
  'request',
  'grounds',
  'evidence',
  'q',
  'name',
  'title',
  'owner',
  'address',
  'word'
])

/** What fits a schema. A property of a known name means something that there is in the town, mostly. */
export function valid(schema: Schema, name = ''): Arbitrary<unknown> {
  const { anyOf, type, pattern } = schema
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (anyOf) return fc.oneof(...anyOf.map(one => valid(one, name)))
  if (type === 'object') return objectOf(schema)
  if (type === 'array')
    return fc.array(valid(schema.items ?? {}, name), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(schema.maxItems ?? 4, 4)
    })
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return schema.maximum === INSTANT ? instant : integerOf(schema)
  if (type === 'number') return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 10, noNaN: true })
  if (pattern) return fc.oneof({ weight: 7, arbitrary: named(name) }, { weight: 1, arbitrary: matching(pattern) })
  if (type === 'string' && SAID.has(name)) return textOf(schema)
  if (type === 'string')
    return fc.oneof({ weight: 7, arbitrary: named(name) }, { weight: 1, arbitrary: textOf(schema) })
  return fc.constantFrom(null, 0, '', 'x')
}

const integerOf = ({ minimum = -5, maximum = Number.MAX_SAFE_INTEGER }: Schema) =>
  fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 9) }), fc.constantFrom(minimum, maximum))

function objectOf({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
  const parts = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valid(one, name)]))
  const needed = Object.fromEntries(Object.entries(parts).filter(([name]) => required.includes(name)))
  return fc.oneof(fc.record(needed), fc.record(parts, { requiredKeys: required }))
}

/** What no schema wants. */
const junk: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1.5,
    1e308,
    -1e308,
    Number.MAX_SAFE_INTEGER + 1,
    8.64e15,
    INSTANT + 1,
    '',
    [],
    {},
    [[]]
  ),
  fc.constantFrom(...ODD, ...HUGE),
  fc.constant(Array.from({ length: 2_000 }, () => 'x')),
  fc.json({ maxDepth: 3 }).map(json => JSON.parse(json) as unknown)
)

const strange = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'extra', '', '\u0000', 'id')

type Break = { at: number; how: 'drop' | 'add' | 'replace'; name: string; value: unknown }

/** What almost fits. */
export const almost = (schema: Schema): Arbitrary<unknown> => broken(valid(schema))

/** One place of a value is left out, has something more, or is something else. */
export const broken = (values: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc
    .tuple(
      values,
      fc.record<Break>({
        at: fc.nat(30),
        how: fc.constantFrom('drop', 'add', 'replace'),
        name: strange,
        value: fc.oneof(junk, fc.constantFrom(0, 1, 60_000, 7 * 86_400_000, Number.MAX_SAFE_INTEGER, INSTANT))
      })
    )
    .map(([value, change]) => broke(value, change))

type Bag = Record<string, unknown>

function broke(value: unknown, { at, how, name, value: other }: Break): unknown {
  const copy = structuredClone(value)
  const bags = bagsIn(copy)
  const bag = bags[at % Math.max(1, bags.length)]
  if (!bag) return other
  const keys = Object.keys(bag)
  const key = how === 'add' ? name : (keys[at % Math.max(1, keys.length)] ?? name)
  if (Array.isArray(bag)) bag.splice(at % (bag.length + 1), how === 'add' ? 0 : 1, ...(how === 'drop' ? [] : [other]))
  else if (how === 'drop') delete bag[key]
  else Object.defineProperty(bag, key, { value: other, enumerable: true, configurable: true, writable: true })
  return copy
}

function bagsIn(value: unknown): Bag[] {
  if (value === null || typeof value !== 'object') return []
  return [value as Bag, ...Object.values(value).flatMap(bagsIn)]
}
