import { createHmac } from 'node:crypto'
import t, { type Test } from 'tap'
import { startRobots } from '../src/robots/robots.ts'
import type { RobotKind } from '../src/robots/setup.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const START = Date.parse('2026-01-05T14:00:00+08:00')

async function open(t: Test) {
  let at = START
  const clock = { now: () => at }
  const robots = await startRobots({ clock })
  t.teardown(robots.close)
  const ask = async (url: string, body: unknown) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body)
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const say: Record<RobotKind, (text: string) => ReturnType<typeof ask>> = {
    wecom: text => ask(robots.addresses.wecom, { msgtype: 'text', text: { content: text } }),
    dingtalk: text =>
      ask(robots.addresses.dingtalk + dingtalkProof(robots.setups.dingtalk.secret!, at), {
        msgtype: 'text',
        text: { content: text }
      }),
    feishu: text =>
      ask(robots.addresses.feishu, {
        ...feishuProof(robots.setups.feishu.secret!, at),
        msg_type: 'text',
        content: { text }
      })
  }
  const pass = (ms: number) => {
    at += ms
  }
  return { robots, ask, say, pass }
}

function dingtalkProof(secret: string, at: number): string {
  const sign = createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64')
  return `&timestamp=${at}&sign=${encodeURIComponent(sign)}`
}

function feishuProof(secret: string, at: number) {
  const timestamp = String(Math.floor(at / SECOND))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }
}

const codesOf = async (times: number, say: (text: string) => Promise<{ body: Record<string, unknown> }>) => {
  const codes: unknown[] = []
  for (let i = 0; i < times; i++) {
    const { body } = await say(`第${i}条`)
    codes.push(body.errcode ?? body.code)
  }
  return codes
}

t.test('the simulated robots', async t => {
  t.test('answer 200 with a code in the body, errors too', async t => {
    const { robots, ask, say } = await open(t)
    t.match(await say.wecom('你好'), { status: 200, body: { errcode: 0, errmsg: 'ok' } })
    t.match(await say.dingtalk('你好'), { status: 200, body: { errcode: 0, errmsg: 'ok' } })
    t.match(await say.feishu('你好'), { status: 200, body: { code: 0, StatusCode: 0 } })
    t.match(await ask(`${robots.url}/cgi-bin/webhook/send?key=x`, {}), { status: 200, body: { errcode: 93000 } })
    t.match(await ask(`${robots.url}/robot/send?access_token=x`, {}), { status: 200, body: { errcode: 300005 } })
    t.match(await ask(`${robots.url}/open-apis/bot/v2/hook/x`, {}), { status: 200, body: { code: 19001 } })
    t.equal(robots.inbox.length, 3)
  })

  t.test('show what arrived as JSON, and who was called', async t => {
    const { robots, ask } = await open(t)
    await ask(robots.addresses.wecom, {
      msgtype: 'text',
      text: { content: '看 https://x.example/1', mentioned_list: ['@all'] }
    })
    const inbox = await (await fetch(`${robots.url}/control/inbox`)).json()
    t.match(inbox, [{ robot: 'wecom', at: START, links: ['https://x.example/1'], mentioned: ['@all'] }])
  })

  t.test('call nobody in a way that the platform does not know', async t => {
    const { robots, ask, say } = await open(t)
    delete robots.setups.dingtalk.secret
    delete robots.setups.feishu.secret
    const { wecom, dingtalk, feishu } = robots.addresses
    const MOBILE = '13900000000'
    const at = { atMobiles: [MOBILE], isAtAll: false }
    await ask(wecom, { msgtype: 'text', text: { content: '你好', mentioned_mobile_list: [MOBILE] } })
    await ask(wecom, { msgtype: 'markdown', markdown: { content: '你好' }, text: { mentioned_mobile_list: [MOBILE] } })
    await ask(dingtalk, { msgtype: 'text', text: { content: `你好@${MOBILE}` }, at })
    await ask(dingtalk, { msgtype: 'text', text: { content: '你好' }, at })
    await say.feishu('<at user_id="ou_1"></at>')
    await say.feishu(`<at user_id="${MOBILE}"></at>`)
    const text = (tag: string) => ({ tag: 'div', text: { tag, content: '<at id=ou_1></at>' } })
    const card = { header: { title: { tag: 'plain_text', content: '你好' } } }
    await ask(feishu, { msg_type: 'interactive', card: { ...card, elements: [text('lark_md')] } })
    await ask(feishu, { msg_type: 'interactive', card: { ...card, elements: [text('plain_text')] } })
    t.same(
      robots.inbox.map(({ mentioned }) => mentioned),
      [[MOBILE], [], [MOBILE], [], ['ou_1'], [], ['ou_1'], []]
    )
  })

  t.test('take 20 a minute at WeCom, then as many as have left the minute', async t => {
    const { say, pass } = await open(t)
    t.same(await codesOf(21, say.wecom), [...Array(20).fill(0), 45009])
    pass(MINUTE)
    t.same(await codesOf(1, say.wecom), [0])
  })

  t.test('are silent for ten minutes at DingTalk after the twenty-first', async t => {
    const { say, pass } = await open(t)
    t.same(await codesOf(21, say.dingtalk), [...Array(20).fill(0), 130101])
    pass(10 * MINUTE - 1)
    t.same(await codesOf(1, say.dingtalk), [130101])
    pass(1)
    t.same(await codesOf(1, say.dingtalk), [0])
  })

  t.test('take five a second and a hundred a minute at Feishu', async t => {
    const { say, pass } = await open(t)
    t.same(await codesOf(6, say.feishu), [0, 0, 0, 0, 0, 11232])
    let taken = 5
    for (let second = 0; second < 30; second++) {
      pass(SECOND)
      taken += (await codesOf(5, say.feishu)).filter(code => code === 0).length
    }
    t.equal(taken, 100)
  })

  t.test('check signatures against a clock that can be moved', async t => {
    const { robots, say } = await open(t)
    robots.skew(HOUR + SECOND)
    t.match(await say.dingtalk('你好'), { body: { errcode: 310000, errmsg: 'invalid timestamp' } })
    t.match(await say.feishu('你好'), { body: { code: 19021 } })
    robots.heal()
    t.match(await say.dingtalk('你好'), { body: { errcode: 0 } })
    t.match(await say.feishu('你好'), { body: { code: 0 } })
  })

  t.test('refuse a signature made with another secret', async t => {
    const { robots, ask } = await open(t)
    const url = robots.addresses.dingtalk + dingtalkProof('SECother', START)
    const text = { msgtype: 'text', text: { content: 'x' } }
    t.match(await ask(url, text), { body: { errcode: 310000, errmsg: 'sign not match' } })
    const feishu = { ...feishuProof('other', START), msg_type: 'text', content: { text: 'x' } }
    t.match(await ask(robots.addresses.feishu, feishu), { body: { code: 19021 } })
  })

  t.test('ask for their keyword and their address list', async t => {
    const { robots, say } = await open(t)
    for (const kind of ['dingtalk', 'feishu'] as const) robots.setups[kind].keywords.push('预警')
    t.match(await say.dingtalk('你好'), { body: { errcode: 310000, errmsg: 'keywords not in content' } })
    t.match(await say.feishu('你好'), { body: { code: 19024 } })
    t.match(await say.feishu('预警：你好'), { body: { code: 0 } })
    for (const kind of ['dingtalk', 'feishu'] as const) robots.setups[kind].addressAllowed = false
    t.match(await say.dingtalk('预警'), { body: { errcode: 310000, errmsg: /not in whitelist/ } })
    t.match(await say.feishu('预警'), { body: { code: 19022 } })
  })

  t.test('count bytes, not characters', async t => {
    const { say } = await open(t)
    t.match(await say.wecom('字'.repeat(682)), { body: { errcode: 0 } })
    t.match(await say.wecom('字'.repeat(683)), { body: { errcode: 40058 } })
    t.match(await say.dingtalk('字'.repeat(6700)), { body: { errcode: 460101 } })
    t.match(await say.feishu('字'.repeat(6900)), { body: { code: 9499 } })
  })

  t.test('refuse what is malformed by its own code', async t => {
    const { robots, ask } = await open(t)
    delete robots.setups.dingtalk.secret
    t.match(await ask(robots.addresses.wecom, { msgtype: 'text', text: { content: '' } }), { body: { errcode: 44004 } })
    t.match(await ask(robots.addresses.dingtalk, { msgtype: 'x' }), { body: { errcode: 400105 } })
    t.match(await ask(robots.addresses.dingtalk, '{'), { body: { errcode: 40035 } })
    t.match(await ask(`${robots.url}/robot/send`, {}), { body: { errcode: 40035, errmsg: '缺少参数 access_token' } })
    const proof = feishuProof(robots.setups.feishu.secret!, START)
    t.match(await ask(robots.addresses.feishu, { ...proof, msg_type: 'interactive' }), { body: { code: 11246 } })
    t.match(await ask(robots.addresses.feishu, { ...proof, msg_type: 'interactive', card: {} }), {
      body: { code: 200621 }
    })
  })

  t.test('are out of order as often as they are told', async t => {
    const { robots, say } = await open(t)
    robots.flaky(0.5)
    const statuses: number[] = []
    for (let i = 0; i < 20; i++) statuses.push((await say.wecom(`第${i}条`)).status)
    t.same(new Set(statuses), new Set([200, 502]))
    t.equal(robots.inbox.length, statuses.filter(status => status === 200).length)
  })
})
