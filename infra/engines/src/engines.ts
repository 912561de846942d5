import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { alone, currentState, enrol, KEEPER_LOG, leave, type SharedState, user } from './shared-state.ts'

/** Both engines, or the reason why there are none: `const { brokers, elasticsearch, missing } = await engines()`. */
export type SharedEngines =
  | { brokers: string; elasticsearch: string; stop: () => Promise<void>; missing?: undefined }
  | { missing: string; brokers?: undefined; elasticsearch?: undefined; stop?: undefined }

/**
 * The Kafka and Elasticsearch that tests share: those that KAFKA_BROKERS and ELASTICSEARCH_URL name,
 * or one pair per checkout, which the first who asks starts and which ends with the last run that asked.
 * They are shared with other test files at the same time: name topics, groups and indices by a prefix of your own.
 * Where CI is true a missing engine is an error, not a skip.
 */
export async function engines(): Promise<SharedEngines> {
  const { KAFKA_BROKERS, ELASTICSEARCH_URL, CI } = process.env
  if (KAFKA_BROKERS && ELASTICSEARCH_URL) {
    return { brokers: KAFKA_BROKERS, elasticsearch: ELASTICSEARCH_URL, stop: async () => {} }
  }

  const state = (await alone(enrolled)) ?? (await askKeeper())
  if (!('missing' in state)) return { brokers: state.brokers, elasticsearch: state.elasticsearch, stop }
  if (CI === 'true') throw new Error(state.missing)
  return { missing: state.missing }
}

// Enrolled before looking, in one step: a keeper that is about to end sees us or has taken its word back.
async function enrolled(): Promise<SharedState | undefined> {
  await enrol(user())
  return currentState(user())
}

// Under tap the run lets go, not the test file.
const stop = async () => {
  if (user() === process.pid) await leave(process.pid)
}

async function askKeeper(): Promise<SharedState> {
  const keeper = spawnKeeper()
  const aborted = new AbortController()
  const told = once(keeper, 'message', aborted).then(([state]) => state as SharedState)
  const ended = once(keeper, 'exit', aborted).then(() => ({ ...lost, keeper: keeper.pid ?? 0, user: user() }))
  const state = await Promise.race([told, ended])
  aborted.abort()
  await Promise.allSettled([told, ended])
  if (keeper.connected) keeper.disconnect()
  keeper.unref()
  return state
}

const lost = { missing: `The keeper of the shared engines ended without a word; see ${KEEPER_LOG}` }

function spawnKeeper() {
  mkdirSync(dirname(KEEPER_LOG), { recursive: true })
  const log = openSync(KEEPER_LOG, 'a')
  const { NODE_OPTIONS: _, ...env } = process.env // tap's loaders are none of the keeper's business
  const args = [join(import.meta.dirname, 'keeper.ts'), String(user())]
  const keeper = spawn(process.execPath, args, { detached: true, env, stdio: ['ignore', log, log, 'ipc'] })
  closeSync(log)
  return keeper
}
