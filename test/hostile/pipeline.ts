import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '@huiyin/adapters/house.ts'
import { start as classifier } from '@huiyin/classifier/main.ts'
import { run as desk } from '@huiyin/desk/run.ts'
import { tick } from '@huiyin/desk/tick.ts'
import { silent } from '@huiyin/ports/logger.ts'

/** Classifier and desk behind the log of comments. */
export interface Pipeline {
  /** Resolves when what was published stands in the store and has its tickets. */
  drain: (now: number) => Promise<void>
  close: () => Promise<void>
}

const LOOKS_EVERY = 2

export function openPipeline(house: House): Pipeline {
  const end = new AbortController()
  const { logs, store } = house
  const ports = { classified: logs.classified, comments: store.comments, records: store.records, desk: house.desk }
  const parts = Promise.all([classifier(house, end.signal), desk({ ...ports, logger: silent }, end.signal)])
  const ended = parts.then(() => {
    if (!end.signal.aborted) throw new Error('The pipeline has ended')
  })

  async function emptied(): Promise<void> {
    while ((await logs.comments.lag('classifier')) > 0 || (await logs.classified.lag('desk')) > 0)
      await sleep(LOOKS_EVERY)
  }

  return {
    drain: async now => {
      await Promise.race([emptied(), ended])
      await tick({ desk: house.desk, comments: store.comments }, now)
    },
    close: async () => {
      end.abort()
      await parts
      await house.desk.publisher.idle()
    }
  }
}
