import { Worker } from 'node:worker_threads'
import { type SqliteFault, storeProblem } from './problems.ts'

/** What a worker is asked, and what it answers. */
export type Asked<Q> = { id: number; question: Q }
export type Answered<A> = { id: number; answer: A } | { id: number; fault: SqliteFault }

export interface Caller<Q, A> {
  /** Rejects with STORE_UNAVAILABLE and a sentence that says what to do. */
  call: (question: Q) => Promise<A>
  /** Resolves when all that was asked is answered and the worker has ended. */
  close: () => Promise<void>
}

type Waiting<A> = { resolve: (answer: A) => void; reject: (error: Error) => void }

/** Starts a worker on the file. Questions are answered in any order; when it dies all that wait are told. */
export function callWorker<Q, A>(url: URL, file: string): Caller<Q, A> {
  const worker = new Worker(url, { workerData: { file }, execArgv: [], name: url.pathname.split('/').at(-1) })
  const waiting = new Map<number, Waiting<A>>()
  let asked = 0
  let ended: SqliteFault | undefined

  const end = (fault: SqliteFault) => {
    ended ??= fault
    for (const { reject } of waiting.values()) reject(storeProblem(file, ended))
    waiting.clear()
  }
  const exited = new Promise<void>(resolve => worker.once('exit', () => resolve()))
  worker.on('error', error => end({ message: `The store's thread has failed: ${error}` }))
  worker.on('exit', () => end({ message: 'The store is closed' }))
  worker.on('message', (answered: Answered<A>) => {
    const one = waiting.get(answered.id)
    waiting.delete(answered.id)
    if ('fault' in answered) one?.reject(storeProblem(file, answered.fault))
    else one?.resolve(answered.answer)
  })

  return {
    call: question =>
      new Promise((resolve, reject) => {
        if (ended) return reject(storeProblem(file, ended))
        asked += 1
        waiting.set(asked, { resolve, reject })
        worker.postMessage({ id: asked, question } satisfies Asked<Q>)
      }),
    close: async () => {
      worker.postMessage('close')
      await exited
    }
  }
}
