import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Given, Said } from './classifier-thread.ts'

/** It is looked so often how much waits, in ms. */
const LOOK_EVERY = 200
/** So many comments that wait are more than what shares a thread with the people at the desk should take; 0.1 s of work. */
const MANY = 500
/** After so many ms without that many the thread ends, and gives its 100 MB back. */
const CALM = 60_000

/** In MB; it needs 60. */
const MEMORY = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 }

/**
 * Classifies in the house's own thread while comments come one by one, and in a thread beside it that reads and writes the
 * same file while many wait: it takes half of what a comment costs, and people are answered meanwhile. Where the log is no
 * file the classifier is a service like any other.
 */
export const classifying: Start = async (house, signal) => {
  const { neighbour } = house
  if (!neighbour) return (await classifier())(house, signal)
  while (!signal.aborted) {
    await untilSome(house, signal)
    await whileFew(house, signal)
    if (!signal.aborted) await inThread(house, neighbour(), signal)
  }
}

/** What it needs is loaded once somebody has written. */
const classifier = async () => (await import('@huiyin/classifier/main.ts')).start

const waiting = ({ logs }: House) => logs.comments.lag('classifier')
const pause = (signal: AbortSignal) => sleep(LOOK_EVERY, undefined, { signal }).catch(() => {}) // who waits looks at the signal

async function untilSome(house: House, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await waiting(house)) === 0) await pause(signal)
}

/** Resolves when many wait. */
async function whileFew(house: House, signal: AbortSignal): Promise<void> {
  if ((await waiting(house)) >= MANY) return
  const start = await classifier()
  const many = new AbortController()
  await together(AbortSignal.any([signal, many.signal]), [
    signal => start(house, signal),
    async signal => {
      while (!signal.aborted && (await waiting(house)) < MANY) await pause(signal)
      many.abort()
    }
  ])
}

/** Resolves when it was told to end, or little has waited for long. */
async function inThread(house: House, neighbour: Given['neighbour'], signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./classifier-thread.ts', import.meta.url), {
    workerData: givenOf(house, neighbour),
    transferList: [neighbour.writer, neighbour.reader],
    execArgv: [],
    resourceLimits: MEMORY,
    name: 'classifier'
  })
  let fault: unknown
  let told = false
  const end = () => {
    told = true
    worker.postMessage('end')
  }
  worker.on('error', error => {
    fault = error
  })
  worker.on('message', (said: Said) => hear(said, house))
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()
  const stopReading = house.meter.read('reader_lag_events', async () => [
    { labels: { topic: 'comments', group: 'classifier', partition: '0' }, value: await waiting(house) }
  ])
  const gone = new AbortController()
  const exit = new Promise<number>(resolve => worker.once('exit', resolve)).finally(() => gone.abort())
  try {
    await untilCalm(house, AbortSignal.any([signal, gone.signal]))
  } finally {
    if (!told && !gone.signal.aborted) end()
    signal.removeEventListener('abort', end)
    stopReading()
  }
  const code = await exit
  if (fault !== undefined) throw fault
  if (code !== 0 || !told)
    throw new HuiyinError('STORE_UNAVAILABLE', `The thread that classifies ended by itself, with code ${code}`)
}

/** Resolves when little has waited for long. */
async function untilCalm(house: House, signal: AbortSignal): Promise<void> {
  let since = performance.now()
  while (!signal.aborted && performance.now() - since < CALM) {
    if ((await waiting(house)) >= MANY) since = performance.now()
    await pause(signal)
  }
}

const givenOf = ({ settings, folder, logger }: House, neighbour: Given['neighbour']): Given => ({
  neighbour,
  folder,
  debug: logger.debug !== undefined,
  departments: settings.departments,
  places: settings.places
})

/** What the thread says goes where all of the house does. */
function hear(said: Said, { logger, meter }: House): void {
  if ('level' in said) return logger[said.level]?.(said.fields, said.message)
  const tell = meter[said.measure] as (metric: string, labels: object, value: unknown) => void
  tell(said.metric, said.labels, said.value)
}
