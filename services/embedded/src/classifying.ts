import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { House, Start } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Given, Said } from './classifier-thread.ts'

/** It is looked so often whether there is something to classify while the thread is not there, in ms. */
const LOOK_EVERY = 200
/** After so many ms without a comment the thread ends, and gives its 100 MB back. */
const IDLE = 10 * 60_000

/** In MB; it needs 60. */
const MEMORY = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 256 }

/**
 * Classifies in a thread of its own that reads and writes the same file: it takes half of what a comment costs, and people
 * are answered meanwhile. It is there while comments come. Where the log is no file the classifier is a service like any
 * other, and `otherwise` runs.
 */
export const classifying =
  (otherwise: () => Promise<Start>): Start =>
  async (house, signal) => {
    const { neighbour, logs, meter } = house
    if (!neighbour) return (await otherwise())(house, signal)
    const lag = () => logs.comments.lag('classifier')
    const stopReading = meter.read('reader_lag_events', async () => [
      { labels: { topic: 'comments', group: 'classifier', partition: '0' }, value: await lag() }
    ])
    while (!signal.aborted) {
      if ((await lag()) > 0) await inThread(house, neighbour(), signal)
      else await sleep(LOOK_EVERY, undefined, { signal }).catch(() => {}) // the signal: the loop ends by it
    }
    stopReading()
  }

/** Resolves when it was told to end, or had nothing to do for long. */
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
  const idle = setTimeout(end, IDLE)
  worker.on('error', error => {
    fault = error
  })
  worker.on('message', (said: Said) => {
    idle.refresh() // each batch is measured
    hear(said, house)
  })
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()
  const [code] = (await once(worker, 'exit')) as [number]
  clearTimeout(idle)
  signal.removeEventListener('abort', end)
  if (fault !== undefined) throw fault
  if (code !== 0 || !told)
    throw new HuiyinError('STORE_UNAVAILABLE', `The thread that classifies ended by itself, with code ${code}`)
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
