import fc from 'fast-check'
import t from 'tap'
import { commentOf } from '../src/evaluation/comment-of.ts'
import { openPhrases } from '../src/phrases.ts'
import { openScore } from '../src/risk.ts'
import { RISK_LEXICON, readLexicon } from '../src/risk-lexicon.ts'

const CALM = { label: 'other', sentiment: { name: 'neutral', score: 0 } } as const
const FLOODED_CELLAR = { code: 'cellar', kind: 'danger-now' as const, points: 70, phrases: ['{room}…进水'] }

t.test('a lexicon', async t => {
  t.test('of the house can be read', async t => t.equal(readLexicon(RISK_LEXICON), RISK_LEXICON))

  t.test('may be another one', async t => {
    const own = readLexicon({
      ...RISK_LEXICON,
      groups: { room: ['地窖、酒窖'] },
      harmless: ['酒窖进水壶'],
      topics: [FLOODED_CELLAR]
    })
    const score = openScore(own)
    t.match(score(commentOf('我家酒窖又进水了'), { labelled: CALM }), {
      risk: { score: 70, level: 'orange', reasons: [{ code: 'cellar', evidence: '酒窖又进水' }] },
      urgent: true
    })
    t.equal(score(commentOf('着火了'), { labelled: CALM }).urgent, false)
  })

  const wrong: [string, unknown, RegExp][] = [
    ['without topics', { ...RISK_LEXICON, topics: [] }, /topics/],
    ['with a name that it does not know', { ...RISK_LEXICON, weights: 1 }, /\/weights: expected no such name; got 1/],
    ['with points that are no number', { ...RISK_LEXICON, topics: [{ ...FLOODED_CELLAR, points: 'many' }] }, /points/],
    [
      'whose steps fall',
      {
        ...RISK_LEXICON,
        factors: {
          ...RISK_LEXICON.factors,
          likes: [
            { from: 10, points: 5 },
            { from: 9, points: 6 }
          ]
        }
      },
      /factors\/likes/
    ]
  ]
  for (const [how, data, message] of wrong)
    t.test(`${how} is refused`, async t => t.throws(() => readLexicon(data), { name: 'TypeError', message }))

  const unreadable: [string, string, RegExp][] = [
    ['a group that is nowhere', '{room}…进水', /\{room\}/],
    ['nothing on one side of the gap', '地窖…', /地窖…/]
  ]
  for (const [how, phrase, message] of unreadable) {
    t.test(`with ${how} is refused when it is opened`, async t => {
      const lexicon = readLexicon({
        ...RISK_LEXICON,
        groups: {},
        harmless: ['好'],
        topics: [{ ...FLOODED_CELLAR, phrases: [phrase] }]
      })
      t.throws(() => openScore(lexicon), { name: 'TypeError', message })
    })
  }

  t.test('with a group inside itself is refused when it is opened', async t => {
    const lexicon = readLexicon({
      ...RISK_LEXICON,
      groups: { room: ['{room}里'] },
      harmless: ['好'],
      topics: [FLOODED_CELLAR]
    })
    t.throws(() => openScore(lexicon), { name: 'TypeError', message: /inside itself/ })
  })
})

t.test('the search for phrases', async t => {
  t.test('finds what looking at every place finds', async t => {
    const letters = fc.string({ unit: fc.constantFrom('着', '火', '了', 'a', '\uffff'), minLength: 1, maxLength: 4 })
    const text = fc.string({ unit: fc.constantFrom('着', '火', '了', 'a', '\uffff'), maxLength: 30 })
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), text, (phrases, text) => {
        const units = Uint16Array.from(text, unit => unit.charCodeAt(0))
        const found: string[] = []
        openPhrases(phrases)(units, text.length, (phrase, from, to) => found.push(`${phrase} ${from} ${to}`))
        const expected = phrases.flatMap((phrase, i) =>
          Array.from(text, (_, from) => from)
            .filter(from => text.startsWith(phrase, from))
            .map(from => `${i} ${from} ${from + phrase.length}`)
        )
        return JSON.stringify(found.sort()) === JSON.stringify(expected.sort())
      })
    )
    t.pass()
  })

  t.test('refuses an empty phrase', async t =>
    t.throws(() => openPhrases(['']), { name: 'TypeError', message: /empty/ })
  )
})
