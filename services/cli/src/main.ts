import { explain } from '@huiyin/adapters/process.ts'
import { CommanderError } from 'commander'
import { program } from './program.ts'
import { tellRest } from './terminal.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const asked = new AbortController()
process.umask(0o077) // exports hold what citizens wrote
for (const name of SIGNALS) process.on(name, () => (asked.signal.aborted ? process.exit(130) : asked.abort()))

const terminal = {
  print: (text: string) => void process.stdout.write(text),
  signal: asked.signal,
  deaf: () => SIGNALS.forEach(name => void process.removeAllListeners(name))
}

try {
  await program(terminal).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode
  else if (asked.signal.aborted) {
    process.stderr.write('huiyin: stopped; what was taken stays, and running it again doubles nothing\n')
    process.exitCode = 130
  } else {
    process.stderr.write(`huiyin: ${explain(error)}\n`)
    process.exitCode = 1
  }
} finally {
  tellRest()
}
