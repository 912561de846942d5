import { setTimeout as sleep } from 'node:timers/promises'
import { findMeans } from './means.ts'
import { alone, currentState, needed, removeState, type SharedState, writeState } from './shared-state.ts'

// The process that keeps the engines of a checkout, apart from the test files that use them.
// starting: alone, so that a second keeper waits, meets what the first has started, and ends.
// keeping:  until no process that enrolled is left, however it ended.
// stopping: alone again, so that nobody enrols between the last look and the end.

const forUser = Number(process.argv[2])
let stop = async () => {}

const state = await alone(async () => (await currentState(forUser)) ?? (await begun()))
tell(state)
if (state.keeper === process.pid && !('missing' in state)) await keep()

async function begun(): Promise<SharedState> {
  const state = await start()
  await writeState(state)
  return state
}

async function start(): Promise<SharedState> {
  try {
    const means = await findMeans()
    if ('missing' in means) return { keeper: process.pid, missing: means.missing, user: forUser }

    const { brokers, elasticsearch, stop: end } = await means.start()
    stop = end
    return { keeper: process.pid, brokers, elasticsearch }
  } catch (error) {
    return { keeper: process.pid, missing: (error as Error).message, user: forUser }
  }
}

function tell(state: SharedState) {
  if (process.connected) process.send!(state, () => process.connected && process.disconnect())
}

async function keep() {
  do await sleep(500)
  while (!(await alone(over)))
}

async function over(): Promise<boolean> {
  if (await needed()) return false
  await removeState(process.pid)
  await stop()
  return true
}
