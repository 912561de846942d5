import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { startMailbox } from '../smtp/mailbox.ts'
import { startRobots } from './robots.ts'

/**
 * The group robots and a mail server on ports of their own:
 * `node infra/simulator/src/robots/main.ts --port 8091 --smtp 8025 --inbox 8092 --host 127.0.0.1`.
 * Prints the channels as they go into a configuration; what arrives stands at `/control/inbox` and, of mail, at `--inbox`.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8091' },
    smtp: { type: 'string', default: '8025' },
    inbox: { type: 'string', default: '8092' },
    host: { type: 'string', default: '127.0.0.1' }
  }
})
const { host } = values
const clock = { now: Date.now }
const robots = await startRobots({ clock, host, port: Number(values.port) })
const mailbox = await startMailbox({ clock, host, port: Number(values.smtp) })
const mails = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(mailbox.inbox, null, 2))
}).listen(Number(values.inbox), host)

const { addresses, setups } = robots
const channels = [
  { name: '企业微信群', kind: 'wecom', url: addresses.wecom },
  { name: '钉钉群', kind: 'dingtalk', url: addresses.dingtalk, secret: setups.dingtalk.secret },
  { name: '飞书群', kind: 'feishu', url: addresses.feishu, secret: setups.feishu.secret },
  {
    name: '值班邮箱',
    kind: 'smtp',
    host,
    port: mailbox.port,
    tls: 'none',
    from: 'huiyin@example.invalid',
    to: ['duty@example.invalid']
  }
]
console.log(JSON.stringify({ url: robots.url, mails: `http://${host}:${values.inbox}/`, channels }, null, 2))

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    mails.close()
    await Promise.all([robots.close(), mailbox.close()])
  })
