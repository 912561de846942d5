import t from 'tap'
import { ERASED, hasTraces, withoutTraces } from '../src/erasure/traces.ts'

const TEXT = '锦鲤巷七号院的围墙昨夜垮塌，请问玄武社区何时赔付'
const traces = (of: Partial<Parameters<typeof withoutTraces>[1]> = {}) => ({
  ...{ texts: [TEXT], names: ['雾隐山樵'], about: ['weibo/1001/p/c1', 'H7Q2-9KXM'], known: [] },
  ...of
})

t.test('what an erasure takes out', async t => {
  t.test('is a quote of twelve characters, wherever it stands and however long', async t => {
    const value = { a: [{ b: `他说“${TEXT.slice(3, 20)}”，已转办` }], n: 1, none: null }
    t.same(withoutTraces(value, traces()), { a: [{ b: `他说“${ERASED}”，已转办` }], n: 1, none: null })
  })
  t.test('is nothing that anybody might say', async t => {
    const value = { text: '请问玄武社区几点开门' }
    t.equal(withoutTraces(value, traces()), value, 'the very same object')
  })
  t.test('is a shorter quote and the name where the comment or its ticket is named', async t => {
    const note = { ticket: 'weibo/1001/p/c1', text: `雾隐山樵：${TEXT.slice(0, 7)}……` }
    t.same(withoutTraces(note, traces()), { ticket: 'weibo/1001/p/c1', text: `${ERASED}：${ERASED}……` })
    t.same(withoutTraces(['见 H7Q2-9KXM', '雾隐山樵'], traces()), ['见 H7Q2-9KXM', ERASED])
    t.notOk(hasTraces({ by: { name: '雾隐山樵' } }, traces()), 'somebody else of the name keeps theirs')
  })
  t.test('is not what the office had said before, and the citizen quoted', async t => {
    const known = '您好，您反映的问题已收悉，我们将尽快办理'
    const of = traces({ texts: [`你们说“${known}”，可是一直没人来`], known: [known] })
    t.equal(withoutTraces(known, of), known)
    t.equal(withoutTraces('可是一直没人来，网友说', { ...of, about: ['网友'] }), '可是一直没人来，网友说', 'of seven')
    t.not(withoutTraces({ text: '可是一直没人来', id: 'weibo/1001/p/c1' }, of).text, '可是一直没人来')
  })
  t.test('is no address by which something is found', async t => {
    const of = traces({ texts: ['看 https://weibo.com/1001/5012345678901234 这条'] })
    const post = { post: '5012345678901234', link: 'https://weibo.com/1001/5012345678901234' }
    t.equal(withoutTraces(post, of), post)
    t.same(withoutTraces({ text: 'https://weibo.com/1001/5012345678901234' }, of), { text: ERASED })
  })
  t.test('is a text that is shorter than a quote, whole, where it is about it', async t => {
    const of = traces({ texts: ['太黑了'] })
    t.same(withoutTraces({ id: 'weibo/1001/p/c1', text: '晚上太黑了' }, of), {
      id: 'weibo/1001/p/c1',
      text: `晚上${ERASED}`
    })
    t.notOk(hasTraces({ text: '太黑了' }, of))
  })
  t.test('is taken out once: done twice it is the same', async t => {
    const once = withoutTraces({ text: `前${TEXT}后` }, traces())
    t.equal(withoutTraces(once, traces()), once)
  })
})
