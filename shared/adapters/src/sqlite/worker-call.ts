import { type MessagePort, Worker } from 'node:worker_threads'
import { type SqliteFault, storeProblem } from './problems.ts'

/** What a worker is asked, and what it answers. */
export type Asked<Q> = { id: number; question: Q }
export type Answered<A> = { id: number; answer: A } | { id: number; fault: SqliteFault }

/** What a worker hears besides: to end, and of another thread that asks by a port of its own. */
export type Heard<Q> = Asked<Q> | 'close' | { connect: MessagePort }
/** What the writer says unasked: another thread has appended to a topic. */
export type Told = { appended: string }

export interface Caller<Q, A> {
  /** Rejects with STORE_UNAVAILABLE and a sentence that says what to do. */
  call: (question: Q) => Promise<A>
  /** Another thread asks by this port. */
  connect: (port: MessagePort) => void
  /** Resolves when all that was asked is answered and the worker has ended. */
  close: () => Promise<void>
}

/** In MB. What is asked and answered does not live long; where more is allowed V8 keeps more of what is no longer needed. */
const MEMORY = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 }

type Waiting<A> = { resolve: (answer: A) => void; reject: (error: Error) => void }
type HearTold = (told: Told) => void

/** Starts a worker on the file. Questions are answered in any order; when it dies all that wait are told. */
export function callWorker<Q, A>(url: URL, file: string, hear?: HearTold): Caller<Q, A> {
  const name = url.pathname.split('/').at(-1)
  const worker = new Worker(url, { workerData: { file }, execArgv: [], resourceLimits: MEMORY, name })
  const { call, end } = calls<Q, A>(worker, file, hear)
  const exited = new Promise<void>(resolve => worker.once('exit', () => resolve()))
  worker.on('error', error => end({ message: `The store's thread has failed: ${error}` }))
  worker.on('exit', () => end(CLOSED))

  return {
    call,
    connect: port => worker.postMessage({ connect: port } satisfies Heard<Q>, [port]),
    close: async () => {
      worker.postMessage('close')
      await exited
    }
  }
}

/** Asks a worker of another thread by a port; what waits is told when that thread has ended it. */
export function callPort<Q, A>(port: MessagePort, file: string, hear?: HearTold): Omit<Caller<Q, A>, 'connect'> {
  const { call, end } = calls<Q, A>(port, file, hear)
  const closed = new Promise<void>(resolve => port.once('close', () => resolve()))
  port.on('close', () => end(CLOSED))
  return {
    call,
    close: async () => {
      port.close()
      await closed
    }
  }
}

const CLOSED: SqliteFault = { message: 'The store is closed' }

function calls<Q, A>(to: Worker | MessagePort, file: string, hear?: HearTold) {
  const waiting = new Map<number, Waiting<A>>()
  let asked = 0
  let ended: SqliteFault | undefined

  const end = (fault: SqliteFault) => {
    ended ??= fault
    for (const { reject } of waiting.values()) reject(storeProblem(file, ended))
    waiting.clear()
  }
  to.on('message', (message: Answered<A> | Told) => {
    if ('appended' in message) return hear?.(message)
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if ('fault' in message) one?.reject(storeProblem(file, message.fault))
    else one?.resolve(message.answer)
  })
  const call = (question: Q) =>
    new Promise<A>((resolve, reject) => {
      if (ended) return reject(storeProblem(file, ended))
      asked += 1
      waiting.set(asked, { resolve, reject })
      to.postMessage({ id: asked, question } satisfies Asked<Q>)
    })
  return { call, end }
}
