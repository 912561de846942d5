import { write, writeSync } from 'node:fs'

/** What waits while nobody reads it, in characters; what comes beyond that is dropped, and told by its number. */
const WAITS_AT_MOST = 4_000_000
const AGAIN = 100
const STANDARD_ERROR = 2

/**
 * The standard error as a destination for lines, which holds nobody up: a reader that is slow is waited for beside the
 * work, to one that is gone nothing is written any more, and at the end what waits is given two seconds. (Pino's
 * own destination tries for ever at the end when its reader is gone: the process hangs and does nothing.)
 */
export function standardError(fd = STANDARD_ERROR): { write: (line: string) => void } {
  let waiting = ''
  let dropped = 0
  /** What is on its way; `held` back while the reader is slow. */
  let current: { rest: Buffer; held: boolean } | undefined
  let isGone = false

  function send(rest: Buffer): void {
    current = { rest, held: false }
    write(fd, rest, (error, written) => {
      if (error?.code === 'EAGAIN') {
        current = { rest, held: true }
        setTimeout(send, AGAIN, rest).unref()
      } else if (error) isGone = true
      else if (written < rest.length) send(rest.subarray(written))
      else {
        current = undefined
        next()
      }
    })
  }

  function next(): void {
    if (current || waiting === '') return
    const lines = waiting
    waiting = ''
    send(Buffer.from(lines))
  }

  process.once('exit', () => {
    if (isGone) return
    const held = current?.held ? current.rest : Buffer.alloc(0)
    const behind = waiting !== '' && current && !current.held ? `\n${waiting}` : waiting // half a line may stand before it
    finish(fd, Buffer.concat([held, Buffer.from(behind)]))
  })

  return {
    write(line) {
      if (isGone) return
      if (waiting.length > WAITS_AT_MOST) {
        dropped += 1
        return
      }
      if (dropped > 0)
        waiting += `${JSON.stringify({ level: 40, dropped, msg: 'lines were dropped: nobody read them' })}\n`
      dropped = 0
      waiting += line
      next()
    }
  }
}

const ATTEMPTS = 100
const BETWEEN = 20

/** Two seconds for a reader that is slow; none for one that is gone. */
function finish(fd: number, lines: Buffer): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  let rest = lines
  for (let attempts = 0; attempts < ATTEMPTS && rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(fd, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
      attempts += 1
      Atomics.wait(pause, 0, 0, BETWEEN)
    }
  }
}
