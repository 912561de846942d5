import type { Channel } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { ChannelSettings } from '@huiyin/schemas/channel-settings.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { dingtalkChannel } from './dingtalk.ts'
import { feishuChannel } from './feishu.ts'
import type { AccountName } from './message.ts'
import type { RobotOptions } from './robot.ts'
import { WEBHOOK } from './settings.ts'
import { smtpChannel } from './smtp.ts'
import { webhookChannel } from './webhook.ts'
import { wecomChannel } from './wecom.ts'

const MINUTE = 60_000
const PORTS = { implicit: 465, starttls: 587, none: 25 }

export interface Surroundings {
  clock: Clock
  accounts?: readonly Account[]
}

/** Every channel that the settings name; `alertWebhook` is one of kind webhook by the name of `webhook`. */
export function openChannels(
  { channels = [], alertWebhook: url, alertSecret: secret }: Partial<Settings>,
  { clock, accounts = [] }: Surroundings
): Channel[] {
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const account: AccountName = id => names.get(id) ?? id
  return [
    ...(url && secret ? [webhookChannel({ name: WEBHOOK, url, secret, clock })] : []),
    ...channels.map(channel => openChannel(channel, { clock, account }))
  ]
}

type Of = { clock: Clock; account: AccountName }

function openChannel(channel: ChannelSettings, of: Of): Channel {
  switch (channel.kind) {
    case 'wecom':
      return wecomChannel(robotOf(channel, of))
    case 'dingtalk':
      return dingtalkChannel(robotOf(channel, of))
    case 'feishu':
      return feishuChannel(robotOf(channel, of))
    case 'webhook':
      return webhookChannel({ name: channel.name, url: channel.url!, secret: channel.secret!, clock: of.clock })
    case 'smtp':
      return openSmtp(channel, of)
  }
}

type Robot = Extract<ChannelSettings, { kind: 'wecom' | 'dingtalk' | 'feishu' }>

const robotOf = ({ kind, url, urlEnv, ...channel }: Robot, of: Of): RobotOptions => ({
  ...channel,
  url: url!, // a channel without it was refused at start
  ...of
})

type Mail = Extract<ChannelSettings, { kind: 'smtp' }>

function openSmtp({ kind, passwordEnv, perMinute, ...channel }: Mail, of: Of): Channel {
  const tls = channel.tls ?? (channel.port === 465 ? 'implicit' : channel.port === 25 ? 'none' : 'starttls')
  return smtpChannel({
    ...channel,
    tls,
    port: channel.port ?? PORTS[tls],
    ...(perMinute !== undefined && { limits: [{ atMost: perMinute, per: MINUTE }] }),
    ...of
  })
}
