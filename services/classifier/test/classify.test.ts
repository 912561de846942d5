import { createRequire } from 'node:module'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { Classification } from '@huiyin/schemas/classification.ts'
import { NO_DEPARTMENT } from '@huiyin/schemas/department-classes.ts'
import type { Label } from '@huiyin/schemas/names.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import fc from 'fast-check'
import t from 'tap'
import { openClassifier } from '../src/classify.ts'
import { commentOf } from '../src/evaluation/comment-of.ts'

const classify = openClassifier({ cut: segmenter().cut })
const of = (text: string) => classify([commentOf(text)])[0]!
const parse = parser(Classification, 'classification')

t.test('the classifier', async t => {
  const labelled: [Label, string][] = [
    ['inquiry', '请问医保断缴了还能补吗？'],
    ['inquiry', '老年卡在哪里办，需要带什么材料'],
    ['complaint', '路灯坏了两个月，打电话一直没人管'],
    ['complaint', '物业收费不干事，垃圾堆了一星期'],
    ['suggestion', '建议在学校门口加装红绿灯'],
    ['suggestion', '希望公交末班车能延长到晚上十点'],
    ['other', '给交警点赞，辛苦了'],
    ['other', '哈哈哈哈笑死我了']
  ]
  for (const [label, text] of labelled) {
    t.test(`calls "${text}" ${label}`, async t => t.equal(of(text).label, label))
  }

  t.test('tells praise from anger', async t => {
    t.match(of('太好了，服务真贴心，感谢！').sentiment, { name: 'positive', score: Number })
    t.ok(of('太好了，服务真贴心，感谢！').sentiment.score > 0)
    t.match(of('气死人了，态度恶劣，太差劲了').sentiment, { name: 'negative' })
    t.ok(of('气死人了，态度恶劣，太差劲了').sentiment.score < 0)
  })

  t.test('reads the sentiment of English by its own words', async t => {
    t.equal(of('Great job, thank you so much').sentiment.name, 'positive')
    t.equal(of('This is terrible, the worst service').sentiment.name, 'negative')
    t.equal(of('The office opens at nine').sentiment.name, 'neutral')
  })

  t.test('loads no storage back-end for that', async t => {
    of('Thank you')
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    t.ok(loaded.some(file => file.includes('/natural/')))
    t.same(
      loaded.filter(file => /\/(mongoose|mongodb|redis|pg|memjs|dotenv)\//.test(file)),
      []
    )
  })

  t.test('names the likeliest department, and nobody when it is not sure', async t => {
    t.equal(of('化工厂半夜偷排废水，河水又黑又臭').departments[0]!.name, '环境保护')
    t.equal(of('学校强制补课，老师乱收费').departments[0]!.name, '教育文体')
    t.equal(of('收到').departments[0]!.name, NO_DEPARTMENT)
  })

  t.test('hands on the words, by which a comment is found', async t => {
    t.equal(of('APP打不开！！').words, 'app 打不开')
  })

  t.test('asks nothing of what says nothing', async t => {
    for (const text of ['', '   ', '😂😂😂', '？？？', '\u200b']) {
      t.match(of(text), { label: 'other', confidence: 1, words: '', urgent: false })
    }
  })

  t.test('answers one each, in the order asked, the same each time', async t => {
    const comments = labelled.map(([, text]) => commentOf(text))
    const once = classify(comments)
    t.equal(once.length, comments.length)
    t.same(
      once,
      comments.map(comment => classify([comment])[0])
    )
    t.same(classify([]), [])
  })

  t.test('marks danger as urgent', async t =>
    t.match(of('楼上着火了！！快来人'), { urgent: true, risk: { level: 'red' } })
  )

  t.test('keeps to the schema whatever it reads', async t => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), { seed: 11, numRuns: 300 })
    const long = [
      '路灯坏了，'.repeat(4_000),
      '？'.repeat(20_000),
      'a'.repeat(20_000),
      '\ud83d'.repeat(20_000),
      '没有着火'.repeat(5_000)
    ]
    for (const text of [...texts, ...long]) {
      t.doesNotThrow(() => parse(of(text)), JSON.stringify(text.slice(0, 60)))
    }
  })
})
