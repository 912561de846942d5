import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openChannels } from '../src/channels/open.ts'
import { readSettings } from '../src/settings.ts'
import { handClock } from './platform-house.ts'

const KEY = '693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa'
const WECOM = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`
const DINGTALK = 'https://oapi.dingtalk.com/robot/send?access_token=thetokenofdingtalk'
const FEISHU = 'https://open.feishu.cn/open-apis/bot/v2/hook/thetokenoffeishu'
const MAIL = { name: '值班邮箱', kind: 'smtp', host: 'smtp.example', from: 'a@b.example', to: ['c@d.example'] }

const read = (t: Test, channels: unknown, environment: Record<string, string> = {}) =>
  readSettings({
    ...environment,
    HUIYIN_CONFIG: join(t.testdir({ 'huiyin.json': JSON.stringify({ channels }) }), 'huiyin.json')
  })

const refusal = (t: Test, channels: unknown, environment: Record<string, string> = {}) =>
  read(t, channels, environment).then(
    () => t.fail('it was taken') as never,
    (error: Error & { code: string }) => {
      t.equal(error.code, 'SETTINGS_INVALID')
      return error.message
    }
  )

t.test('channels', async t => {
  t.test('of every kind come from the file, their secrets from it or from the environment', async t => {
    const settings = await read(
      t,
      [
        { name: '值班群', kind: 'wecom', urlEnv: 'WECOM_ROBOT' },
        { name: '应急群', kind: 'dingtalk', url: DINGTALK, secretEnv: 'DINGTALK_SECRET', keyword: '预警' },
        { name: '政务飞书', kind: 'feishu', url: FEISHU, perMinute: 30, perSecond: 1 },
        { ...MAIL, user: 'a@b.example', passwordEnv: 'MAIL_CODE' },
        { name: '值班系统', kind: 'webhook', url: 'http://10.0.0.9/alerts', secretEnv: 'SYSTEM_SECRET' }
      ],
      {
        WECOM_ROBOT: WECOM,
        DINGTALK_SECRET: 'SECxyz',
        MAIL_CODE: 'code',
        SYSTEM_SECRET: '0123456789abcdef',
        HUIYIN_ALERT_WEBHOOK: 'https://example.invalid/x',
        HUIYIN_ALERT_SECRET: '0123456789abcdef'
      }
    )
    t.match(settings.channels, [{ url: WECOM }, { secret: 'SECxyz' }, {}, { password: 'code' }, {}])
    const opened = openChannels(settings, { clock: handClock() })
    t.same(
      opened.map(({ name }) => name),
      ['webhook', '值班群', '应急群', '政务飞书', '值班邮箱', '值班系统']
    )
    t.same(
      opened.map(({ limits }) => limits?.map(({ atMost }) => atMost)),
      [undefined, [15], [15], [30, 1], [30], undefined]
    )
  })

  const refused: [string, unknown, RegExp][] = [
    ['an unknown kind', [{ name: 'x', kind: 'sms' }], /\("x"\): expected kind among wecom.*"sms"/],
    ['no name', [{ kind: 'wecom', url: WECOM }], /channels at \/0: .*name/],
    ['a name twice', [{ ...MAIL }, { ...MAIL }], /each name once/],
    ['neither url nor urlEnv', [{ name: 'x', kind: 'wecom' }], /expected url or urlEnv/],
    ['both url and urlEnv', [{ name: 'x', kind: 'wecom', url: WECOM, urlEnv: 'A' }], /both came/],
    ['a variable that is not set', [{ name: 'x', kind: 'wecom', urlEnv: 'NOT_SET' }], /NOT_SET, which is not set/],
    ['a variable of the house', [{ name: 'x', kind: 'wecom', urlEnv: 'HUIYIN_X' }], /not begin with HUIYIN_/],
    [
      'an address without key',
      [{ name: 'x', kind: 'wecom', url: 'https://qyapi.weixin.qq.com/x' }],
      /like https:.*key=…/
    ],
    ['an address of another kind', [{ name: 'x', kind: 'dingtalk', url: FEISHU }], /access_token=…/],
    ['http to the world', [{ name: 'x', kind: 'wecom', url: WECOM.replace('https', 'http') }], /https address/],
    [
      'a secret for WeCom',
      [{ name: 'x', kind: 'wecom', url: WECOM, secret: 'y' }],
      /secret is no setting of this kind/
    ],
    ['a short webhook secret', [{ name: 'x', kind: 'webhook', url: WECOM, secret: 'y' }], /16 characters/],
    ['a password without user', [{ ...MAIL, password: 'y' }], /user and password/],
    ['an address that is none', [{ ...MAIL, to: ['nobody'] }], /to\/0 must match/],
    ['no list', { name: 'x' }, /channels .*array/]
  ]
  for (const [what, channels, expected] of refused) {
    t.test(`with ${what} are refused by name`, async t => {
      const message = await refusal(t, channels)
      t.match(message, expected)
      for (const secret of [KEY, 'thetoken']) t.notMatch(message, secret)
    })
  }

  t.test('that are refused show the last four characters of an address only', async t => {
    const message = await refusal(t, [{ name: 'x', kind: 'dingtalk', url: WECOM }])
    t.match(message, '"…5aaa"')
    t.notMatch(message, 'fa5aaa')
  })

  t.test('cannot have the name of the webhook of the environment', async t => {
    const environment = {
      HUIYIN_ALERT_WEBHOOK: 'https://example.invalid/x',
      HUIYIN_ALERT_SECRET: '0123456789abcdef'
    }
    t.match(await refusal(t, [{ ...MAIL, name: 'webhook' }], environment), /each name once/)
  })
})
