import { once } from 'node:events'
import type { Socket } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Clock } from '../clock.ts'

/** Where in the conversation an ordered reply is given. */
export type Stage = 'connect' | 'auth' | 'from' | 'recipient' | 'data'

export interface OrderedReply {
  stage: Stage
  /** Such as 421, 450, 535, 550 or 554. */
  code: number
  times: number
  /** Only this recipient. */
  to?: string
}

/** A mail as it arrived. */
export interface ArrivedMail {
  at: number
  messageId: string
  from: string
  /** Who gets it, as the conversation said. */
  to: string[]
  subject: string
  text: string
  html: string
  /** By name in lower case. */
  headers: Record<string, string>
  /** It came over TLS. */
  secure: boolean
  raw: string
}

export interface MailboxOptions {
  clock: Clock
  port?: number
  host?: string
  user?: string
  password?: string
  /** `off`: not offered. `on`: offered. `required`: nothing goes without. */
  starttls?: 'off' | 'on' | 'required'
  /** Key and certificate in PEM; by default the library's own for tests. */
  tls?: { key: string; cert: string }
}

/** A mail server that keeps what it is given and answers as it was told. */
export interface Mailbox {
  host: string
  port: number
  inbox: ArrivedMail[]
  reply: (order: OrderedReply) => void
  /** Takes so many mails and hangs up instead of answering: nobody knows whether they were taken. */
  dropAfterData: (times: number) => void
  heal: () => void
  close: () => Promise<void>
}

const TEXTS: Record<number, string> = {
  421: '4.3.2 Service not available, closing transmission channel',
  450: '4.2.1 Mailbox busy, try again later',
  451: '4.3.0 Local error in processing',
  530: '5.7.0 Authentication required',
  535: '5.7.8 Authentication credentials invalid',
  550: '5.1.1 No such user here',
  552: '5.3.4 Message too big',
  554: '5.7.1 Message rejected as spam'
}

export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { clock, port = 0, host = '127.0.0.1', user, password, starttls = 'off', tls } = options
  const inbox: ArrivedMail[] = []
  const orders: OrderedReply[] = []
  let drops = 0
  const sockets = new Map<number, Socket>()

  const told = (stage: Stage, to?: string): Error | null => {
    const at = orders.findIndex(order => order.stage === stage && (order.to === undefined || order.to === to))
    const order = orders[at]
    if (!order) return null
    order.times -= 1
    if (order.times <= 0) orders.splice(at, 1)
    return replyOf(order.code)
  }
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> => {
    const raw = await textOf(stream)
    const refused = told('data')
    if (refused) return refused
    inbox.push(await mailOf(raw, session, clock.now()))
    if (drops === 0) return null
    drops -= 1
    sockets.get(session.remotePort)?.destroy()
    return replyOf(421)
  }

  const server = new SMTPServer({
    ...tls,
    logger: false,
    banner: 'simulated',
    disableReverseLookup: true,
    closeTimeout: 100,
    hideSTARTTLS: starttls === 'off',
    disabledCommands: [...(starttls === 'off' ? ['STARTTLS'] : []), ...(user === undefined ? ['AUTH'] : [])],
    allowInsecureAuth: starttls === 'off',
    authOptional: user === undefined,
    onConnect: (_session, done) => done(told('connect')),
    onAuth: (given, _session, done) => {
      const right = given.username === user && given.password === password
      const refused = told('auth') ?? (right ? null : replyOf(535))
      done(refused, refused ? undefined : { user })
    },
    onMailFrom: (_address, session, done) =>
      done(told('from') ?? (starttls === 'required' && !session.secure ? replyOf(530) : null)),
    onRcptTo: ({ address }, _session, done) => done(told('recipient', address)),
    onData: (stream, session, done) => {
      take(stream, session).then(done, done)
    }
  })
  server.on('error', () => {}) // a client that hangs up is part of the play
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  server.listen(port, host)
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mailbox does not listen on a port')
  return {
    host,
    port: address.port,
    inbox,
    reply: order => {
      orders.push({ ...order })
    },
    dropAfterData: times => {
      drops = times
    },
    heal: () => {
      orders.length = 0
      drops = 0
    },
    close: () => new Promise(resolve => server.close(() => resolve()))
  }
}

const replyOf = (code: number) => Object.assign(new Error(TEXTS[code] ?? 'ordered'), { responseCode: code })

async function textOf(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

async function mailOf(raw: string, { envelope, secure }: SMTPServerSession, at: number): Promise<ArrivedMail> {
  const { messageId = '', subject = '', text = '', html = '', headers } = await PostalMime.parse(raw)
  return {
    at,
    messageId,
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(({ address }) => address),
    subject,
    text,
    html,
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
    secure,
    raw
  }
}
