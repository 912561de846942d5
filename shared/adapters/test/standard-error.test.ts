import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'

const LINES = 20_000

/** A process that writes so many log lines, and ends when it is told to or has a reader no more. */
const writes = (lines: number, isSudden = true) => {
  const url = new URL('../src/process.ts', import.meta.url).href
  const program = `
    const { processLogger } = await import('${url}')
    const logger = processLogger({ logLevel: 'info' }, 'test')
    for (let n = 0; n < ${lines}; n++) logger.info({ n }, '回音')
    process.on('disconnect', () => {
      for (let n = 0; n < 100; n++) logger.info({ n }, '回音')
      if (${isSudden}) process.exit(7)
      process.exitCode = 7
    })
    process.send('written')
  `
  const { NODE_OPTIONS: _, ...env } = process.env
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  })
}

t.test('the standard error', async t => {
  t.test('bears every line in its order', async t => {
    const child = writes(LINES, false)
    const told = text(child.stderr!)
    await once(child, 'message')
    child.disconnect()
    t.same(await once(child, 'exit'), [7, null])
    const numbers = (await told)
      .split('\n')
      .flatMap(line => (line.startsWith('{') ? [JSON.parse(line).n as number] : []))
    t.same(numbers, [...Array(LINES).keys(), ...Array(100).keys()])
  })
  t.test('does not keep a process from its work and from its end when its reader is gone', async t => {
    const child = writes(LINES)
    child.stderr!.destroy()
    await once(child, 'message')
    child.disconnect()
    t.same(await once(child, 'exit'), [7, null])
  })
  t.test('does not hold up the work when its reader has stopped reading', async t => {
    const child = writes(LINES)
    child.stderr!.pause()
    await once(child, 'message')
    await sleep(300)
    t.equal(child.exitCode, null)
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
})
