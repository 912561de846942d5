import type { Channel, DeliveryOutcome, Notice } from '@huiyin/ports/channel.ts'
import { type Robots, startRobots } from '@huiyin/simulator/robots/robots.ts'
import type { RobotKind } from '@huiyin/simulator/robots/setup.ts'
import t, { type Test } from 'tap'
import { bytesOf } from '../src/channels/cut.ts'
import { dingtalkChannel, dingtalkSignature } from '../src/channels/dingtalk.ts'
import { feishuChannel, feishuSignature } from '../src/channels/feishu.ts'
import type { RobotOptions } from '../src/channels/robot.ts'
import { wecomChannel } from '../src/channels/wecom.ts'
import { httpClient } from '../src/platforms/http.ts'
import { CITIZEN, LIMITED, noticed } from './channel-notice.ts'
import { HOUR, handClock, MINUTE, SECOND } from './platform-house.ts'

const OPEN = { wecom: wecomChannel, dingtalk: dingtalkChannel, feishu: feishuChannel }
const KINDS = ['wecom', 'dingtalk', 'feishu'] as const
const link = 'https://huiyin.example/?tab=all&q=H7Q2-9KXM'

async function open(t: Test, kind: RobotKind, changed: Partial<RobotOptions> = {}) {
  const clock = handClock()
  const robots = await startRobots({ clock })
  t.teardown(robots.close)
  const channel = channelTo(robots, kind, { clock, ...changed })
  const tell = (more: Partial<Notice> = {}) => channel.deliver(noticed({}, { link, ...more }))
  return { clock, robots, channel, tell, setup: robots.setups[kind] }
}

function channelTo(
  { addresses, setups }: Robots,
  kind: RobotKind,
  more: Partial<RobotOptions> & Pick<RobotOptions, 'clock'>
): Channel {
  const { secret } = setups[kind]
  const http = httpClient(5000)
  return OPEN[kind]({ name: '值班群', url: addresses[kind], ...(secret && { secret }), http, ...more })
}

const TOO_LONG: Partial<Record<RobotKind, number>> = { wecom: 40058, dingtalk: 460101 }

const manyNotices = (count: number): Notice[] =>
  Array.from({ length: count }, (_, i) =>
    noticed({ id: `${i}`, ticket: `T${i}`, number: `AAAA-${2000 + i}`, department: '城管局'.repeat(19) }, { link })
  )

/** It names some in whole lines and counts the others. */
function checkDigest(t: Test, { inbox }: Robots, kind: RobotKind, { bytes, of }: { bytes: number; of: number }) {
  const { text, links, body } = inbox[0]!
  const lines = text.match(/(?<=^[> ]*)\d+\. .+$/gm) ?? []
  t.ok(lines.length > 3 && lines.every(line => line.endsWith('城管局'.repeat(19))))
  t.match(text, `另有${of - lines.length}件未列出`)
  t.match(text, /编号：[0-9A-F]{12}/)
  t.same(links, ['https://huiyin.example/'])
  t.ok(bytesOf(kind === 'wecom' ? text : JSON.stringify(body)) <= bytes)
}

t.test('signatures', async t => {
  t.test('of DingTalk are those of its vector', async t => {
    const secret = `SECfake${'0'.repeat(60)}`
    t.equal(dingtalkSignature(secret, 1_767_592_800_123), 'MuTT1SoUYNf8skcvIVZIW0hUNo+gKWq7EtAQxrZUzg0=')
  })

  t.test('of Feishu are those of its vector', async t => {
    t.equal(feishuSignature('fakeFeishuSecret01', 1_767_592_800), 'RhPDyy2zRZz8RPlohse3KzkaP6KvQ97sNN2QONpphvk=')
  })
})

for (const kind of KINDS) {
  t.test(`a ${kind} robot`, async t => {
    t.test('takes a message with title, link, signature and reference', async t => {
      const { robots, tell } = await open(t, kind)
      t.same(await tell(), { outcome: 'sent' })
      const { title, text, links, mentioned } = robots.inbox[0]!
      t.match(title, '工单H7Q2-9KXM剩60分钟')
      t.match(text, '城管局 2026年1月5日14:00')
      t.match(text, /编号：[0-9A-F]{12}/)
      t.same(links, [link])
      t.same(mentioned, [])
    })

    t.test('is told no citizen, nor the id of one', async t => {
      const { robots, channel } = await open(t, kind)
      await channel.deliver(noticed({}, { perhapsRepeated: true }))
      await channel.digest([noticed(), noticed({ ticket: `weibo/1/2/3/by/${CITIZEN}-too` })], LIMITED)
      t.equal(robots.inbox.length, 2)
      t.notMatch(JSON.stringify(robots.inbox), CITIZEN)
      t.match(robots.inbox[0]?.text, '可能重复')
      t.match(robots.inbox[1]?.title, '2件工单待处理')
    })

    t.test('bears the same reference however often an alert is sent', async t => {
      const { clock, robots, tell } = await open(t, kind)
      await tell()
      clock.pass(MINUTE)
      await tell({ perhapsRepeated: true })
      const references = robots.inbox.map(({ text }) => /编号：([0-9A-F]{12})/.exec(text)?.[1])
      t.equal(references[0], references[1])
    })

    t.test('gets a digest of 200 within its bytes, with whole lines, link and signature', async t => {
      const { robots, channel } = await open(t, kind)
      const many = manyNotices(200)
      t.same(await channel.digest(many, { ...LIMITED, more: 40 }), { outcome: 'sent' })
      checkDigest(t, robots, kind, { bytes: kind === 'wecom' ? 4096 : 20_000, of: 240 })
    })

    t.test('gets a shorter digest where the whole one is too long, with whole lines too', async t => {
      const { robots, channel } = await open(t, kind)
      if (TOO_LONG[kind] === undefined) return t.pass('it has no such code')
      robots.fail(kind, { kind: 'error', code: TOO_LONG[kind], times: 1 })
      t.same(await channel.digest(manyNotices(200), LIMITED), { outcome: 'sent' })
      checkDigest(t, robots, kind, { bytes: kind === 'wecom' ? 2048 : 10_000, of: 200 })
    })

    t.test('has the page for taking it beside the link', async t => {
      const { robots, tell } = await open(t, kind)
      const acknowledge = 'https://huiyin.example/ack/abc_DEF-13812345678'
      await tell({ acknowledge })
      t.same(robots.inbox[0]?.links, [link, acknowledge])
      t.match(JSON.stringify(robots.inbox[0]?.body), '我来处理')
    })

    t.test('that nobody answers for may have been told', async t => {
      for (const fault of ['silence', 'cut', 'refuse'] as const) {
        const { robots, tell } = await open(t, kind, { http: httpClient(200) })
        robots.fail(kind, { kind: fault, times: 1 })
        t.match(await tell(), { outcome: 'unknown' })
        t.equal(robots.inbox.length, fault === 'refuse' ? 0 : 1)
      }
    })

    t.test('that answers something else than its own may have been told', async t => {
      const { robots, tell } = await open(t, kind)
      robots.fail(kind, { kind: 'garbage', times: 1 })
      t.match(await tell(), { outcome: 'unknown' })
    })

    t.test('that cannot be reached, or is out of order, is tried again after 1, 4 and 16 seconds', async t => {
      const { robots, tell } = await open(t, kind)
      robots.flaky(1)
      for (const [i, seconds] of [1, 4, 16].entries()) {
        t.match(await tell({ attempt: i + 1 }), { outcome: 'later', retryAfterMs: seconds * SECOND, everything: true })
      }
      const away = await open(t, kind)
      await away.robots.close()
      t.match(await away.tell(), { outcome: 'later', retryAfterMs: SECOND, everything: true })
    })

    t.test('that the network holds back waits as long as it is told', async t => {
      const { robots, tell } = await open(t, kind)
      robots.fail(kind, { kind: 'http', status: 429, retryAfter: '7', times: 1 })
      t.match(await tell(), { outcome: 'later', retryAfterMs: 7 * SECOND, everything: true })
      robots.fail(kind, { kind: 'http', status: 404, times: 1 })
      t.match(await tell(), { outcome: 'failed' })
      t.equal(robots.inbox.length, 0)
    })

    t.test('tells neither its key nor its secret, whatever goes wrong', async t => {
      const { robots, tell, setup } = await open(t, kind, { http: httpClient(200) })
      const outcomes: DeliveryOutcome[] = []
      for (const fault of ['silence', 'garbage', 'refuse', 'cut'] as const) {
        robots.fail(kind, { kind: fault, times: 1 })
        outcomes.push(await tell())
      }
      for (const code of [-1, 1, 93000, 310000, 300005, 19001, 19021]) {
        robots.fail(kind, { kind: 'error', code, times: 2 })
        outcomes.push(await tell())
        robots.heal()
      }
      await robots.close()
      outcomes.push(await tell())
      t.notMatch(JSON.stringify(outcomes), setup.token)
      t.notMatch(JSON.stringify(outcomes), setup.secret ?? setup.token)
    })

    t.test('says that another channel is out of order', async t => {
      const { robots, channel } = await open(t, kind)
      await channel.report?.({ channel: '值班邮箱', reason: '邮件服务器不接受登录', at: 0 })
      t.match(robots.inbox, [{ text: /值班邮箱[\s\S]*邮件服务器不接受登录/ }])
    })
  })
}

type Case = [kind: RobotKind, code: number, expected: object, arrived?: number, message?: string]

const later = (retryAfterMs: number) => ({ outcome: 'later', retryAfterMs, everything: true })
const off = (reason: RegExp) => ({ outcome: 'disabled', reason })

/** Every code that is listed; `arrived` is what the group sees in the end. */
const CASES: Case[] = [
  ['wecom', 45009, later(MINUTE)],
  ['wecom', 93000, off(/机器人地址无效/)],
  ['wecom', 44004, { outcome: 'failed' }],
  ['wecom', 40058, { outcome: 'sent' }, 1],
  ['wecom', -1, later(SECOND)],
  ['wecom', 12345, { outcome: 'failed', reason: /12345/ }],
  ['dingtalk', 310000, off(/keyword/), 0, 'keywords not in content'],
  ['dingtalk', 310000, off(/secret/), 0, 'sign not match'],
  ['dingtalk', 310000, off(/时间/), 0, 'invalid timestamp'],
  ['dingtalk', 310000, off(/白名单/), 0, 'ip 203.0.113.5 not in whitelist'],
  ['dingtalk', 310000, off(/安全设置/), 0, 'something new'],
  ['dingtalk', 130101, later(10 * MINUTE)],
  ['dingtalk', 410100, later(10 * MINUTE)],
  ['dingtalk', 300001, off(/令牌不存在/)],
  ['dingtalk', 300005, off(/令牌不存在/)],
  ['dingtalk', 400101, off(/令牌不存在/)],
  ['dingtalk', 400013, off(/群已解散/)],
  ['dingtalk', 400102, off(/停用/)],
  ['dingtalk', 400106, off(/不在群里/)],
  ['dingtalk', 400105, { outcome: 'sent' }, 1],
  ['dingtalk', 40035, { outcome: 'sent' }, 1],
  ['dingtalk', 43002, { outcome: 'sent' }, 1],
  ['dingtalk', 43004, { outcome: 'sent' }, 1],
  ['dingtalk', 460101, { outcome: 'sent' }, 1],
  ['dingtalk', -1, later(SECOND)],
  ['dingtalk', 1111, later(MINUTE)],
  ['feishu', 19021, off(/签名/)],
  ['feishu', 19022, off(/白名单/)],
  ['feishu', 19024, off(/keyword/)],
  ['feishu', 19001, off(/机器人地址无效/)],
  ['feishu', 9499, { outcome: 'sent' }, 1],
  ['feishu', 9499, later(5 * SECOND), 0, 'frequency limited psm[x]appID[1500]'],
  ['feishu', 11232, later(5 * SECOND)],
  ['feishu', 11246, { outcome: 'sent' }, 1],
  ['feishu', 200621, { outcome: 'sent' }, 1],
  ['feishu', 99991400, later(30 * SECOND)]
]

t.test('the codes', async t => {
  for (const [kind, code, expected, arrived = 0, message] of CASES) {
    t.test(`${code} of ${kind}${message ? ` (${message})` : ''} is answered as it should be`, async t => {
      const { robots, tell } = await open(t, kind)
      robots.fail(kind, { kind: 'error', code, times: 1, ...(message && { message }) })
      t.match(await tell(), expected)
      t.equal(robots.inbox.length, arrived)
    })
  }

  const mending: [RobotKind, number, object][] = [
    ['wecom', 40058, { outcome: 'failed' }],
    ['dingtalk', 460101, { outcome: 'failed' }],
    ['dingtalk', 400105, { outcome: 'failed' }],
    ['feishu', 11246, { outcome: 'failed' }]
  ]
  for (const [kind, code, expected] of mending) {
    t.test(`${code} of ${kind} twice is the end: a message is mended once`, async t => {
      const { robots, tell } = await open(t, kind)
      robots.fail(kind, { kind: 'error', code, times: 2 })
      t.match(await tell(), expected)
      t.equal(robots.inbox.length, 0)
    })
  }

  t.test('a card or markdown that cannot be read is sent as plain text', async t => {
    for (const [kind, code, field] of [
      ['dingtalk', 400105, 'msgtype'],
      ['feishu', 200621, 'msg_type']
    ] as const) {
      const { robots, tell } = await open(t, kind)
      robots.fail(kind, { kind: 'error', code, times: 1 })
      await tell()
      t.equal(robots.inbox[0]?.body[field], 'text')
    }
  })

  t.test('busy is asked three times again at DingTalk, then it is given up', async t => {
    const { robots, tell } = await open(t, 'dingtalk')
    robots.fail('dingtalk', { kind: 'error', code: -1, times: 9 })
    for (const [attempt, outcome] of [
      [3, 'later'],
      [4, 'failed']
    ] as const)
      t.match(await tell({ attempt }), { outcome })
  })

  t.test('a Feishu that is asked too often waits longer each time, a minute at most', async t => {
    const { robots, tell } = await open(t, 'feishu')
    robots.fail('feishu', { kind: 'error', code: 11232, times: 9 })
    for (const [attempt, seconds] of [
      [1, 5],
      [2, 10],
      [4, 40],
      [5, 60],
      [8, 60]
    ] as const)
      t.match(await tell({ attempt }), { outcome: 'later', retryAfterMs: seconds * SECOND })
  })
})

t.test('what a robot asks for', async t => {
  for (const kind of ['dingtalk', 'feishu'] as const) {
    t.test(`a keyword of ${kind} is put in front, where the message has it not`, async t => {
      const { robots, tell, setup } = await open(t, kind, { keyword: '舆情预警' })
      setup.keywords.push('舆情预警')
      t.same(await tell(), { outcome: 'sent' })
      t.match(robots.inbox[0]?.text, /^舆情预警\n/)
    })

    t.test(
      `a keyword of ${kind} that nobody configured puts it out of order, and says which setting to mend`,
      async t => {
        const { tell, setup } = await open(t, kind)
        setup.keywords.push('舆情预警')
        t.match(await tell(), off(/keyword 设置/))
      }
    )

    t.test(`a wrong secret of ${kind} is refused by its real check`, async t => {
      const { tell, robots } = await open(t, kind, { secret: 'not-the-secret' })
      t.match(await tell(), off(/secret/))
      t.equal(robots.inbox.length, 0)
    })

    t.test(`a clock more than an hour off at ${kind} is told as such`, async t => {
      const { tell, robots } = await open(t, kind)
      robots.skew(HOUR - SECOND)
      t.match(await tell(), { outcome: 'sent' })
      robots.skew(HOUR + SECOND)
      t.match(await tell(), off(/相差约60分钟/))
    })

    t.test(`an address that is not on the list of ${kind} is for the administrator`, async t => {
      const { tell, setup } = await open(t, kind)
      setup.addressAllowed = false
      t.match(await tell(), off(/白名单/))
    })
  }

  t.test('a keyword that stands in the message already is not repeated', async t => {
    const { robots, tell } = await open(t, 'wecom', { keyword: '工单' })
    await tell()
    t.match(robots.inbox[0]?.text, /^\*\*工单/)
  })

  t.test('a robot that was taken out of its group is out of order', async t => {
    for (const kind of KINDS) {
      const { tell, setup } = await open(t, kind)
      setup.token = 'a-new-one'
      t.match(await tell(), { outcome: 'disabled' })
    }
  })
})

const MOBILE = '13900000000'
const OPEN_ID = 'ou_7d8a6e6df7621556ce0d21922b676706'

t.test('a person', async t => {
  const PEOPLE = { wecom: MOBILE, dingtalk: MOBILE, feishu: OPEN_ID }
  for (const kind of KINDS) {
    const to = PEOPLE[kind]
    t.test(`is called by ${kind}, for one alert and for a digest`, async t => {
      const { robots, channel, tell } = await open(t, kind)
      t.same(await tell({ to }), { outcome: 'sent' })
      t.same(await channel.digest([noticed({}, { to }), noticed({}, { to })], LIMITED), { outcome: 'sent' })
      t.same(
        robots.inbox.map(({ mentioned }) => mentioned),
        [[to], [to]]
      )
    })

    t.test(`is called by ${kind} in a message that was mended, too`, async t => {
      const { robots, tell } = await open(t, kind)
      robots.fail(kind, { kind: 'error', code: { wecom: 40058, dingtalk: 400105, feishu: 11246 }[kind], times: 1 })
      t.same(await tell({ to }), { outcome: 'sent' })
      t.match(robots.inbox, [{ mentioned: [to] }])
    })

    t.test(`that ${kind} cannot call is not named in the group, and that is told`, async t => {
      const { robots, tell } = await open(t, kind)
      for (const to of ['li@office.example', '@all', kind === 'feishu' ? MOBILE : OPEN_ID]) {
        const outcome = await tell({ to })
        t.match(outcome, { outcome: 'sent', warning: /called nobody/ })
        t.match(robots.inbox, [{ mentioned: [] }])
        t.notMatch(JSON.stringify([outcome, robots.inbox]), to)
        robots.inbox.length = 0
      }
    })
  }

  t.test('stands in the text where the platform demands it only', async t => {
    for (const kind of ['wecom', 'dingtalk'] as const) {
      const { robots, tell } = await open(t, kind)
      await tell({ to: '+86 139-0000-0000' })
      const { text, mentioned } = robots.inbox[0]!
      t.same(mentioned, [MOBILE])
      t.equal(text.includes(MOBILE), kind === 'dingtalk')
    }
  })

  t.test('is called by WeCom in text of 2048 bytes, however long the digest', async t => {
    const { robots, channel } = await open(t, 'wecom')
    const many = manyNotices(200).map(notice => ({ ...notice, to: MOBILE }))
    t.same(await channel.digest(many, LIMITED), { outcome: 'sent' })
    t.match(robots.inbox, [{ mentioned: [MOBILE], body: { msgtype: 'text' } }])
    checkDigest(t, robots, 'wecom', { bytes: 2048, of: 200 })
  })
})
