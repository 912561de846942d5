import t from 'tap'
import { commentOf } from '../src/evaluation/comment-of.ts'
import { openScore, score } from '../src/risk.ts'
import { RISK_LEXICON, readLexicon } from '../src/risk-lexicon.ts'

const CALM = { label: 'other', sentiment: { name: 'neutral', score: 0 } } as const
const said = (text: string) => score(commentOf(text), { labelled: CALM })

t.test('weak signs', async t => {
  t.test('together are a danger now', async t => {
    const { risk, urgent } = said('楼道里黑乎乎啥也看不清，呛得直流泪，我家在顶层咋整啊')
    t.ok(urgent)
    t.match(risk.reasons, [{ code: 'combination', kind: 'danger-now', points: 60 }])
  })

  t.test('show every word that spoke', async t => {
    const [reason] = said('我哥下去捞人自己也没上来，十分钟了，岸上没人会水').risk.reasons
    t.match(reason, { code: 'combination', evidence: /没上来.*没人会/ })
  })

  const calm: [string, string][] = [
    ['alone', '路边水坑里有水'],
    ['long ago', '小时候家里灶膛窜过一次火，把我爷眉毛都燎没了，哈哈'],
    ['played', '昨晚看那个片子，最后一集房子都烧了，人困在里面'],
    ['without one that leads', '我妈刚才在楼下等公交，等了半小时还没来，没人管']
  ]
  for (const [how, text] of calm) t.test(`${how} are none: ${text}`, async t => t.notOk(said(text).urgent))

  t.test('in sentences far apart are not added up', async t => {
    const far = '这个栏目的文章写得很长。'.repeat(4)
    t.ok(said('我哥下去捞人。自己也没冒头，没人会水。').urgent)
    t.notOk(said(`我哥下去捞人。${far}自己也没冒头，没人会水。`).urgent)
  })

  t.test('of more kinds than can be told apart are refused', async t => {
    const kinds = Array.from({ length: 32 }, (_, i) => ({ name: `${i}`, weight: 1, again: 0, words: ['水'] }))
    const lexicon = readLexicon({ ...RISK_LEXICON, signs: { ...RISK_LEXICON.signs, kinds } })
    t.throws(() => openScore(lexicon), { name: 'TypeError', message: /31 at most; got 32/ })
  })
})

t.test('what calms lowers a danger by name, but not when somebody wants to die', async t => {
  t.notOk(said('吃鸡最后一圈被车撞飞，气死我了').urgent)
  t.ok(said('谢谢大家，我不想活了').urgent)
})
