import type { Query } from '@huiyin/domain/search/query.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import { comment, NOON, puts, says } from '@huiyin/ports/contracts/fixtures.ts'
import t, { type Test } from 'tap'
import { memoryStore } from '../src/memory/store.ts'
import { newPrefix, open, skip, sweep } from './elasticsearch-opened.ts'
import { freshSqlite } from './sqlite-folder.ts'

/** More than the window of a list by relevance holds, with words in every mixture. */
const DOCUMENTS = Array.from({ length: 520 }, (_, n) =>
  comment({
    id: `c${n}`,
    text: [
      n % 2 === 0 ? '积水' : '天气',
      n % 3 === 0 ? '路灯坏了' : '公园',
      n % 5 === 0 ? 'wifi 慢' : n % 7 === 0 ? 'wfii 慢' : '好',
      '小区'.repeat(n % 4)
    ].join('，'),
    publishedAt: NOON + ((n * 7919) % 300) * 1000,
    author: { id: `u${n % 9}` }
  })
)

const ASKED: Record<string, Query> = {
  'words of which one is enough': { type: 'any', of: [says('积水'), says('路灯'), says('小区'), says('公园')] },
  'two of several words, and a spelling': {
    type: 'some',
    least: 2,
    of: [
      says('积水'),
      says('路灯'),
      { type: 'like', token: 'wifi', edits: 1 },
      says('小区'),
      says('公园'),
      says('好'),
      says('慢')
    ]
  },
  'a word that all have': says('小区'),
  'words or an author': { type: 'any', of: [says('路灯'), { type: 'is', field: 'author', values: ['u3'] }] },
  'words with a condition, or others': {
    type: 'any',
    of: [
      { type: 'all', of: [says('积水'), { type: 'is', field: 'author', values: ['u3', 'u4'] }] },
      { type: 'all', of: [says('路灯'), says('慢')] },
      says('公园')
    ]
  },
  'what does not have a word': {
    type: 'all',
    of: [
      { type: 'not', of: says('天气') },
      { type: 'any', of: [says('公园'), says('好')] }
    ]
  },
  everything: { type: 'everything' }
}

async function idsOf(comments: Comments, where: Query, more: { atMost: number }): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await comments.search({ where, sort: 'relevance', ...more, ...(after !== undefined && { after }) })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.after
  } while (after !== undefined)
  return ids
}

const memory = memoryStore().comments
await memory.putEach(puts(...DOCUMENTS))

async function asInMemory(t: Test, comments: Comments) {
  await comments.putEach(puts(...DOCUMENTS))
  await comments.refresh()
  for (const [what, where] of Object.entries(ASKED)) {
    const expected = await idsOf(memory, where, { atMost: 1000 })
    t.ok(expected.length > 0, `${what}: ${expected.length} are found`)
    t.strictSame(await idsOf(comments, where, { atMost: 70 }), expected, `${what}: the same order, page by page`)
  }
}

t.test('a list by relevance is in the same order in SQLite as in memory, also behind its window', async t => {
  const { store, close } = await freshSqlite()
  t.teardown(close)
  await asInMemory(t, store.comments)
})

t.test('and in Elasticsearch', { skip }, async t => {
  const prefix = newPrefix()
  const store = open(prefix)
  t.teardown(async () => {
    await store.close()
    await sweep(prefix)
  })
  await asInMemory(t, store.comments)
})
