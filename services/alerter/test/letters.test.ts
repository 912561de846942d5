import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openChannels } from '@huiyin/adapters/channels/open.ts'
import { signature } from '@huiyin/adapters/channels/webhook.ts'
import { folderFiles } from '@huiyin/adapters/files/folder.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { textHash } from '@huiyin/domain/ids.ts'
import { openLetterLinks } from '@huiyin/ports/letter-links.ts'
import { deliveriesOf, makeLetterDeliveries, receiveLetter, sendLetter } from '@huiyin/ports/letters.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { type Told, teller } from '@huiyin/ports/tell.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import { startRobots } from '@huiyin/simulator/robots/robots.ts'
import { startMailbox } from '@huiyin/simulator/smtp/mailbox.ts'
import t, { type Test } from 'tap'
import { findLate } from '../src/late.ts'
import { deliverLetters } from '../src/letters/deliver.ts'
import { makeDue } from '../src/letters/make.ts'
import type { LetterPorts } from '../src/letters/ports.ts'
import { letterRound } from '../src/letters/round.ts'

/** Letters over real sockets: a mail server, group robots and a webhook. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NINE = Date.parse('2026-11-23T09:00:00+08:00')
const SECRET = 'a-secret-of-the-receiver'
const REPORT = Buffer.from('监测周报的内容'.repeat(1000))
const LI = { channel: 'smtp', address: 'li@office.example', person: 'li', name: '李静' }
const CITY = { channel: 'smtp', address: 'duty@city.example', name: '市政务公开办' }

/** A receiver of webhooks that keeps what it is sent. */
async function startReceiver(t: Test) {
  const got: { headers: Record<string, unknown>; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Uint8Array>)).toString()
    got.push({ headers: request.headers, body })
    response.writeHead(200).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => new Promise(resolve => server.close(resolve)))
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

async function office(t: Test) {
  let now = NINE
  const clock = { now: () => now }
  const [robots, mailbox, receiver] = await Promise.all([
    startRobots({ clock }),
    startMailbox({ clock }),
    startReceiver(t)
  ])
  t.teardown(() => Promise.all([robots.close(), mailbox.close()]))
  const store = memoryStore({ searchLags: true })
  const files = folderFiles(t.testdir())
  const { addresses, setups } = robots
  const channels = openChannels(
    {
      channels: [
        { name: 'wecom', kind: 'wecom', url: addresses.wecom },
        { name: 'dingtalk', kind: 'dingtalk', url: addresses.dingtalk, secret: setups.dingtalk.secret! },
        { name: 'feishu', kind: 'feishu', url: addresses.feishu, secret: setups.feishu.secret! },
        {
          name: 'smtp',
          kind: 'smtp',
          host: mailbox.host,
          port: mailbox.port,
          tls: 'none',
          from: 'huiyin@office.example',
          to: ['duty@office.example']
        }
      ],
      alertWebhook: receiver.url,
      alertSecret: SECRET
    },
    { clock }
  )
  const told: HouseEvent[] = []
  const log = { away: false }
  const append = async (events: readonly HouseEvent[]) => {
    if (log.away) throw Object.assign(new Error('away'), { code: 'LOG_UNAVAILABLE' })
    told.push(...events)
    return []
  }
  const tell = teller({ append }, clock)
  const ports: LetterPorts = {
    ...{ records: store.records, files, channels, clock, tell, logger: silent },
    page: path => `https://huiyin.example${path}`,
    holds: () => true,
    mayAlert: async () => true
  }
  /** Rounds at an instant until what one wrote is found by the next. */
  const at = async (instant: number, of: Partial<LetterPorts> = {}) => {
    now = instant
    for (let i = 0; i < 3; i++) {
      await store.records.refresh()
      await letterRound({ ...ports, ...of }, instant)
    }
  }
  const fileOf = async (content: Uint8Array) => {
    const received = await files.receive([content], content.length)
    await received.keep()
    return received.sha256
  }
  const states = async (letter: Letter) =>
    (await deliveriesOf(store.records, letter)).map(({ delivery: { to, n, state } }) => `${to.name} ${n} ${state}`)
  return {
    robots,
    mailbox,
    receiver,
    store,
    ports,
    told,
    log,
    at,
    fileOf,
    states,
    setNow: (instant: number) => {
      now = instant
    }
  }
}

const letter = (of: Partial<Letter> = {}): Letter => ({
  id: `report/weekly-47/sent`,
  ...{ about: 'report', of: 'weekly-47', title: '2026年第47周舆情监测周报', path: '/reports/weekly-47' },
  lines: ['本周收到评论 1200 条。', '联系人电话 13812345678。'],
  ...{ urgent: false, receipt: true, to: [LI], by: system('analyst'), madeAt: NINE },
  ...of
})

const types = (told: readonly (Told | HouseEvent)[]) => told.map(({ type }) => type)

t.test('a letter', async t => {
  t.test('reaches each recipient once by their own channel, with its files where the channel carries them', async t => {
    const { mailbox, robots, receiver, store, at, fileOf, states, told } = await office(t)
    const files = [
      { name: '周报.docx', type: 'application/vnd.openxmlformats', sha256: await fileOf(REPORT), bytes: REPORT.length }
    ]
    const groups = ['wecom', 'dingtalk', 'feishu', 'webhook'].map(channel => ({ channel, name: channel }))
    const sent = letter({ files, to: [LI, CITY, ...groups] })
    t.equal(await sendLetter(store.records, sent), true)
    t.equal(await sendLetter(store.records, sent), false)
    await at(NINE)
    await at(NINE + MINUTE)
    t.same(await states(sent), ['李静 0 sent', '市政务公开办 0 sent', ...groups.map(({ name }) => `${name} 0 sent`)])

    t.same(
      mailbox.inbox.flatMap(({ to }) => to),
      [LI.address, CITY.address]
    )
    const [mail] = mailbox.inbox
    t.equal(mail!.subject, sent.title)
    t.match(mail!.text, '本周收到评论 1200 条。')
    t.match(mail!.text, 'https://huiyin.example/reports/weekly-47')
    t.match(mail!.text, /确认收到：https:\/\/huiyin\.example\/n\//)
    const attached = mail!.raw.slice(mail!.raw.indexOf('Content-Disposition: attachment'))
    t.match(attached.replaceAll(/\s/g, ''), REPORT.toString('base64').slice(0, 3000))

    t.equal(robots.inbox.length, 3)
    for (const { text, title } of robots.inbox) t.match(`${title}${text}`, /周报\.docx（21 KB）/)
    const [hook] = receiver.got
    t.match(JSON.parse(hook!.body), { type: 'letter.report', data: { of: 'weekly-47', files, perhapsRepeated: false } })
    const seconds = Number(hook!.headers['webhook-timestamp'])
    t.equal(
      hook!.headers['webhook-signature'],
      signature(SECRET, String(hook!.headers['webhook-id']), seconds, hook!.body)
    )
    t.notMatch(JSON.stringify([mail!.text, robots.inbox, hook!.body]), '13812345678', 'no channel tells personal data')
    t.same(types(told), ['letter.made', ...Array.from({ length: 6 }, () => 'letter.sent')])
    t.notMatch(JSON.stringify(told), /监测周报|office\.example/)
  })

  t.test('of which files are too large for the mail server goes without them, and names them', async t => {
    const { mailbox, store, at, fileOf, states } = await office(t)
    const files = [
      { name: '周报.docx', type: 'application/octet-stream', sha256: await fileOf(REPORT), bytes: REPORT.length }
    ]
    mailbox.reply({ stage: 'data', code: 552, times: 1 })
    const sent = letter({ files })
    await sendLetter(store.records, sent)
    await at(NINE)
    t.same(await states(sent), ['李静 0 sent'])
    t.equal(mailbox.inbox.length, 1)
    t.notMatch(mailbox.inbox[0]!.raw, 'attachment')
    t.match(mailbox.inbox[0]!.text, '附件：周报.docx（21 KB），请在系统中下载。')
  })

  t.test('whose file is damaged is not sent without it, and says so', async t => {
    const { mailbox, store, at, states } = await office(t)
    const sent = letter({ files: [{ name: '周报.docx', type: 'x', sha256: textHash('gone'), bytes: 4 }] })
    await sendLetter(store.records, sent)
    await at(NINE)
    t.same(await states(sent), ['李静 0 failed'])
    t.equal(mailbox.inbox.length, 0)
  })

  t.test('waits while the server is busy, and leaves when it is not', async t => {
    const { mailbox, store, at, states } = await office(t)
    const sent = letter()
    await sendLetter(store.records, sent)
    mailbox.reply({ stage: 'connect', code: 421, times: 1 })
    await at(NINE)
    t.same(await states(sent), ['李静 0 pending'])
    await at(NINE + HOUR)
    t.same(await states(sent), ['李静 0 sent'])
  })

  t.test('waits for a channel to be mended for a day, then says why it did not go', async t => {
    const { robots, store, at, states, ports } = await office(t)
    const { token } = robots.setups.wecom
    const to = [{ channel: 'wecom', name: '工作群' }]
    const [first, second] = [letter({ to }), letter({ id: 'report/weekly-48/sent', to, madeAt: NINE + 2 * HOUR })]
    robots.setups.wecom.token = 'a-new-one'
    await sendLetter(store.records, first)
    await at(NINE)
    t.same(await states(first), ['工作群 0 pending'])
    robots.setups.wecom.token = token
    await at(NINE + HOUR + 10 * MINUTE)
    t.same(await states(first), ['工作群 0 sent'])
    robots.setups.wecom.token = 'another'
    await sendLetter(store.records, second)
    for (let hour = 2; hour <= 27; hour++) await at(NINE + hour * HOUR)
    t.same(await states(second), ['工作群 0 failed'])
    const [{ delivery } = await Promise.reject()] = await deliveriesOf(ports.records, second)
    t.match(delivery.reason, /机器人地址无效/)
  })

  t.test('by a channel that is not configured says so', async t => {
    const { store, at, states } = await office(t)
    const sent = letter({ to: [{ channel: 'sms', name: '短信' }] })
    await sendLetter(store.records, sent)
    await at(NINE)
    t.same(await states(sent), ['短信 0 failed'])
  })

  t.test('stays inside a copy of an installation, and leaves when it may', async t => {
    const { mailbox, store, at } = await office(t)
    await sendLetter(store.records, letter())
    await at(NINE, { mayAlert: async () => false })
    t.equal(mailbox.inbox.length, 0)
    await at(NINE + MINUTE, { holds: lease => lease === 'digests' })
    t.equal(mailbox.inbox.length, 0, 'another holds the channel')
    await at(NINE + 2 * MINUTE)
    t.equal(mailbox.inbox.length, 1)
  })

  t.test('never meets the limit of a robot', async t => {
    const { robots, store, at } = await office(t)
    for (let i = 0; i < 40; i++)
      await sendLetter(store.records, letter({ id: `search/s/${i}`, to: [{ channel: 'wecom', name: '工作群' }] }))
    for (let second = 0; second < 240; second += 5) await at(NINE + second * 1000)
    t.equal(robots.inbox.length, 40)
  })
})

t.test('of a letter nobody knows whether it left', async t => {
  const lost = async (t: Test, urgent: boolean) => {
    const house = await office(t)
    const sent = letter({ urgent })
    house.mailbox.dropAfterData(1)
    await sendLetter(house.store.records, sent)
    await house.at(NINE)
    return { ...house, sent }
  }

  t.test('it is shown, and not sent again by itself', async t => {
    const { mailbox, at, states, sent, told } = await lost(t, false)
    await at(NINE + HOUR)
    t.same(await states(sent), ['李静 0 unknown'])
    t.equal(mailbox.inbox.length, 1)
    t.match(told.at(-1), { type: 'letter.failed', data: { state: 'unknown', person: 'li' } })
  })

  t.test('what is urgent is sent once more and says that it may come twice', async t => {
    const { mailbox, at, states, sent } = await lost(t, true)
    await at(NINE + 3 * MINUTE)
    t.same(await states(sent), ['李静 0 sent'])
    t.equal(mailbox.inbox.length, 2)
    t.match(mailbox.inbox[1]!.text, '可能重复')
    t.equal(mailbox.inbox[0]!.messageId, mailbox.inbox[1]!.messageId)
  })

  t.test('as when its sender was killed in between, it is not lost', async t => {
    for (const urgent of [false, true]) {
      const { ports, mailbox, store, at, states, setNow } = await office(t)
      const sent = letter({ urgent })
      await sendLetter(store.records, sent)
      const smtp = ports.channels.find(({ name }) => name === 'smtp')!
      const killed = { ...smtp, letter: () => Promise.reject(new Error('killed')) }
      await t.rejects(at(NINE, { channels: [killed] }), /killed/)
      setNow(NINE)
      t.same(await states(sent), ['李静 0 sending'])
      await at(NINE + 3 * MINUTE)
      t.same(await states(sent), [urgent ? '李静 0 sent' : '李静 0 unknown'])
      t.equal(mailbox.inbox.length, urgent ? 1 : 0)
    }
  })
})

t.test('what became of a letter is told to the log when it is back, and the letter is not sent again', async t => {
  const { mailbox, store, at, states, told, log, ports } = await office(t)
  const sent = letter()
  await sendLetter(store.records, sent)
  await store.records.refresh()
  await makeDue(ports, NINE)
  await store.records.refresh()
  log.away = true
  await t.rejects(deliverLetters(ports, NINE), { code: 'LOG_UNAVAILABLE' })
  t.same(await states(sent), ['李静 0 sent'])
  log.away = false
  await at(NINE + MINUTE)
  t.same(types(told), ['letter.made', 'letter.sent'])
  t.equal(mailbox.inbox.length, 1)
  await at(NINE + HOUR)
  t.equal(told.length, 2)
})

t.test('a letter that is sent again has rows of its own, and is received by its link once', async t => {
  const { mailbox, store, at, states, ports, told } = await office(t)
  const sent = letter({ to: [LI, CITY] })
  await sendLetter(store.records, sent)
  await at(NINE)
  await makeLetterDeliveries(store.records, sent, { to: [CITY], n: 1, now: NINE + HOUR })
  await at(NINE + HOUR)
  t.same(await states(sent), ['李静 0 sent', '市政务公开办 0 sent', '市政务公开办 1 sent'])
  t.equal(mailbox.inbox.length, 3)

  const links = openLetterLinks(store.records)
  const token = /\/n\/([\w.-]+)/.exec(mailbox.inbox[2]!.text)![1]!
  const { delivery } = await links.resolve(token, NINE + HOUR)
  t.match(delivery, { n: 1, to: CITY })
  const by = { id: 'link:city', name: CITY.name, role: 'recipient' }
  const receive = (at: number) => receiveLetter(ports, sent, [delivery], { by, at })
  t.same([await receive(NINE + 2 * HOUR), await receive(NINE + 3 * HOUR)], [1, 0])
  t.match((await deliveriesOf(store.records, sent)).at(-1), { received: { at: NINE + 2 * HOUR, by } })
  t.equal(types(told).filter(type => type === 'letter.received').length, 1)
  await t.rejects(links.resolve(`${token.slice(0, -2)}xx`, NINE), { code: 'LINK_INVALID' })
  await t.rejects(links.resolve(token, NINE + 40 * 24 * HOUR), { code: 'LINK_EXPIRED' })
})

t.test('a letter that nobody delivers is late, and one whose channel is out of order is not', async t => {
  const { robots, store, ports, at } = await office(t)
  const tickets = memoryStore({}).tickets
  const late = async (now: number) => (await findLate({ ...ports, tickets }, now)).gaps
  await sendLetter(store.records, letter({ to: [{ channel: 'wecom', name: '工作群' }] }))
  await store.records.refresh()
  t.same([await late(NINE + MINUTE), await late(NINE + 3 * MINUTE)], [0, 1])
  robots.setups.wecom.token = 'a-new-one'
  await at(NINE + 4 * MINUTE)
  await store.records.refresh()
  t.equal(await late(NINE + 30 * MINUTE), 0)
})
