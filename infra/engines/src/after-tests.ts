import { setTimeout as sleep } from 'node:timers/promises'
import { alive } from './alive.ts'
import { leave, needed, readState } from './shared-state.ts'

// Lets go of the shared engines and, unless another run needs them, waits until they are gone.
// A run that never comes here loses nothing: the keeper sees that it ended.
const WAITS = 100

await leave(process.ppid)
const keeper = (await readState())?.keeper
for (let i = 0; i < WAITS && keeper && alive(keeper) && !(await needed()); i++) await sleep(100)
