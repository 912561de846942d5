import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { HuiyinError } from '@huiyin/domain/errors.ts'

export interface Terminal {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
}

export interface Questions {
  /** `hidden`: what is typed is not shown. Throws INVALID_REQUEST when the person gives up. */
  ask: (question: string, hidden: boolean) => Promise<string>
  end: () => void
}

/** Asks a person at a terminal, one line each. */
export function questions({ input, output }: Terminal): Questions {
  let shown = false // nor is what is pasted beyond the line that was asked for
  const echo = new Writable({
    write(chunk, _, done) {
      if (shown) output.write(chunk)
      done()
    }
  })
  const lines = createInterface({ input, output: echo, terminal: true, historySize: 0 })
  const given: string[] = []
  let waiting: ((line?: string) => void) | undefined
  let over = false
  const answer = (line?: string) => {
    const got = waiting
    shown = false
    waiting = undefined // the next line may come before this one was taken
    if (got) got(line)
    else if (line !== undefined) given.push(line) // pasted lines come before they are asked for
  }
  const end = () => {
    over = true
    answer()
  }
  lines.on('SIGINT', end)
  lines.on('close', end)
  lines.on('line', answer)

  const next = () =>
    new Promise<string | undefined>(resolve => {
      if (given.length > 0 || over) resolve(given.shift())
      else waiting = resolve
    })

  return {
    async ask(question, hidden) {
      output.write(`${question}: `)
      shown = !hidden
      const line = await next()
      if (hidden) output.write('\n')
      if (line === undefined)
        throw new HuiyinError('INVALID_REQUEST', 'Nothing was added: the questions were not answered')
      return line.trim()
    },
    end: () => lines.close()
  }
}
