import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { Address } from './address.ts'

/** What proves who they are, and who we are; all in PEM. */
export interface Tls {
  ca?: string
  cert?: string
  key?: string
}

/** What came of saying hello: bytes, a certificate that is not trusted, or nothing. */
export type Greeting =
  | { is: 'answered'; bytes: Buffer; certificate?: PeerCertificate }
  | { is: 'untrusted'; code: string; certificate: PeerCertificate }
  | { is: 'failed'; code: string }

/** How long a stranger may take to answer, in ms. */
const PATIENCE = 5000

/**
 * Connects, in the clear or by TLS, says `hello` and waits for the first bytes of an answer. Never throws.
 * A certificate that is not trusted is looked at, and nothing is said to whom it belongs.
 */
export function greet({ host, port }: Address, hello: Buffer, tls?: Tls, patience = PATIENCE): Promise<Greeting> {
  return new Promise(resolve => {
    const socket: Socket = tls
      ? connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }), ...tls, rejectUnauthorized: false })
      : connectPlain({ host, port })
    const settle = (greeting: Greeting) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(greeting)
    }
    const timer = setTimeout(() => settle({ is: 'failed', code: 'ETIMEDOUT' }), patience)
    socket.on('error', (error: NodeJS.ErrnoException) => settle({ is: 'failed', code: error.code ?? error.message }))
    socket.on('close', () => settle({ is: 'failed', code: 'ECONNRESET' }))
    socket.on('data', bytes => settle({ is: 'answered', bytes, ...certificateOf(socket) }))
    socket.on(tls ? 'secureConnect' : 'connect', () => {
      const doubt = tls && doubtOf(socket as TLSSocket)
      if (doubt) settle(doubt)
      else socket.write(hello)
    })
  })
}

const certificateOf = (socket: Socket) =>
  'getPeerCertificate' in socket ? { certificate: (socket as TLSSocket).getPeerCertificate() } : {}

function doubtOf(socket: TLSSocket): Greeting | undefined {
  if (socket.authorized) return undefined
  const error: unknown = socket.authorizationError // a string, or the error that its type promises
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error)
  return { is: 'untrusted', code, certificate: socket.getPeerCertificate() }
}
