import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'

// Loaded before a service (`--import`): the first SIGUSR2 starts a CPU profile, the next writes it to BENCH_PROFILE.
const EVERY = 500 // µs

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: EVERY })
let running = false

process.on('SIGUSR2', async () => {
  running = !running
  if (running) await session.post('Profiler.start')
  else writeFileSync(process.env.BENCH_PROFILE!, JSON.stringify((await session.post('Profiler.stop')).profile))
})
