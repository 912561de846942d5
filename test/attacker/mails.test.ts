import { smtpChannel } from '@huiyin/adapters/channels/smtp.ts'
import { startMailbox } from '@huiyin/simulator/smtp/mailbox.ts'
import t, { type Test } from 'tap'
import { noticed } from '../../shared/adapters/test/channel-notice.ts'

/** What strangers and colleagues can name ends up in mails: on a real wire, before a real server. */

const now = Date.UTC(2026, 0, 5)
const clock = { now: () => now }
const DUTY = 'duty@office.example'
const EVIL = 'evil@evil.example'
const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\0']
const INJECTED = BREAKS.flatMap(line => [
  `水务局${line}Bcc: ${EVIL}`,
  `水务局${line}Subject: forged${line}${line}<html>`,
  `${line}.${line}MAIL FROM:<${EVIL}>${line}RCPT TO:<${EVIL}>${line}DATA${line}`
])

const mailbox = await startMailbox({ clock })
t.teardown(mailbox.close)
const { host, port, inbox } = mailbox
const channelFor = (name: string) =>
  smtpChannel({
    ...{ name, host, port, tls: 'none', from: 'huiyin@office.example', to: [DUTY], clock },
    limits: [],
    account: () => name
  })

t.beforeEach(() => {
  inbox.length = 0
})

const HEADERS = new Set([
  ...['from', 'to', 'subject', 'message-id', 'in-reply-to', 'references', 'date', 'auto-submitted'],
  ...['mime-version', 'content-type', 'content-transfer-encoding', 'x-mailer']
])

/** One mail to those of the settings, with the headers that a mail of ours has and no others. */
function isWhole(t: Test, name: string) {
  t.equal(inbox.length, 1, encodeURI(name))
  const [mail] = inbox
  t.same(mail?.to, [DUTY])
  t.same(
    Object.keys(mail!.headers).filter(header => !HEADERS.has(header)),
    [],
    encodeURI(name)
  )
  t.equal(mail?.from, 'huiyin@office.example')
  t.notMatch(mail?.headers.subject, /forged/)
  inbox.length = 0
}

t.test('names with line breaks make no header, no other mail and no other recipient', async t => {
  for (const name of INJECTED) {
    t.match(await channelFor(name).deliver(noticed({ department: name, number: name, account: name })), {
      outcome: 'sent'
    })
    isWhole(t, name)
  }
})

t.test('reasons of an outage neither', async t => {
  for (const name of INJECTED.slice(0, 6)) {
    await channelFor(name).report!({ channel: name, at: now, reason: name })
    isWhole(t, name)
  }
})

t.test('an address of a person that is more than one address gets nothing', async t => {
  const addresses = [
    `li@office.example\r\nBcc: ${EVIL}`,
    `li@office.example, ${EVIL}`,
    `li@office.example;${EVIL}`,
    `"li"<${EVIL}>`,
    `<${EVIL}>`,
    `li@office.example ${EVIL}`,
    `li@office.example>\r\nRCPT TO:<${EVIL}`,
    `group:${EVIL};`,
    `li@office.example\0`,
    '-oQ/tmp @x'
  ]
  for (const to of addresses)
    t.match(await channelFor('x').deliver(noticed({}, { to })), { outcome: 'failed' }, encodeURI(to))
  t.equal(inbox.length, 0)
})

t.test('words with markup are words in the HTML of a mail', async t => {
  const name = '<img src=x onerror=alert(1)><a href="http://evil.example">点此</a>'
  await channelFor(name).deliver(noticed({ department: name, account: name }, { link: 'https://x.example/?a="><b>' }))
  t.notMatch(inbox[0]?.html, /<img|<b>|evil\.example">/)
})
