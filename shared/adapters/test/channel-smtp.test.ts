import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from '@huiyin/ports/channel.ts'
import { type Mailbox, type MailboxOptions, type OrderedReply, startMailbox } from '@huiyin/simulator/smtp/mailbox.ts'
import t, { type Test } from 'tap'
import { type SmtpOptions, smtpChannel } from '../src/channels/smtp.ts'
import { CITIZEN, LIMITED, noticed } from './channel-notice.ts'
import { HOUR, handClock, MINUTE, START } from './platform-house.ts'

const DUTY = 'duty@office.example'
const CHIEF = 'chief@office.example'
const LI = 'li@office.example'
const PASSWORD = 'an-authorization-code'
const link = 'https://huiyin.example/?tab=all&q=H7Q2-9KXM'

async function open(t: Test, changed: Partial<SmtpOptions> = {}, server: Partial<MailboxOptions> = {}) {
  const clock = handClock()
  const mailbox = await startMailbox({ clock, ...server })
  t.teardown(mailbox.close)
  const channel = channelTo(mailbox, { clock, ...changed })
  const tell = (more: Partial<Notice> = {}) => channel.deliver(noticed({}, { link, ...more }))
  return { clock, mailbox, channel, tell }
}

const channelTo = ({ host, port }: Mailbox, more: Partial<SmtpOptions> & Pick<SmtpOptions, 'clock'>) =>
  smtpChannel({ name: '值班邮箱', host, port, tls: 'none', from: 'huiyin@office.example', to: [DUTY], ...more })

t.test('a mail', async t => {
  t.test('has subject, text and html, says that a machine wrote it, and bears the time', async t => {
    const { mailbox, tell } = await open(t)
    t.same(await tell(), { outcome: 'sent' })
    const { subject, text, html, to, headers } = mailbox.inbox[0]!
    t.equal(subject, '工单H7Q2-9KXM剩60分钟')
    t.same(to, [DUTY])
    t.match(text, '城管局 2026年1月5日14:00')
    t.match(text, link)
    t.match(html, `<a href="${link.replace('&', '&amp;')}">`)
    t.equal(headers['auto-submitted'], 'auto-generated')
    t.equal(Date.parse(headers.date!), START)
  })

  t.test('names no citizen, nor the id of one', async t => {
    const { mailbox, channel } = await open(t)
    await channel.deliver(noticed())
    await channel.digest([noticed(), noticed({ ticket: `weibo/1/2/3/by/${CITIZEN}-too` })], LIMITED)
    t.equal(mailbox.inbox.length, 2)
    t.notMatch(JSON.stringify(mailbox.inbox), CITIZEN)
  })

  t.test('has one Message-ID however often it is sent, and one thread per ticket', async t => {
    const { mailbox, tell, channel } = await open(t)
    await tell()
    await tell({ perhapsRepeated: true })
    await channel.deliver(noticed({ id: 'the next alert of the ticket' }))
    const [first, second, third] = mailbox.inbox
    t.equal(first?.messageId, second?.messageId)
    t.not(first?.messageId, third?.messageId)
    t.equal(first?.headers.references, third?.headers.references)
    t.match(second?.text, '可能重复')
  })

  t.test('goes to everybody at once', async t => {
    const { mailbox, tell } = await open(t, { to: [DUTY, CHIEF] })
    await tell()
    t.same(mailbox.inbox[0]?.to, [DUTY, CHIEF])
  })

  t.test('goes to one person instead of everybody, and is another mail than everybody’s', async t => {
    const { mailbox, channel, tell } = await open(t, { to: [DUTY, CHIEF] })
    await tell()
    await tell({ to: LI })
    await channel.digest([noticed({}, { to: LI }), noticed({ ticket: 'T2' }, { to: LI })], LIMITED)
    t.same(
      mailbox.inbox.map(({ to }) => to),
      [[DUTY, CHIEF], [LI], [LI]]
    )
    const [everybody, person] = mailbox.inbox
    t.not(everybody?.messageId, person?.messageId)
    t.notMatch(person?.text + person!.html, LI)
    await tell({ to: LI, perhapsRepeated: true })
    t.equal(mailbox.inbox.at(-1)?.messageId, person?.messageId)
  })

  t.test('goes to nobody by an address that is none, or that is several', async t => {
    const { mailbox, tell } = await open(t)
    for (const to of ['13900000000', `${LI}, ${CHIEF}`, `${LI}\r\nBcc: ${CHIEF}`, `李静 <${LI}>`, '']) {
      const outcome = await tell({ to })
      t.match(outcome, { outcome: 'failed', reason: /no mail address/ })
      if (to) t.notMatch(JSON.stringify(outcome), to)
    }
    t.equal(mailbox.inbox.length, 0)
  })

  t.test('has the page for taking it, in text and html', async t => {
    const { mailbox, tell } = await open(t)
    const acknowledge = 'https://huiyin.example/ack?ticket=a&token=13812345678'
    await tell({ acknowledge })
    const { text, html } = mailbox.inbox[0]!
    t.match(text, `\n我来处理：${acknowledge}\n`)
    t.match(html, `<a href="${acknowledge.replace('&', '&amp;')}">我来处理</a>`)
  })

  t.test('holds a digest whole, and shorter with whole lines where it is too large', async t => {
    const { mailbox, channel } = await open(t)
    const many = Array.from({ length: 200 }, (_, i) => noticed({ ticket: `T${i}`, number: `AAAA-${2000 + i}` }))
    mailbox.reply({ stage: 'data', code: 552, times: 1 })
    t.same(await channel.digest(many, { ...LIMITED, more: 3 }), { outcome: 'sent' })
    t.match(mailbox.inbox[0]?.text, /\n\d+\. AAAA-2\d+ [^\n]+ 城管局\n另有1\d\d件未列出/)
    t.same(await channel.digest(many, { ...LIMITED, more: 3 }), { outcome: 'sent' })
    t.match(mailbox.inbox[1]?.text, /\n200\. AAAA-2199 [^\n]+ 城管局\n另有3件未列出/)
  })

  t.test('cannot get headers of its own from what an alert holds', async t => {
    const { mailbox, channel } = await open(t)
    await channel.deliver(noticed({ number: 'H7\r\nBcc: x@y.example', department: '城管\r\nBcc: x@y.example' }))
    t.equal(mailbox.inbox[0]?.headers.bcc, undefined)
    t.same(mailbox.inbox[0]?.to, [DUTY])
  })
})

const later = (retryAfterMs: number, everything: boolean) => ({ outcome: 'later', retryAfterMs, everything })
const off = (reason: RegExp) => ({ outcome: 'disabled', reason })

const REPLIES: [Omit<OrderedReply, 'times'>, object][] = [
  [{ stage: 'connect', code: 421 }, later(5 * MINUTE, true)],
  [{ stage: 'connect', code: 554 }, off(/554/)],
  [{ stage: 'from', code: 421 }, later(5 * MINUTE, true)],
  [{ stage: 'from', code: 451 }, later(5 * MINUTE, true)],
  [{ stage: 'from', code: 530 }, off(/530/)],
  [{ stage: 'from', code: 538 }, off(/538/)],
  [
    { stage: 'from', code: 550 },
    { outcome: 'failed', reason: /550/ }
  ],
  [{ stage: 'recipient', code: 450 }, later(5 * MINUTE, false)],
  [{ stage: 'recipient', code: 452 }, later(5 * MINUTE, false)],
  [{ stage: 'recipient', code: 550 }, off(/收件地址/)],
  [{ stage: 'recipient', code: 551 }, off(/收件地址/)],
  [{ stage: 'recipient', code: 553 }, off(/收件地址/)],
  [{ stage: 'data', code: 421 }, later(5 * MINUTE, true)],
  [{ stage: 'data', code: 450 }, later(5 * MINUTE, false)],
  [{ stage: 'data', code: 550 }, { outcome: 'failed' }],
  [{ stage: 'data', code: 554 }, off(/垃圾邮件/)]
]

t.test('a mail server', async t => {
  for (const [reply, expected] of REPLIES) {
    t.test(`that says ${reply.code} at ${reply.stage} is understood`, async t => {
      const { mailbox, tell } = await open(t)
      mailbox.reply({ ...reply, times: 1 })
      t.match(await tell(), expected)
      t.equal(mailbox.inbox.length, 0)
    })
  }

  t.test('that is busy is asked again after 5, 15 and 60 minutes, for a day', async t => {
    const { mailbox, tell } = await open(t)
    mailbox.reply({ stage: 'connect', code: 421, times: 99 })
    let waited = 0
    for (let attempt = 1; attempt <= 6; attempt++) {
      const outcome = await tell({ attempt })
      if (outcome.outcome !== 'later') return t.fail(`attempt ${attempt} is ${outcome.outcome}`)
      waited += outcome.retryAfterMs
      if (attempt === 3) t.equal(waited, 80 * MINUTE)
    }
    t.ok(waited > 20 * HOUR && waited <= 24 * HOUR)
    t.match(await tell({ attempt: 7 }), { outcome: 'failed' })
  })

  t.test('that finds a mail too large gets a shorter one, once', async t => {
    const { mailbox, tell } = await open(t)
    mailbox.reply({ stage: 'data', code: 552, times: 1 })
    t.same(await tell(), { outcome: 'sent' })
    mailbox.reply({ stage: 'data', code: 552, times: 2 })
    t.match(await tell(), { outcome: 'failed', reason: /too large/ })
  })

  t.test('that does not know one of two keeps the other, and is not asked for the one again', async t => {
    const { mailbox, tell } = await open(t, { to: [DUTY, CHIEF] })
    mailbox.reply({ stage: 'recipient', code: 550, times: 1, to: CHIEF })
    const first = await tell()
    t.match(first, { outcome: 'sent', warning: /c\*\*\*@office.example was refused \(550\)/ })
    t.notMatch(JSON.stringify(first), CHIEF)
    t.same(await tell(), { outcome: 'sent' })
    t.same(
      mailbox.inbox.map(({ to }) => to),
      [[DUTY], [DUTY]]
    )
  })

  t.test('that is busy for one of two keeps the other, and says who was not told', async t => {
    const { mailbox, tell } = await open(t, { to: [DUTY, CHIEF] })
    mailbox.reply({ stage: 'recipient', code: 450, times: 1, to: CHIEF })
    t.match(await tell(), { outcome: 'sent', warning: /c\*\*\*@office.example was refused for now \(450\)/ })
    await tell()
    t.same(
      mailbox.inbox.map(({ to }) => to),
      [[DUTY], [DUTY, CHIEF]]
    )
  })

  t.test('that is busy for one of two and does not know the other is asked again', async t => {
    const { mailbox, tell } = await open(t, { to: [DUTY, CHIEF] })
    mailbox.reply({ stage: 'recipient', code: 450, times: 1, to: DUTY })
    mailbox.reply({ stage: 'recipient', code: 550, times: 1, to: CHIEF })
    t.match(await tell(), later(5 * MINUTE, false))
    t.equal(mailbox.inbox.length, 0)
  })

  for (const [code, expected] of [
    [450, { outcome: 'later', retryAfterMs: 5 * MINUTE, everything: false }],
    [550, { outcome: 'failed', reason: /550/ }],
    [553, { outcome: 'failed', reason: /553/ }],
    [554, { outcome: 'failed', reason: /554/ }]
  ] as const)
    t.test(`that says ${code} of one person goes on for all others`, async t => {
      const { mailbox, tell } = await open(t)
      mailbox.reply({ stage: 'recipient', code, times: 1, to: LI })
      const outcome = await tell({ to: LI })
      t.match(outcome, expected)
      t.notMatch(JSON.stringify(outcome), LI)
      t.same(await tell(), { outcome: 'sent' })
      t.same(await tell({ to: LI }), { outcome: 'sent' })
    })

  t.test('that hangs up after the mail may have taken it', async t => {
    const { mailbox, tell } = await open(t)
    mailbox.dropAfterData(1)
    t.match(await tell(), { outcome: 'unknown' })
    t.equal(mailbox.inbox.length, 1)
  })

  t.test('that cannot be reached is tried again later', async t => {
    const { mailbox, tell } = await open(t)
    await mailbox.close()
    t.match(await tell(), later(5 * MINUTE, true))
  })

  t.test('takes the right login and refuses another, without telling the password', async t => {
    const login = { user: 'huiyin@office.example', password: PASSWORD }
    const right = await open(t, login, login)
    t.match(await right.tell(), { outcome: 'sent' })
    const wrong = await open(t, { ...login, password: 'not-the-code' }, login)
    const outcome = await wrong.tell()
    t.match(outcome, off(/授权码/))
    t.notMatch(JSON.stringify(outcome), 'not-the-code')
    const ordered = await open(t, login, login)
    ordered.mailbox.reply({ stage: 'auth', code: 535, times: 1 })
    t.match(await ordered.tell(), off(/535/))
  })
})

t.test('TLS', async t => {
  const certified = (t: Test) => {
    const folder = t.testdir()
    const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
    const named = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', keyFile, '-out', certFile]
    execFileSync('openssl', [...made, ...named], { stdio: 'ignore' })
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') }
  }

  t.test('is begun where it is asked for, and login and mail go through it', async t => {
    const tls = certified(t)
    const login = { user: 'huiyin@office.example', password: PASSWORD }
    const { mailbox, tell } = await open(
      t,
      { tls: 'starttls', ca: tls.cert, ...login },
      { tls, starttls: 'required', ...login }
    )
    t.same(await tell(), { outcome: 'sent' })
    t.ok(mailbox.inbox[0]?.secure)
  })

  t.test('that the server does not offer, or that nobody vouches for, stops the mail', async t => {
    const without = await open(t, { tls: 'starttls' })
    t.match(await without.tell(), off(/加密/))
    const stranger = await open(t, { tls: 'starttls' }, { tls: certified(t), starttls: 'on' })
    t.match(await stranger.tell(), off(/加密/))
    t.equal(without.mailbox.inbox.length + stranger.mailbox.inbox.length, 0)
  })

  t.test('that the server insists on is told as a setting to mend', async t => {
    const { tell } = await open(t, {}, { tls: certified(t), starttls: 'required' })
    t.match(await tell(), off(/530/))
  })
})
