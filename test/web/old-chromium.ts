/**
 * Chromium 109 itself, out of the npm package `@sparticuz/chromium@109.0.6` (`npm pack` it and unpack it somewhere; it is
 * too big, and too old, to be installed with everything else). Driven by its own protocol over a WebSocket:
 * playwright-core speaks to newer ones only.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { createBrotliDecompress } from 'node:zlib'
import type { Test } from 'tap'

type Answer = {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: Json
  error?: { message: string }
}
// biome-ignore lint/suspicious/noExplicitAny: the protocol's own shapes
type Json = any
type Ask = (method: string, params?: object) => Promise<Json>

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', '--window-size=1366,768']

/** A page of Chromium 109 until the test ends. `packed`: the unpacked npm package. */
export async function openOldChromium(t: Test, packed: string) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-old-chromium-'))
  const program = join(folder, 'chromium')
  await unpack(join(packed, 'bin/chromium.br'), program)
  const child = spawn(program, [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, 'about:blank'])
  t.teardown(async () => {
    await ended(child)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const socket = new WebSocket(await addressOf(child))
  await once(socket, 'open')
  const complaints: string[] = []
  const ask = asking(socket, complaints)
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const page = asking(socket, complaints, sessionId)
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page(`${domain}.enable`)
  const evaluate = async (expression: string): Promise<Json> => {
    const { result, exceptionDetails } = await page('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true
    })
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return result.value
  }
  return {
    version: (await ask('Browser.getVersion')).product as string,
    complaints,
    ask: page,
    evaluate,
    /** Waits until an expression holds in the page. */
    until: async (expression: string, seconds = 20) => {
      const late = performance.now() + seconds * 1000
      while (!(await evaluate(expression))) {
        if (performance.now() > late)
          throw new Error(`Not within ${seconds} s: ${expression}; ${complaints.join('; ')}`)
        await sleep(100)
      }
    },
    picture: async (): Promise<Buffer> => Buffer.from((await page('Page.captureScreenshot')).data, 'base64')
  }
}

async function unpack(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))
  await chmod(to, 0o755)
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr!.on('data', data => {
    said += data
  })
  while (true) {
    const found = /DevTools listening on (ws:\S+)/.exec(said)
    if (found) return found[1]!
    if (child.exitCode !== null) throw new Error(`Chromium 109 ended with ${child.exitCode}: ${said}`)
    await sleep(50)
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

let last = 0

function asking(socket: WebSocket, complaints: string[], sessionId?: string): Ask {
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer & { sessionId?: string }
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
    else if (sessionId !== undefined && answer.sessionId === sessionId) complaints.push(...complaintOf(answer))
  })
  return async (method, params = {}) => {
    const id = ++last
    const told = new Promise<Answer>(resolve => waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }))
    const { result, error } = await told
    waiting.delete(id)
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
}

function complaintOf({ method, params = {} }: Answer): string[] {
  const { exceptionDetails, entry, type, args } = params as Record<string, Json>
  if (method === 'Runtime.exceptionThrown') return [exceptionDetails.exception?.description ?? exceptionDetails.text]
  if (method === 'Log.entryAdded' && entry.level === 'error') return [`${entry.text} ${entry.url ?? ''}`]
  if (method === 'Runtime.consoleAPICalled' && type === 'error') return [JSON.stringify(args)]
  return []
}
