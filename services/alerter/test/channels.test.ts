import { openChannels } from '@huiyin/adapters/channels/open.ts'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import type { Delivery } from '@huiyin/schemas/alert.ts'
import type { ChannelSettings } from '@huiyin/schemas/channel-settings.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { startRobots } from '@huiyin/simulator/robots/robots.ts'
import { startMailbox } from '@huiyin/simulator/smtp/mailbox.ts'
import t, { type Test } from 'tap'
import { enableAll } from '../src/channel-state.ts'
import { alerterPorts, ticking } from './ticking.ts'

/** The alerter with its real channels, over real sockets to robots and a mail server that stand in for the real ones. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const NINE = Date.parse('2026-11-23T09:00:00+08:00')
/** When the first answers are due. */
const DUE = NINE + 24 * HOUR
const LI = { id: 'li', name: '李静', role: 'operator' }
const WORDS = '路灯坏了三天了，我叫张三，电话13812345678'

async function office(t: Test, kinds: ChannelSettings['kind'][]) {
  let now = NINE
  const clock = { now: () => now }
  const robots = await startRobots({ clock })
  const mailbox = await startMailbox({ clock })
  t.teardown(() => Promise.all([robots.close(), mailbox.close()]))
  const store = memoryStore({ searchLags: true })
  const desk = openDesk({
    tickets: store.tickets,
    events: memoryEventLog({ parse: parser(HouseEvent, 'event') }),
    clock
  })
  const { addresses, setups } = robots
  const of: Record<string, ChannelSettings> = {
    wecom: { name: 'wecom', kind: 'wecom', url: addresses.wecom },
    dingtalk: { name: 'dingtalk', kind: 'dingtalk', url: addresses.dingtalk, secret: setups.dingtalk.secret! },
    feishu: { name: 'feishu', kind: 'feishu', url: addresses.feishu, secret: setups.feishu.secret! },
    smtp: {
      name: 'smtp',
      kind: 'smtp',
      host: mailbox.host,
      port: mailbox.port,
      tls: 'none',
      from: 'huiyin@office.example',
      to: ['duty@office.example']
    }
  }
  const channels: Channel[] = openChannels({ channels: kinds.map(kind => of[kind]!) }, { clock })
  const logged: object[] = []
  const log = (fields: object, message: string) => void logged.push({ ...fields, message })
  const logger = { info: log, warn: log, error: log }
  const link = () => 'https://huiyin.example/?tab=all&q=H7Q2-9KXM'
  const ports = alerterPorts({ desk, records: store.records, channels, link, logger })

  /** A comment of a citizen whose answer is due at the instant; it is not seen before it was written. */
  const arrives = async (n: number, dueAt: number, urgent = false) => {
    const publishedAt = dueAt - (urgent ? HOUR : 24 * HOUR)
    now = Math.max(now, publishedAt)
    const { firstText, firstObservedAt, state, classification, ...observation } = comment({
      root: `c${n}`,
      comment: `c${n}`,
      author: { id: `citizen-${n}`, name: '张三' },
      publishedAt,
      text: WORDS
    })
    const judged = { ...classification!, label: 'complaint', urgent } as const
    await act(desk, ticketId(observation), commentArrived(LI, observation, judged))
  }
  const at = ticking(store, ports, instant => {
    now = instant
  })
  const states = async () => {
    await store.records.refresh()
    const all = await store.records.list<Delivery>('delivery', { atMost: 1000 })
    return all.map(({ value }) => `${value.channel} ${value.state}`).sort()
  }
  return { robots, mailbox, arrives, at, states, logged, ports }
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

t.test('many alerts at once', async t => {
  t.test('go out one by one while the robot allows, the rest in one digest (R43)', async t => {
    const { robots, arrives, at, states } = await office(t, ['wecom'])
    for (let n = 0; n < 30; n++) await arrives(n, DUE)
    await at(DUE)
    t.same(
      robots.inbox.map(({ title }) => title.slice(2, 4)),
      ['工单', '工单', '工单', '27']
    )
    t.same(await states(), times(30, 'wecom sent'))
  })

  t.test('never meet the limit of a robot, however many come over ten minutes', async t => {
    const { robots, arrives, at, logged } = await office(t, ['dingtalk'])
    for (let second = 0; second < 600; second += 5) {
      await arrives(second, DUE + second * SECOND, second % 3 === 0)
      await at(DUE + second * SECOND)
    }
    t.ok(robots.inbox.length > 100)
    t.same(logged, [])
  })

  t.test('let the urgent go first, and each by itself', async t => {
    const { robots, arrives, at } = await office(t, ['wecom'])
    for (let n = 0; n < 10; n++) await arrives(n, DUE)
    await arrives(10, DUE, true)
    await at(DUE)
    t.match(robots.inbox[0]?.title, /紧急工单/)
    t.match(robots.inbox.at(-1)?.title, /件工单待处理/)
  })

  t.test('that find the place for the urgent only wait for it to fill', async t => {
    const { robots, arrives, at, states } = await office(t, ['wecom'])
    for (let n = 0; n < 4; n++) await arrives(n, DUE)
    await at(DUE)
    const before = robots.inbox.length
    for (let n = 4; n < 7; n++) await arrives(n, DUE + SECOND)
    await at(DUE + SECOND)
    t.equal(robots.inbox.length, before)
    await at(DUE + 5 * SECOND)
    t.match(robots.inbox.slice(before), [{ title: /3件工单待处理/ }])
    t.same(await states(), times(7, 'wecom sent'))
  })
})

t.test('a channel that asks for a pause', async t => {
  t.test('is left alone for it, and everything waits without using up its tries', async t => {
    const { robots, arrives, at, states } = await office(t, ['dingtalk'])
    await arrives(1, DUE)
    await arrives(2, DUE)
    robots.fail('dingtalk', { kind: 'error', code: 130101, times: 1 })
    await at(DUE)
    for (const minutes of [1, 5, 9]) await at(DUE + minutes * MINUTE)
    t.equal(robots.inbox.length, 0)
    t.same(await states(), times(2, 'dingtalk pending'))
    await at(DUE + 10 * MINUTE)
    t.same(await states(), times(2, 'dingtalk sent'))
  })
})

t.test('a channel that is out of order', async t => {
  t.test('is told once by the others with what to do, and takes no more', async t => {
    const { robots, mailbox, arrives, at, states, logged } = await office(t, ['wecom', 'feishu', 'smtp'])
    robots.setups.wecom.token = 'a-new-one'
    for (let n = 0; n < 3; n++) await arrives(n, DUE)
    await at(DUE)
    await at(DUE + SECOND)
    await at(DUE + 2 * SECOND)
    const told = robots.inbox.filter(({ text }) => text.includes('机器人地址无效'))
    t.match(told, [{ robot: 'feishu', text: /通道：wecom/ }])
    t.equal(mailbox.inbox.filter(({ subject }) => subject === '一个告警通道已停用').length, 1)
    t.same(await states(), [...times(3, 'feishu sent'), ...times(3, 'smtp sent'), ...times(3, 'wecom failed')])
    t.match(
      logged.filter(entry => 'reason' in entry),
      [{ channel: 'wecom', reason: /url 设置/ }]
    )
    t.equal(logged.filter(entry => 'attempts' in entry).length, 1)
  })

  t.test('is tried again an hour later, and after a start', async t => {
    const { robots, arrives, at, states, ports } = await office(t, ['wecom'])
    const { token } = robots.setups.wecom
    robots.setups.wecom.token = 'a-new-one'
    await arrives(1, DUE)
    await at(DUE)
    robots.setups.wecom.token = token
    await arrives(2, DUE + HOUR / 2)
    await at(DUE + HOUR / 2)
    t.same(await states(), times(2, 'wecom failed'))
    await arrives(3, DUE + HOUR)
    await at(DUE + HOUR)
    t.equal(robots.inbox.length, 1)

    robots.setups.wecom.token = 'another'
    await arrives(4, DUE + HOUR + MINUTE)
    await at(DUE + HOUR + MINUTE)
    robots.setups.wecom.token = token
    await enableAll(ports.records, ports.channels)
    await arrives(5, DUE + HOUR + 2 * MINUTE)
    await at(DUE + HOUR + 2 * MINUTE)
    t.equal(robots.inbox.length, 2)
  })
})

t.test('an alert of unknown fate', async t => {
  t.test('is repeated once at a robot when it is urgent, and says so; then it is shown as unknown (R41)', async t => {
    const { robots, mailbox, arrives, at, states } = await office(t, ['smtp'])
    await arrives(1, DUE + HOUR, true)
    mailbox.dropAfterData(1)
    await at(DUE)
    await at(DUE + MINUTE + SECOND)
    t.equal(mailbox.inbox.length, 2)
    t.equal(mailbox.inbox[0]?.messageId, mailbox.inbox[1]?.messageId)
    t.match(mailbox.inbox[1]?.text, '可能重复')
    t.same(await states(), ['smtp sent'])

    const group = await office(t, ['wecom'])
    await group.arrives(1, DUE + HOUR, true)
    group.robots.fail('wecom', { kind: 'cut', times: 5 })
    await group.at(DUE)
    for (const minutes of [2, 4, 6]) await group.at(DUE + minutes * MINUTE)
    t.equal(group.robots.inbox.length, 2)
    t.match(group.robots.inbox[1]?.text, '可能重复')
    t.same(await group.states(), ['wecom unknown'])
    t.equal(robots.inbox.length, 0)
  })

  t.test('still says so when a pause came between', async t => {
    const { robots, arrives, at } = await office(t, ['wecom'])
    await arrives(1, DUE + HOUR, true)
    robots.fail('wecom', { kind: 'cut', times: 1 })
    await at(DUE)
    robots.fail('wecom', { kind: 'error', code: 45009, times: 1 })
    await at(DUE + 2 * MINUTE)
    await at(DUE + 4 * MINUTE)
    t.equal(robots.inbox.length, 2)
    t.match(robots.inbox[1]?.text, '可能重复')
  })
})

t.test('nothing personal and nothing secret', async t => {
  t.test('stands in any message or in the log, whatever goes wrong', async t => {
    const { robots, mailbox, arrives, at, logged } = await office(t, ['wecom', 'dingtalk', 'feishu', 'smtp'])
    await arrives(1, DUE, true)
    await arrives(2, DUE + HOUR)
    for (const kind of ['wecom', 'dingtalk', 'feishu'] as const) {
      robots.fail(kind, { kind: 'garbage', times: 1 })
      robots.fail(kind, { kind: 'error', code: -1, times: 1 })
    }
    mailbox.reply({ stage: 'recipient', code: 450, times: 1 })
    await at(DUE)
    for (const hours of [1, 2, 3]) await at(DUE + hours * HOUR)
    robots.setups.feishu.token = 'a-new-one'
    await arrives(3, DUE + 4 * HOUR)
    await at(DUE + 4 * HOUR)
    t.ok(robots.inbox.length >= 6 && mailbox.inbox.length >= 2 && logged.length >= 7)
    const told = JSON.stringify([robots.inbox, mailbox.inbox, logged])
    for (const words of [WORDS, '张三', '13812345678', 'citizen-1', '路灯']) t.notMatch(told, words)
    const written = JSON.stringify(logged)
    const { wecom, dingtalk, feishu } = robots.setups
    for (const secret of [wecom.token, dingtalk.token, dingtalk.secret!, feishu.secret!, robots.url, 'duty@'])
      t.notMatch(written, secret)
  })
})
