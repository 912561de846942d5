import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { figure } from './machine.ts'

export type Welcome = { url: string; administrator?: { name: string; password: string } }
type Told = { ready?: Welcome; filled?: number }

/** Starts a program of this folder in a process of its own. */
export const start = (program: string, args: readonly string[]): ChildProcess =>
  fork(join(import.meta.dirname, program), args, { execArgv: [] })

/** Resolves once it listens, with `n` tickets; rejects when it ends before. */
export function ready(child: ChildProcess, n: number): Promise<Welcome> {
  return new Promise((resolve, reject) => {
    child.on('message', ({ ready, filled = n }: Told) => {
      progress(filled < n ? `${figure(filled)} of ${figure(n)} tickets` : '')
      if (ready) resolve(ready)
    })
    child.once('exit', () => reject(new Error('It ended before it listened; its words stand above')))
  })
}

/** Lets go of it, and waits until it has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  if (child.connected) child.disconnect()
  await exit
}

/** One line that changes, on a terminal only. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}
