import { setImmediate as turn } from 'node:timers/promises'
import { inStages } from '@huiyin/ports/in-stages.ts'
import t from 'tap'
import { memoryEventLog } from '../src/memory/event-log.ts'

type Note = { key: string; text: string }

/** A log of one key with these notes, read one by one, and what is committed of it. */
async function notes(...texts: string[]) {
  const log = memoryEventLog<Note>({ parse: value => value as Note })
  await log.append(texts.map(text => ({ key: 'a', text })))
  const read = (signal: AbortSignal) => log.read({ group: 'reader', atMost: 1, signal })
  const left = () => log.lag('reader')
  return { log, read, left }
}

const textOf = ([note]: readonly Note[]) => note!.text

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await turn()
}

t.test('batches in two stages', async t => {
  t.test('the second stage of one goes on beside the first of the next, and no third batch begins', async t => {
    const { read, left } = await notes('1', '2', '3')
    const done = new AbortController()
    const gate = Promise.withResolvers<void>()
    const begun: string[] = []
    const first = async (events: readonly Note[]) => {
      begun.push(`first ${textOf(events)}`)
      return textOf(events)
    }
    const second = async (text: string) => {
      begun.push(`second ${text}`)
      if (text === '1') await gate.promise
    }
    const running = inStages(read, { first, second }, done.signal)
    await until(() => begun.length === 3)
    for (let i = 0; i < 10; i++) await turn()
    t.strictSame(begun, ['first 1', 'second 1', 'first 2'])
    t.equal(await left(), 3, 'nothing is committed before its second stage is done')
    gate.resolve()
    await until(async () => (await left()) === 0)
    t.strictSame(begun.slice(3), ['second 2', 'first 3', 'second 3'])
    done.abort()
    await running
  })

  t.test('after the signal what is in hand is committed, and nothing else is begun', async t => {
    const { read, left } = await notes('1', '2', '3')
    const done = new AbortController()
    const taken: string[] = []
    const second = async (text: string) => {
      done.abort()
      await turn()
      taken.push(text)
    }
    await inStages(read, { first: async events => textOf(events), second }, done.signal)
    t.match(taken, ['1'])
    t.equal(await left(), 3 - taken.length)
  })

  t.test('an error in a second stage is thrown, though no batch comes any more', async t => {
    const { read, left } = await notes('1')
    const second = () => Promise.reject(new Error('the store is broken'))
    const running = inStages(read, { first: async events => events, second }, new AbortController().signal)
    await t.rejects(running, { message: 'the store is broken' })
    t.equal(await left(), 1)
  })

  t.test('an error in a first stage is thrown once the batch ahead is committed', async t => {
    const { read, left } = await notes('1', '2')
    const first = async (events: readonly Note[]) => {
      if (textOf(events) === '2') throw new Error('the store is broken')
    }
    const second = async () => {
      await turn()
    }
    await t.rejects(inStages(read, { first, second }, new AbortController().signal), { message: 'the store is broken' })
    t.equal(await left(), 1)
  })
})
