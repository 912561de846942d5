import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { HOUR, MINUTE, NOON } from './house.ts'
import { type IntakeHouse, openIntakeHouse, SECRET, signed } from './outside.ts'

const AT = '/api/intake/forum'
const said = (id: string, more: object = {}) => ({
  id,
  post: 'p1',
  text: '路灯坏了',
  publishedAt: NOON - HOUR,
  ...more
})
const bodyOf = (...comments: unknown[]) => JSON.stringify({ comments })
const sends = ({ post }: IntakeHouse, ...comments: unknown[]) => {
  const body = bodyOf(...comments)
  return post(AT, body, signed(body))
}

t.test('comments of another program, signed', async t => {
  t.test('are taken into the log, as they stood there', async t => {
    const house = await openIntakeHouse(t)
    const one = { author: { id: 'u1', name: '王' }, postTitle: '通告', link: 'https://forum.example/p1', likes: 3 }
    const answer = await sends(
      house,
      said('1', one),
      said('2', { parent: '1', author: { id: 'forum' } }),
      said('3', { parent: '2', root: '1', deleted: true })
    )
    t.equal(answer.statusCode, 202)
    t.same(answer.json(), { taken: 3, refused: [] })
    t.match(house.collected, [
      { id: 'other/forum/p1/1/1', key: 'other/forum/p1/1', ours: false, source: 'webhook', observedAt: NOON, ...one },
      { root: '1', parent: '1', ours: true },
      { root: '1', parent: '2', deleted: true }
    ])
  })

  t.test('are the same comments when they are sent again', async t => {
    const house = await openIntakeHouse(t)
    await sends(house, said('1'))
    await sends(house, said('1'))
    t.equal(new Set(house.collected.map(({ id }) => id)).size, 1)
  })

  t.test('are judged one by one: what is wrong with one is said, the others are taken', async t => {
    const house = await openIntakeHouse(t)
    const answer = await sends(
      house,
      said('1'),
      { id: '2', post: 'p1', text: '没有时间' },
      said('3', { link: 'javascript:alert(1)' }),
      said('4', { publishedAt: NOON + HOUR }),
      said('5', { who: '不认识的字段' }),
      said('6', { text: 'NUL\0' }),
      '不是对象'
    )
    t.equal(answer.statusCode, 202)
    const { taken, refused } = answer.json()
    t.equal(taken, 1)
    t.same(
      refused.map(({ index }: { index: number }) => index),
      [1, 2, 3, 4, 5, 6]
    )
    t.ok(refused.every(({ reason }: { reason: string }) => reason.startsWith('The comment: ')))
    t.equal(house.collected.length, 1)
  })

  t.test('are believed within five minutes, in seconds or in milliseconds', async t => {
    const house = await openIntakeHouse(t)
    const body = bodyOf(said('1'))
    const status = async (at: number | string) =>
      (await house.post(AT, body, signed(body, { at: String(at) }))).statusCode
    t.equal(await status(NOON / 1000), 202)
    t.equal(await status(NOON - 5 * MINUTE), 202)
    t.equal(await status(NOON + 5 * MINUTE), 202)
    t.equal(await status(NOON - 5 * MINUTE - 1), 401)
    t.equal(await status(NOON / 1000 + 301), 401)
    t.equal(await status('now'), 401)
  })

  t.test('are refused when the signature is not good, whoever the account is', async t => {
    const house = await openIntakeHouse(t)
    const body = bodyOf(said('1'))
    const refused = async (url: string, sent: string, headers: Record<string, string>) => {
      const answer = await house.post(url, sent, headers)
      t.equal(answer.statusCode, 401)
      t.match(answer.json(), { code: 'SIGNATURE_INVALID' })
    }
    await refused(AT, body, {})
    await refused(AT, `${body} `, signed(body))
    await refused(AT, body, signed(body, { secret: `${SECRET}!` }))
    await refused(AT, body, { ...signed(body), 'x-huiyin-timestamp': String(NOON + 1) })
    await refused('/api/intake/nobody', body, signed(body))
    await refused('/api/intake/nobody', body, signed(body, { secret: '' }))
    t.same(house.collected, [])
  })

  t.test('are refused as a whole when the body is none', async t => {
    const house = await openIntakeHouse(t)
    for (const body of [
      '',
      '{',
      '[]',
      '{"comments":{}}',
      '"\\ud800"',
      bodyOf(...Array.from({ length: 501 }, (_, i) => said(`${i}`)))
    ]) {
      const answer = await house.post(AT, body, signed(body))
      t.equal(answer.statusCode, 422, body.slice(0, 20))
      t.match(answer.json(), { code: 'INTAKE_INVALID' })
    }
    const huge = 'x'.repeat(9 * 1024 * 1024)
    t.equal((await house.post(AT, huge, signed(huge))).statusCode, 413)
  })

  t.test('are signed as the documentation says', async t => {
    const documented = await readFile(join(import.meta.dirname, '../../../docs/intake.md'), 'utf8')
    const { 'x-huiyin-signature': signature } = signed('{"comments":[]}', { at: '1767592800' })
    t.ok(documented.includes(signature))
  })

  t.test('may come as any type of content, for only the bytes count', async t => {
    const house = await openIntakeHouse(t)
    const body = bodyOf(said('1'))
    t.equal((await house.post(AT, body, { ...signed(body), 'content-type': 'text/plain' })).statusCode, 202)
  })
})
