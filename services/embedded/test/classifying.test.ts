import { setTimeout as sleep } from 'node:timers/promises'
import { type House, openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Classified, Observation } from '@huiyin/schemas/comment.ts'
import t, { type Test } from 'tap'
import { classifying } from '../src/classifying.ts'

function said(comment: string, text: string): Observation {
  const native = { platform: 'weibo', account: '1', post: '7', root: comment, comment } as const
  const now = Date.now()
  return {
    ...{ id: commentId(native), key: threadKey(native), ...native, author: { id: 'u1' }, ours: false, text },
    ...{ publishedAt: now, observedAt: now, term: 1, source: 'poll', history: false }
  }
}

async function opened(t: Test): Promise<House> {
  const house = await openHouse({ settings: await readSettings({}), folder: t.testdir(), logger: silent })
  t.teardown(house.close)
  return house
}

/** What is classified until the house has read so many comments; the classifying is then told to end, and has. */
async function classified(house: House, atLeast: number): Promise<Classified[]> {
  const ended = new AbortController()
  const running = classifying(house, ended.signal)
  while ((await house.logs.classified.lag('test')) < atLeast || (await house.logs.comments.lag('classifier')) > 0)
    await sleep(10)
  ended.abort()
  await running
  for await (const { events, commit } of house.logs.classified.read({ group: 'test', atMost: 10_000 })) {
    await commit()
    return [...events]
  }
  return []
}

t.test('the classifying in one house', async t => {
  t.test('says what each comment is, in their order', async t => {
    const house = await opened(t)
    await house.logs.comments.append([said('1', '请问路灯什么时候修好？'), said('2', '谢谢你们的工作！')])
    const told = await classified(house, 2)
    t.same(
      told.map(({ observation, classification }) => [observation.comment, classification?.label]),
      [
        ['1', 'inquiry'],
        ['2', 'other']
      ]
    )
  })

  t.test('goes on where it ended', async t => {
    const house = await opened(t)
    await house.logs.comments.append([said('1', '请问路灯什么时候修好？')])
    t.equal((await classified(house, 1)).length, 1)
    await house.logs.comments.append([said('2', '这条路坑坑洼洼，没人管！')])
    t.same(
      (await classified(house, 1)).map(({ observation }) => observation.comment),
      ['2']
    )
  })

  t.test('leaves many that wait to a thread, and nothing is lost or told twice where they take turns', async t => {
    const house = await opened(t)
    const texts = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => said(String(from + i), `请问第${from + i}号路灯什么时候修好？`))
    await house.logs.comments.append(texts(0, 3))
    const running = classified(house, 1_503)
    while ((await house.logs.classified.lag('test')) < 3) await sleep(10)
    await house.logs.comments.append(texts(3, 1_503))
    t.same(
      (await running).map(({ observation }) => observation.comment),
      Array.from({ length: 1_503 }, (_, i) => String(i))
    )
  })

  t.test('ends with a house in which nobody has written', async t => {
    const house = await opened(t)
    const ended = new AbortController()
    const running = classifying(house, ended.signal)
    ended.abort()
    await running
    t.equal(await house.logs.classified.lag('test'), 0)
  })
})
