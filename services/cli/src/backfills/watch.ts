import { setTimeout as sleep } from 'node:timers/promises'
import type { BackfillDesk, BackfillSeen } from './desk.ts'

/** Where the progress of a back-fill is shown. */
export interface Shown {
  say: (job: BackfillSeen) => void
  end: () => void
}

export interface WatchOptions {
  key: { platform: string; id: string }
  shown: Shown
  /** Ends the watching, not the back-fill. */
  signal: AbortSignal
  /** In ms. */
  every?: number
}

/** Shows a back-fill until it is done, or until the signal; answers how it stood last, undefined when there is none. */
export async function watchBackfill(
  desk: Pick<BackfillDesk, 'status'>,
  { key, shown, signal, every = 500 }: WatchOptions
): Promise<BackfillSeen | undefined> {
  try {
    while (true) {
      const [job] = await desk.status(key)
      if (!job) return undefined
      shown.say(job)
      if (job.state === 'done' || signal.aborted) return job
      await sleep(every, undefined, { signal }).catch(() => {}) // looked at once more, then left
    }
  } finally {
    shown.end()
  }
}
