import type { estypes } from '@elastic/elasticsearch'
import { digest } from '@huiyin/domain/ids.ts'
import { WORDS_VERSION } from '@huiyin/domain/search-text.ts'

type Properties = Record<string, estypes.MappingProperty>

const KEYWORD = { type: 'keyword' } as const
const LONG = { type: 'long' } as const
const BOOLEAN = { type: 'boolean' } as const

/** Tokens that we cut ourselves, one space between two. Fields of a text are values of an array: no phrase spans two. */
const TOKENS = { type: 'text', analyzer: 'whitespace', norms: false } as const

/**
 * What every document has. The state is JSON inside a string inside an `enabled: false` object: of no shape,
 * depth or key can the engine complain, and the client's check for `__proto__` keys passes over it. As an object
 * it would be written 6 % and read 4 % faster (8,444 against 7,931 comments/s, 22,148 against 21,302 tickets/s,
 * medians of 5), and one document nested over 1,000 deep, or one with such a key, could never be stored or read.
 */
const COMMON: Properties = {
  state: { type: 'object', enabled: false },
  puts: { type: 'keyword', index: false, doc_values: false },
  bare: BOOLEAN,
  id: KEYWORD
}

const of = (type: estypes.MappingProperty, ...names: string[]): Properties =>
  Object.fromEntries(names.map(name => [name, type]))

/** The fields by which documents of each family are found. */
export const FAMILIES = {
  tickets: {
    ...COMMON,
    ...of(KEYWORD, 'status', 'label', 'level', 'account', 'platform', 'department', 'dispatchedTo', 'openedDay'),
    ...of(KEYWORD, 'assigned', 'tags', 'replyState', 'replyBy'),
    ...of(KEYWORD, 'sentiment', 'author', 'place', 'post', 'tagKeys', 'number'),
    ...of(BOOLEAN, 'urgent', 'review'),
    ...of(LONG, 'openedAt', 'dueAt', 'nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince'),
    score: { type: 'double' },
    text: TOKENS
  },
  comments: {
    ...COMMON,
    ...of(KEYWORD, 'key', 'platform', 'account', 'post', 'label', 'level', 'sentiment', 'publishedDay', 'hidden'),
    ...of(KEYWORD, 'author', 'place', 'department'),
    score: { type: 'double' },
    ours: BOOLEAN,
    publishedAt: LONG,
    text: TOKENS
  },
  history: { ...COMMON, ...of(KEYWORD, 'ticket', 'actor', 'type'), ...of(LONG, 'n', 'at', 'partition', 'offset') },
  trail: { ...COMMON, ...of(LONG, 'partition', 'n', 'at', 'offset') },
  records: { ...COMMON, kind: KEYWORD, dueAt: LONG }
} satisfies Record<string, Properties>

export type Family = keyof typeof FAMILIES

/** Replicas follow the number of data nodes: none on one, one on two and more. */
const SETTINGS = {
  'index.number_of_shards': 1,
  'index.auto_expand_replicas': '0-1',
  'index.translog.durability': 'request'
} as const

/** Tells whether an index was made as this program makes it: other fields or other words make another one. */
export const layoutOf = (family: Family): string =>
  digest(JSON.stringify([FAMILIES[family], 'text' in FAMILIES[family] ? WORDS_VERSION : 0]))

/**
 * How often an index shows what was written into it. Lists do twice a second: at half of what one machine carries a
 * comment was found after 0.8 s and not 1.2, for the same CPU (ADR 24). null: as the engine does by itself.
 */
export const refreshOf = (family: Family): string | null =>
  family === 'tickets' || family === 'comments' ? '500ms' : null

/**
 * Grows when an earlier program would misread or damage what this one writes; more fields do not count. An index bears the
 * newest that ever wrote into it.
 */
export const GENERATION = 1

/** The template of a family: no write makes an index of it, only we do. */
export const templateOf = (prefix: string, family: Family) => ({
  name: `${prefix}-${family}`,
  index_patterns: [`${prefix}-${family}-*`],
  priority: 500,
  allow_auto_create: false,
  template: {
    settings: { ...SETTINGS, ...(refreshOf(family) && { 'index.refresh_interval': refreshOf(family) }) },
    mappings: {
      dynamic: false,
      _meta: { layout: layoutOf(family), generation: GENERATION },
      properties: FAMILIES[family]
    }
  }
})
