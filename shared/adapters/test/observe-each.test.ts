import type { Comments } from '@huiyin/ports/comments.ts'
import { comment, MINUTE } from '@huiyin/ports/contracts/fixtures.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import t from 'tap'
import { memoryStore } from '../src/memory/store.ts'

function seen(id: string, of: Partial<Observation> = {}) {
  const { firstText, firstObservedAt, state, classification, ...observation } = comment({ id })
  return { observation: { ...observation, ...of }, ...(classification && { classification }) }
}

/** A store that counts how many comments are read. */
function counting() {
  const { comments } = memoryStore({ searchLags: true })
  let reads = 0
  const port: Comments = {
    ...comments,
    getMany: refs => {
      reads += refs.length
      return comments.getMany(refs)
    }
  }
  const textOf = async (id: string) => (await comments.getMany([seen(id).observation]))[0]?.document.text
  return { port, comments, textOf, reads: () => reads }
}

t.test('writing what was seen', async t => {
  t.test('reads nothing of what is heard of for the first time', async t => {
    const { port, reads, textOf } = counting()
    t.strictSame(await observeEach(port, [seen('a'), seen('b'), seen('a', { text: '后来' })]), [])
    t.equal(reads(), 0)
    t.ok(await textOf('b'))
  })

  t.test('tells of each that nobody had seen, and of no other', async t => {
    const { port } = counting()
    const made: string[] = []
    const onMade = (id: string) => made.push(id)
    await observeEach(port, [seen('a'), seen('b')], { onMade })
    await observeEach(port, [seen('b', { text: '后来' }), seen('c')], { onMade })
    t.strictSame(made, ['a', 'b', 'c'])
  })

  t.test('judges over what stood there already, whether it was told so or not', async t => {
    const { port, textOf } = counting()
    const { observedAt } = seen('a').observation
    await observeEach(port, [seen('a', { text: '新' }), seen('b', { text: '新' })])
    const older = { text: '旧', observedAt: observedAt - MINUTE }
    await observeEach(port, [seen('a', older), seen('b', { ...older, before: { likes: 1, at: observedAt - MINUTE } })])
    t.equal(await textOf('a'), '新')
    t.equal(await textOf('b'), '新')
  })

  t.test('tells of an erased comment that was taken for a new one, and leaves it erased', async t => {
    const { port, comments, textOf } = counting()
    await comments.putEach([{ document: { ...comment({ id: 'a' }), text: '', firstText: '', state: 'erased' } }])
    const erased: string[] = []
    await observeEach(port, [seen('a'), seen('b')], { onErased: id => erased.push(id) })
    t.strictSame(erased, ['a'])
    t.equal(await textOf('a'), '')
  })
})
