import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import type { Query } from '../src/search/query.ts'
import { snippetsOf } from '../src/search/snippets.ts'
import { tokenSpans } from '../src/search/token-spans.ts'
import { searchTokens } from '../src/search-text.ts'

const says = (...texts: string[]): Query => ({
  type: 'says',
  phrases: texts.map((text, i) => ({ tokens: searchTokens(text), weight: i === 0 ? 1 : 0.7 }))
})
const marked = (query: Query, ...texts: string[]) =>
  snippetsOf(query, texts).map(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to)))

t.test('snippets', async t => {
  t.test('mark what was looked for as it was written, in whatever form', async t => {
    t.same(marked(says('路灯'), '門口的路燈壞了'), [['路燈']])
    t.same(marked(says('wifi'), '这里的ＷｉＦｉ很慢'), [['ＷｉＦｉ']])
    t.same(marked(says('café'), 'le cafe\u0301 noir'), [['cafe\u0301']])
    t.same(marked(says('停水', '断水'), '又断水了，昨天也停水'), [['断水', '停水']])
  })

  t.test('are cut around what was looked for, and say so', async t => {
    const [snippet] = snippetsOf(says('井盖'), [`${'前'.repeat(300)}井盖${'后'.repeat(300)}`])
    t.match(snippet!.text, /^…前+井盖后+…$/)
    t.ok(snippet!.text.length < 100)
    t.same(
      snippet!.marks.map(([from, to]) => snippet!.text.slice(from, to)),
      ['井盖']
    )
  })

  t.test('come from the texts that have most of it', async t => {
    const query: Query = { type: 'all', of: [says('井盖'), says('路灯')] }
    t.same(marked(query, '没有', '井盖', '路灯和井盖'), [['井盖'], ['路灯', '井盖']])
  })

  t.test('mark nothing that was not wanted, and show the beginning then', async t => {
    const query: Query = { type: 'not', of: says('井盖') }
    t.same(snippetsOf(query, ['路灯坏了']), [{ text: '路灯坏了', marks: [] }])
  })

  t.test('mark nothing across two texts', async t => t.same(marked(says('路灯'), '路', '灯'), [[]]))
})

t.test('the places of tokens', async t => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'aΣς燈⺅가ㄱㅏｶﾞé\u0301İﬁ① 中-😀'), maxLength: 20 })
  )

  t.test('are those of the tokens by which a text is found', async () => {
    fc.assert(
      fc.property(anyText, text =>
        isDeepStrictEqual(
          tokenSpans(text).map(({ token }) => token),
          searchTokens(text)
        )
      ),
      { numRuns: 20_000 }
    )
  })

  t.test('hold each token', async () => {
    fc.assert(
      fc.property(anyText, text =>
        tokenSpans(text).every(({ token, from, to }) => searchTokens(text.slice(from, to)).join('').includes(token))
      ),
      { numRuns: 5000 }
    )
  })
})
