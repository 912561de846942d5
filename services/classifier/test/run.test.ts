import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Classify } from '@huiyin/ports/classify.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import { Classified, Observation } from '@huiyin/schemas/comment.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { openClassifier } from '../src/classify.ts'
import { commentOf } from '../src/evaluation/comment-of.ts'
import { run } from '../src/run.ts'

const NOON = Date.parse('2026-11-23T12:00:00+08:00')

function said(comment: string, text: string, ours = false): Observation {
  const thread = { platform: 'weibo', account: '1', post: '7', root: 'first' } as const
  const ids = { ...thread, comment, id: commentId({ ...thread, comment }), key: threadKey(thread) }
  return commentOf(text, { ...ids, ours, publishedAt: NOON, observedAt: NOON })
}

const byBlanks = openClassifier({ cut: text => text.split(' ') })

function house(classify: Classify = byBlanks) {
  const comments = memoryEventLog({ parse: parser(Observation, 'comment') })
  const classified = memoryEventLog({ parse: parser(Classified, 'classified comment') })
  const { records } = memoryStore({ searchLags: false })
  const ports = { comments, classified, classify, records, clock: { now: () => NOON }, logger: silent }
  const drain = async () => {
    const done = new AbortController()
    const running = run(ports, done.signal)
    while ((await comments.lag('classifier')) > 0) await new Promise(resolve => setTimeout(resolve, 5))
    done.abort()
    await running
  }
  return { ...ports, drain }
}

async function toldBy(log: ReturnType<typeof house>['classified']): Promise<Classified[]> {
  const told: Classified[] = []
  const ending = new AbortController()
  if ((await log.lag('test')) === 0) return told
  for await (const { events, commit } of log.read({ group: 'test', atMost: 1000, signal: ending.signal })) {
    told.push(...events)
    await commit()
    if ((await log.lag('test')) === 0) break
  }
  return told
}

t.test('the classifier service', async t => {
  t.test('passes each comment on with what it is, in its order', async t => {
    const { comments, classified, drain } = house()
    await comments.append([said('1', '请问几点开门？'), said('2', '路灯坏了半年没人管'), said('3', '着火了')])
    await drain()

    const told = await toldBy(classified)
    t.same(
      told.map(({ observation }) => observation.comment),
      ['1', '2', '3']
    )
    t.same(
      told.map(({ classification }) => classification!.urgent),
      [false, false, true]
    )
    t.equal(told[0]!.classification!.label, 'inquiry')
    t.equal(told[0]!.key, told[0]!.observation.key)
  })

  t.test('passes our own replies on as they are', async t => {
    const { comments, classified, drain } = house()
    await comments.append([said('1', '请问几点开门？'), said('2', '您好，九点开门', true), said('3', '谢谢')])
    await drain()

    const told = await toldBy(classified)
    t.same(
      told.map(({ classification }) => classification !== undefined),
      [true, false, true]
    )
  })

  t.test('does a batch once: what is committed does not come again', async t => {
    const { comments, classified, drain } = house()
    await comments.append([said('1', '路灯坏了')])
    await drain()
    await drain()
    t.equal((await toldBy(classified)).length, 1)
  })

  t.test('parks what cannot be classified, and passes the others on', async t => {
    const failing: Classify = comments => {
      if (comments.some(({ comment }) => comment === '2')) throw new Error('the model is broken')
      return byBlanks(comments)
    }
    const { comments, classified, records, drain } = house(failing)
    const broken = said('2', '路灯坏了')
    await comments.append([said('1', '一'), broken, said('3', '三'), said('4', '我们的', true)])
    await drain()

    t.same(
      (await toldBy(classified)).map(({ observation }) => observation.comment),
      ['1', '3', '4']
    )
    const [parked] = await records.list<Parked>(PARKED, { atMost: 10 })
    t.match(parked!.value, { topic: 'comments', reason: 'the model is broken', at: NOON })
    t.same(JSON.parse(parked!.value.raw), broken)
  })
})
