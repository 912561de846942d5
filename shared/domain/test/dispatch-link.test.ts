import fc from 'fast-check'
import t from 'tap'
import { checkLinkToken, formToken, linkIdOf, linkToken, readFormToken } from '../src/dispatch-link.ts'

const SECRET = 'a'.repeat(43)
const OF = { ticket: 'weibo/1001/p1/c1/by/u1', dispatch: 'd1', key: 'k1' }
const TOKEN = linkToken(OF, SECRET)
const refused = (token: string, secret = SECRET) => {
  try {
    checkLinkToken(token, secret)
    return false
  } catch (error) {
    return (error as { code: string }).code === 'LINK_INVALID'
  }
}

t.test('the token of a link', async t => {
  t.test('is the same for the same, and another for anything else', async t => {
    t.equal(linkToken({ ...OF }, SECRET), TOKEN)
    const others = [
      { ...OF, ticket: 'x' },
      { ...OF, dispatch: 'x' },
      { ...OF, key: 'x' }
    ].map(of => linkToken(of, SECRET))
    t.equal(new Set([TOKEN, ...others, linkToken(OF, 'other')]).size, 5)
    t.notMatch(TOKEN, /weibo|u1/)
  })

  t.test('is taken as it was signed, and in no other way', async t => {
    t.notOk(refused(TOKEN))
    t.ok(refused(TOKEN, 'another secret'))
    fc.assert(
      fc.property(fc.nat(44), fc.constantFrom('A', '-', '.', ''), (at, letter) => {
        const changed = TOKEN.slice(0, at) + letter + TOKEN.slice(at + 1)
        return changed === TOKEN || refused(changed)
      })
    )
    fc.assert(fc.property(fc.string(), token => refused(token)))
  })

  t.test('is called by a name from which it cannot be told', async t => {
    t.equal(linkIdOf(TOKEN).length, 12)
    t.notOk(TOKEN.includes(linkIdOf(TOKEN)))
  })
})

t.test('what a form bears is good for its link and its act only', async t => {
  const form = formToken({ token: TOKEN, act: 'sign', once: 'o1' }, SECRET)
  t.equal(readFormToken(form, { token: TOKEN, act: 'sign' }, SECRET), 'o1')
  t.equal(readFormToken(form, { token: TOKEN, act: 'return' }, SECRET), undefined)
  t.equal(readFormToken(form, { token: linkToken({ ...OF, key: 'k2' }, SECRET), act: 'sign' }, SECRET), undefined)
  t.equal(readFormToken(form.replace('o1', 'o2'), { token: TOKEN, act: 'sign' }, SECRET), undefined)
  for (const given of ['', '.', 'o1', 'x'.repeat(500)])
    t.equal(readFormToken(given, { token: TOKEN, act: 'sign' }, SECRET), undefined)
})
