import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

type Reply = {
  id?: number
  method?: string
  sessionId?: string
  result?: Record<string, unknown>
  error?: { message: string }
}

/** A browser that is spoken to over two pipes; nothing listens on a port. */
export interface Browser {
  ask: (method: string, parameters?: object, session?: string) => Promise<Record<string, unknown>>
  /** Resolves at the next event of this name. */
  next: (method: string) => Promise<void>
  end: () => Promise<void>
}

type Waiting = { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }

/** Starts a browser of the Chromium family. All that is asked rejects once it has ended or did not start. */
export function openBrowser(program: string, flags: readonly string[], env: NodeJS.ProcessEnv): Browser {
  const child = spawn(program, [...flags, '--remote-debugging-pipe', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env
  })
  const asked = new Map<number, Waiting>()
  const awaited: { method: string; resolve: () => void; reject: (error: Error) => void }[] = []
  const exited = ended(child)
  let over: Error | undefined
  let id = 0

  void exited.then(reason => {
    over = new Error(reason)
    for (const { reject } of [...asked.values(), ...awaited]) reject(over)
  })
  const input = child.stdio[3] as Writable
  input.on('error', () => {}) // it has ended: whoever asks is told so
  readMessages(child.stdio[4] as Readable, reply => {
    const waiting = reply.id === undefined ? undefined : asked.get(reply.id)
    if (waiting) {
      asked.delete(reply.id!)
      if (reply.error) waiting.reject(new Error(reply.error.message))
      else waiting.resolve(reply.result ?? {})
    }
    const at = awaited.findIndex(({ method }) => method === reply.method)
    if (at >= 0) awaited.splice(at, 1)[0]!.resolve()
  })

  return {
    ask: (method, parameters = {}, session) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        id += 1
        asked.set(id, { resolve, reject })
        const message = { id, method, params: parameters, ...(session !== undefined && { sessionId: session }) }
        input.write(`${JSON.stringify(message)}\0`)
      }),
    next: method =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        awaited.push({ method, resolve, reject })
      }),
    async end() {
      child.kill('SIGKILL')
      await exited
    }
  }
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise(resolve => {
    child.once('error', ({ message }) => resolve(message))
    child.once('close', (code, signal) => resolve(`it ended with ${signal ?? code}`))
  })

/** Messages end with a zero byte. */
function readMessages(from: Readable, take: (reply: Reply) => void): void {
  let parts: Buffer[] = []
  from.on('error', () => {}) // it has ended
  from.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      const message = Buffer.concat([...parts, rest.subarray(0, at)]).toString()
      parts = []
      rest = rest.subarray(at + 1)
      take(JSON.parse(message) as Reply)
    }
    if (rest.length > 0) parts.push(rest)
  })
}
