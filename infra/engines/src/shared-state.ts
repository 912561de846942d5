import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alive } from './alive.ts'
import { withLock } from './lock.ts'
import { elasticsearchAnswers, kafkaAnswers } from './probe.ts'

const FOLDER = join(import.meta.dirname, '../../../.cache/engines')
const STATE = join(FOLDER, 'state.json')
const USERS = join(FOLDER, 'users')

export const KEEPER_LOG = join(FOLDER, 'keeper.log')

/** What a checkout knows of its shared engines; a failure holds for the run that met it. */
export type SharedState =
  | { keeper: number; brokers: string; elasticsearch: string }
  | { keeper: number; missing: string; user: number }

/** Whoever reads, writes or ends the shared engines does it alone. */
export const alone = <T>(work: () => Promise<T>) => withLock(join(FOLDER, 'lock'), work)

/**
 * Who needs the engines: the whole run under tap, so that they outlive each test file; else this process.
 */
export const user = () => (process.env.TAP ? process.ppid : process.pid)

/** The engines stay as long as one enrolled process lives. */
export async function enrol(pid: number) {
  await mkdir(USERS, { recursive: true })
  await writeFile(join(USERS, String(pid)), '')
}

/** Enrolled no longer. */
export const leave = (pid: number) => rm(join(USERS, String(pid)), { force: true })

/** Whether anybody still needs the engines. */
export async function needed(): Promise<boolean> {
  const pids = (await readdir(USERS).catch(() => [])).map(Number)
  await Promise.all(pids.filter(pid => !alive(pid)).map(leave))
  return pids.some(alive)
}

/** What holds for this user: engines that answer, or why there are none; undefined when somebody must try. */
export async function currentState(pid: number): Promise<SharedState | undefined> {
  const state = await readState()
  if (!state) return undefined
  if ('missing' in state) return state.user === pid ? state : undefined

  const answers = [alive(state.keeper), kafkaAnswers(state.brokers), elasticsearchAnswers(state.elasticsearch)]
  return (await Promise.all(answers)).every(Boolean) ? state : undefined
}

/** The state as it was written, true or not. */
export async function readState(): Promise<SharedState | undefined> {
  try {
    return JSON.parse(await readFile(STATE, 'utf8'))
  } catch {
    return undefined
  }
}

/** Leaves word for the others. */
export async function writeState(state: SharedState) {
  await writeFile(`${STATE}.new`, JSON.stringify(state))
  await rename(`${STATE}.new`, STATE)
}

/** Takes back what this keeper wrote, and nobody else's. */
export async function removeState(keeper: number) {
  if ((await readState())?.keeper === keeper) await rm(STATE)
}
