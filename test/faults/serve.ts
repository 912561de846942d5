import { runProcess } from '@huiyin/adapters/process.ts'
import { runService } from '@huiyin/cli/run-service.ts'

// What `npm run service -- NAME` runs, on a clock that the process above moves on: `node serve.ts NAME AHEAD`, in ms.
// It is told by messages how far ahead of the machine's it is, and says so when it is.
let ahead = Number(process.argv[3] ?? 0)
process.on('message', (ms: number) => {
  ahead = ms
  process.send?.(ms)
})
process.on('disconnect', () => process.exit(1)) // nobody is left who would end it
process.channel?.unref()

await runProcess(signal => runService(process.argv[2] ?? '', signal, { now: () => Date.now() + ahead }))
process.disconnect?.()
