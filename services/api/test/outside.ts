import { createHash, createHmac } from 'node:crypto'
import { openIntake } from '@huiyin/adapters/platforms/intake.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Test } from 'tap'
import { HOUR, NOON, openHouse } from './house.ts'

/** Accounts that are told things from outside, and who tells them. */

export const SECRET = 'a secret of this office'
export const AES_KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'

const account = (platform: Account['platform'], id: string, credentials: Account['credentials']): Account => ({
  platform,
  id,
  name: '青禾发布',
  since: NOON - 24 * HOUR,
  credentials
})

const ACCOUNTS = [
  account('other', 'forum', { secret: SECRET }),
  account('wechat', 'wxfake0000000001', { secret: 's', callbackToken: 'faketoken' }),
  account('wechat', 'wxfake0000000002', { secret: 's', callbackToken: 'faketoken', callbackKey: AES_KEY }),
  account('wechat', 'wxfake0000000003', { secret: 's' }),
  account('douyin', 'open-1', { clientKey: 'awfake', clientSecret: 'fakeClientSecret' }),
  account('douyin', 'open-2', { clientKey: 'awfake', clientSecret: 'fakeClientSecret' }),
  account('douyin', 'open-3', { clientKey: 'another', clientSecret: 'fakeClientSecret' }),
  account('kuaishou', 'f1', { appId: 'ksfake', appSecret: 'fakeAppSecret' })
]

export const openIntakeHouse = async (t: Test) => {
  const intake = openIntake({
    of: ({ platform, id }) => ACCOUNTS.find(one => one.platform === platform && one.id === id)
  })
  const house = await openHouse(t, { intake })
  const post = (url: string, body: string, headers: Record<string, string> = {}) =>
    house.app.inject({
      method: 'POST',
      url,
      payload: body,
      headers: { 'content-type': 'application/json', ...headers }
    })
  const records = async <V>(kind: string) => {
    await house.store.records.refresh()
    return (await house.store.records.list<V>(kind, { atMost: 100 })).map(({ value }) => value)
  }
  return { ...house, post, records }
}

export type IntakeHouse = Awaited<ReturnType<typeof openIntakeHouse>>

export const signed = (body: string, { at = String(NOON), secret = SECRET } = {}) => ({
  'x-huiyin-timestamp': at,
  'x-huiyin-signature': `sha256=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
})

export const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
export const md5 = (text: string) => createHash('md5').update(text).digest('hex')
