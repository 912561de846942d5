import type { Notice } from '@huiyin/ports/channel.ts'
import { startSimulator } from '@huiyin/simulator/simulator.ts'
import t from 'tap'
import { signature, webhookChannel } from '../src/channels/webhook.ts'
import { httpClient } from '../src/platforms/http.ts'
import { CITIZEN, noticed } from './channel-notice.ts'
import { close, HOUR, handClock, MINUTE, SECOND, START } from './platform-house.ts'

const link = 'https://huiyin.example/?tab=all&q=H7Q2-9KXM'
const notice: Notice = noticed({ account: '青禾发布' }, { link })

async function open(secret?: string, timeout = 5000) {
  const clock = handClock()
  const simulator = await startSimulator({ clock })
  const { url } = simulator.webhook
  const channel = webhookChannel({
    name: '值班系统',
    url,
    secret: secret ?? simulator.webhook.secret,
    clock,
    http: httpClient(timeout)
  })
  return { clock, simulator, control: simulator.control, channel }
}

t.test('a signed webhook', async t => {
  t.test('is signed as the standard says', async t => {
    t.equal(
      signature('fakeWebhookSecret', 'evt_1', 1_767_592_800, '{"a":1}'),
      'v1,7RmwXY/V/dCWm93BHa9X4t1lXlHy+BECcLF4TPMCYV4='
    )
    const encoded = `whsec_${Buffer.from('fakeWebhookSecret').toString('base64')}`
    t.equal(signature(encoded, 'evt_1', 1_767_592_800, '{"a":1}'), 'v1,7RmwXY/V/dCWm93BHa9X4t1lXlHy+BECcLF4TPMCYV4=')
  })

  t.test('arrives verified, says what is due, and names no citizen', async t => {
    const { simulator, control, channel } = await open()
    t.teardown(close(simulator))
    t.same(await channel.deliver(notice), { outcome: 'sent' })
    const [arrival] = control.webhooks()
    t.ok(arrival?.verified)
    t.same(arrival?.body, {
      id: arrival?.id,
      type: 'clock.warn',
      version: 1,
      occurredAt: '2026-01-05T06:00:00.000Z',
      data: {
        number: 'H7Q2-9KXM',
        account: '青禾发布',
        level: 'yellow',
        urgent: false,
        dueAt: '2026-01-05T07:00:00.000Z',
        point: HOUR,
        rung: 0,
        repeat: 0,
        sequence: 3,
        department: '城管局',
        link,
        perhapsRepeated: false
      }
    })
  })

  t.test('bears one id however often it is sent, so that the receiver can drop repeats (R42)', async t => {
    const { clock, simulator, control, channel } = await open()
    t.teardown(close(simulator))
    await channel.deliver(notice)
    clock.pass(MINUTE)
    await channel.deliver({ ...notice, perhapsRepeated: true })
    const [first, second] = control.webhooks()
    t.equal(first?.id, second?.id)
  })

  t.test('says to whom it goes and where they take it; for another person it bears another id', async t => {
    const { simulator, control, channel } = await open()
    t.teardown(close(simulator))
    const acknowledge = 'https://huiyin.example/ack/abc'
    for (const to of ['li', 'wang']) await channel.deliver({ ...notice, to, acknowledge })
    const [first, second] = control.webhooks()
    t.match(first?.body, { data: { to: 'li', acknowledge } })
    t.match(second?.body, { data: { to: 'wang', acknowledge } })
    t.not(first?.id, second?.id)
  })

  const types = [
    [{ kind: 'breach', rung: 1, repeat: 2 }, 'clock.breach'],
    [{ kind: 'unsigned-dispatch' }, 'ticket.unsigned-dispatch'],
    [{ kind: 'reported-upward', urgent: true }, 'ticket.reported-upward']
  ] as const
  for (const [changed, type] of types) {
    t.test(`tells ${changed.kind} as ${type}`, async t => {
      const { simulator, control, channel } = await open()
      t.teardown(close(simulator))
      const { kind, ...data } = changed
      await channel.deliver(noticed(changed))
      t.match(control.webhooks(), [{ verified: true, body: { type, data } }])
    })
  }

  t.test('orders what it tells of one ticket by a sequence that grows (R42)', async t => {
    const { simulator, control, channel } = await open()
    t.teardown(close(simulator))
    for (const dueSetBy of [3, 8]) await channel.deliver(noticed({ id: `alert ${dueSetBy}`, dueSetBy }))
    t.match(control.webhooks(), [{ body: { data: { sequence: 3 } } }, { body: { data: { sequence: 8 } } }])
  })

  t.test('holds a digest whole: why, the gaps, each alert, and how many more', async t => {
    const { simulator, control, channel, clock } = await open()
    t.teardown(close(simulator))
    const two = [notice, noticed({ id: 'another', number: 'AAAA-BBBB', kind: 'breach', dueSetBy: 5 })]
    const gaps = [{ from: START - HOUR, to: START, why: 'collector' }]
    t.same(await channel.digest(two, { why: 'late', more: 4, gaps }), { outcome: 'sent' })
    clock.pass(MINUTE)
    await channel.digest(two, { why: 'late', more: 4, gaps })
    await channel.digest(
      two.map(one => ({ ...one, to: 'li' })),
      { why: 'late', more: 4, gaps }
    )
    const [first, again, toLi] = control.webhooks()
    t.ok(first?.verified)
    t.match(first?.body, {
      id: first?.id,
      type: 'digest',
      version: 1,
      occurredAt: '2026-01-05T06:00:00.000Z',
      data: {
        why: 'late',
        more: 4,
        gaps: [{ from: '2026-01-05T05:00:00.000Z', to: '2026-01-05T06:00:00.000Z', why: 'collector' }],
        alerts: [
          { type: 'clock.warn', number: 'H7Q2-9KXM', sequence: 3, link },
          { type: 'clock.breach', number: 'AAAA-BBBB', sequence: 5 }
        ]
      }
    })
    t.equal(again?.id, first?.id)
    t.not(toLi?.id, first?.id)
    t.notMatch(JSON.stringify(control.webhooks()), CITIZEN)
  })

  t.test('tells that alerts are late', async t => {
    const { simulator, control, channel } = await open()
    t.teardown(close(simulator))
    await channel.report?.({ kind: 'alerter', channel: 'alerter', reason: '最早一条已迟10分钟', at: START })
    t.match(control.webhooks(), [
      { verified: true, body: { type: 'alerts.late', data: { reason: '最早一条已迟10分钟' } } }
    ])
  })

  t.test('tells that nobody has acknowledged (R36)', async t => {
    const { simulator, control, channel } = await open()
    t.teardown(close(simulator))
    const numbers = ['H7Q2-9KXM', 'H7Q2-9KXN']
    await channel.report?.({ kind: 'exhausted', channel: 'ladder', numbers, reason: '无人接手', at: START })
    t.match(control.webhooks(), [
      { verified: true, body: { type: 'tickets.exhausted', data: { numbers, reason: '无人接手' } } }
    ])
  })

  t.test('with the wrong secret is refused for good, the second time', async t => {
    const { simulator, channel } = await open('another-secret-of-ours')
    t.teardown(close(simulator))
    t.match(await channel.deliver({ ...notice, attempt: 2 }), { outcome: 'failed', reason: /401/ })
  })

  const answers = [
    [{ status: 410 }, { outcome: 'disabled' }],
    [{ status: 400 }, { outcome: 'later', retryAfterMs: 5 * SECOND }],
    [{ status: 302 }, { outcome: 'failed' }],
    [
      { status: 429, retryAfter: '7' },
      { outcome: 'later', retryAfterMs: 7 * SECOND }
    ],
    [
      { status: 503, retryAfter: new Date(START + 2 * MINUTE).toUTCString() },
      { outcome: 'later', retryAfterMs: 2 * MINUTE }
    ],
    [{ status: 500 }, { outcome: 'later', retryAfterMs: 5 * SECOND }]
  ] as const
  for (const [fault, expected] of answers) {
    t.test(`answered with ${fault.status} is ${expected.outcome}`, async t => {
      const { simulator, control, channel } = await open()
      t.teardown(close(simulator))
      control.fail('webhook', { kind: 'http', times: 1, ...fault })
      t.match(await channel.deliver(notice), expected)
    })
  }

  t.test('is tried again after 5 s, 30 s, 2 min, 10 min, 1 h and 6 h; what is refused twice is refused', async t => {
    const { simulator, control, channel } = await open()
    t.teardown(close(simulator))
    for (const [i, seconds] of [5, 30, 120, 600, 3600, 21_600].entries()) {
      control.fail('webhook', { kind: 'http', status: 500, times: 1 })
      const outcome = await channel.deliver({ ...notice, attempt: i + 1 })
      t.match(outcome, { outcome: 'later', retryAfterMs: seconds * SECOND })
    }
    control.fail('webhook', { kind: 'http', status: 400, times: 1 })
    t.match(await channel.deliver({ ...notice, attempt: 2 }), { outcome: 'failed' })
  })

  t.test('says that another channel is out of order', async t => {
    const { simulator, control, channel } = await open()
    t.teardown(close(simulator))
    await channel.report?.({ channel: '值班群', reason: '机器人地址无效', at: START })
    t.match(control.webhooks(), [
      { verified: true, body: { type: 'channel.disabled', data: { channel: '值班群', reason: '机器人地址无效' } } }
    ])
  })

  for (const kind of ['silence', 'refuse'] as const) {
    t.test(`that meets ${kind} may have been told`, async t => {
      const { simulator, control, channel } = await open(undefined, 300)
      t.teardown(close(simulator))
      control.fail('webhook', { kind, times: 1 })
      t.match(await channel.deliver(notice), { outcome: 'unknown' })
    })
  }

  t.test('to nobody is tried again later, and no address is told', async t => {
    const { simulator, channel } = await open()
    await simulator.close()
    const outcome = await channel.deliver(notice)
    t.match(outcome, { outcome: 'later' })
    t.notMatch(JSON.stringify(outcome), simulator.url)
  })
})
