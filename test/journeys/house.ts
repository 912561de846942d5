import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A running `npm start` or service, as a person starts it. */
export interface Running {
  url: string
  password: string | undefined
  /** What it wrote so far, both streams. */
  output: () => string
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

type Environment = Record<string, string>

const clean = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('HUIYIN_') && !name.startsWith('TAP'))
  )

/** Runs a program of the house in a process of its own. */
export function run(
  script: string,
  args: readonly string[],
  environment: Environment
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...clean(), NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let output = ''
  child.stdout?.on('data', data => {
    output += data
  })
  child.stderr?.on('data', data => {
    output += data
  })
  return { child, output: () => output }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  child.kill(signal)
  await once(child, 'exit')
  return child.exitCode
}

/** Starts the whole house in one process and waits until it says where it is. */
export async function start(environment: Environment): Promise<Running> {
  const { child, output } = run('services/embedded/src/main.ts', [], { HUIYIN_PORT: '0', ...environment })
  const url = await said(child, output, /is ready: (\S+)/)
  return { url, password: /with the password (\S+)/.exec(output())?.[1], output, stop: signal => end(child, signal) }
}

async function said(child: ChildProcess, output: () => string, what: RegExp): Promise<string> {
  while (true) {
    const found = what.exec(output())
    if (found) return found[1]!
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${output()}`)
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')])
  }
}

/** Asks until the answer is what one waits for; the last answer stands in the error. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  seconds = 180
): Promise<T> {
  const late = performance.now() + seconds * 1000
  while (true) {
    const answer = await ask()
    if (good(answer)) return answer
    if (performance.now() > late)
      throw new Error(`${what}: not within ${seconds} s, it is still ${JSON.stringify(answer)?.slice(0, 2000)}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

type Json = ReturnType<typeof JSON.parse>

/** Answers as they came: a test says what it expects of them. */
export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>
) => Promise<{ status: number; body: Json }>

type Who = { url: string; name?: string; password: string | undefined }

/** A person's client, signed in as the administrator unless named. */
export async function signIn({ url, name = 'admin', password }: Who): Promise<Client> {
  let cookie = ''
  const client: Client = async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        origin: url,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...headers
      },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
  const { status, body } = await client('POST', '/session', { name, password })
  if (status !== 200 && status !== 201) throw new Error(`Signing in was refused: ${status} ${JSON.stringify(body)}`)
  return client
}
