import t from 'tap'
import { commentId, idOf, threadKey, ticketId, ticketNumber } from '../src/ids.ts'

const thread = { platform: 'wechat', account: 'wx1', post: '2247483700_1', root: '3' }

t.test('an id', async t => {
  t.test('tells parts apart that hold its separator', async t => {
    t.not(idOf('a/b', 'c'), idOf('a', 'b/c'))
    t.equal(idOf('a/b', 'c'), 'a%2Fb/c')
  })

  t.test('is never longer than 200 bytes', async t => {
    t.ok(idOf('路'.repeat(100)).length <= 200)
    t.not(idOf('路'.repeat(100)), idOf('灯'.repeat(100)))
  })

  t.test('is made of a broken surrogate too', async t => {
    t.equal(idOf('\ud800'), '%EF%BF%BD')
  })

  t.test('of a comment tells the same number under two articles apart', async t => {
    t.not(commentId({ ...thread, comment: '3' }), commentId({ ...thread, post: '2247483700_2', comment: '3' }))
  })

  t.test('of a ticket is one per citizen and thread', async t => {
    const of = (comment: string, id?: string) =>
      ticketId({ ...thread, comment, author: id === undefined ? {} : { id } })
    t.equal(of('3', 'o1'), of('8', 'o1'))
    t.not(of('3', 'o1'), of('3', 'o2'))
    t.not(of('3'), of('8'))
    t.ok(of('3', 'o1').startsWith(threadKey(thread)))
  })

  t.test('has a number that can be said on the phone', async t => {
    t.match(ticketNumber('x'), /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  })
})
