import { flushCompileCache } from 'node:module'
import { uptime } from 'node:os'
import { systemClock } from '@huiyin/adapters/clock.ts'
import { processLogger, runProcess } from '@huiyin/adapters/process.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { runService } from '@huiyin/cli/run-service.ts'

/** What the process above says: how far time has passed on, and by how much this machine's wall clock is wrong, in ms. */
export type Told = { ahead: number; wrong: number }

// What `npm run service -- NAME` runs, on a clock that the process above puts wrong and moves on:
// `node serve.ts NAME AHEAD WRONG`. Time that has passed is passed for all; a clock that is wrong is this machine's own.
const [name = '', ahead = '0', wrong = '0'] = process.argv.slice(2)
const told: Told = { ahead: Number(ahead), wrong: Number(wrong) }
process.on('message', (now: Told) => {
  Object.assign(told, now)
  process.send?.('heard')
})
process.on('disconnect', () => process.exit(1)) // nobody is left who would end it
process.channel?.unref()
setTimeout(flushCompileCache, 5_000).unref() // who is killed writes nothing at its end, and the next one starts in half the time

await runProcess(async signal => {
  const machine = systemClock(processLogger(await readSettings(process.env), name), {
    wall: () => Date.now() + told.wrong,
    monotonic: () => performance.now(),
    uptime: () => uptime() * 1000
  })
  await runService(name, signal, { ...machine, now: () => machine.now() + told.ahead })
})
process.disconnect?.()
