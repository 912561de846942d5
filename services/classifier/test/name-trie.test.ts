import fc from 'fast-check'
import t from 'tap'
import { openTrie } from '../src/name-trie.ts'
import { openPhrases } from '../src/phrases.ts'

const unitsOf = (text: string) => Uint16Array.from(text, unit => unit.charCodeAt(0))

const found = (find: ReturnType<typeof openPhrases>, text: string) => {
  const hits: string[] = []
  find(unitsOf(text), text.length, (phrase, from, to) => hits.push([from, to, phrase].join()))
  return hits.sort()
}

t.test('the search for many names finds what the search for phrases finds', async t => {
  const word = fc.string({ unit: fc.constantFrom('东', '门', '桥'), minLength: 1, maxLength: 4 })
  const isSame = (phrases: string[], text: string) => {
    const [trie, list] = [openTrie(phrases), openPhrases(phrases)].map(find => found(find, text).join('|'))
    return trie === list
  }
  const property = fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 10 }), (phrases, parts) =>
    isSame(phrases, parts.join(''))
  )
  t.notOk(fc.check(property, { seed: 7, numRuns: 500 }).failed)
})

t.test('the search for many names reads nothing beyond the length that it is given', async t => {
  const hits: number[] = []
  openTrie(['东门', '门'])(unitsOf('东门'), 1, phrase => hits.push(phrase))
  t.same(hits, [])
})
