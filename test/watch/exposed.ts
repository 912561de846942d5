import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '@huiyin/adapters/house.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import { serve } from '@huiyin/api/main.ts'
import { silent } from '@huiyin/ports/logger.ts'

const KIND = /^# TYPE (\S+) (\S+)$/gm

/** Every name that a process with the api exposes, those of a histogram's parts among them: asked of one that runs. */
export async function exposedNames(): Promise<ReadonlySet<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-exposed-'))
  const settings = settingsOf({ port: 0, data: folder, demo: 'off' })
  const house = await openHouse({ settings, folder, logger: silent })
  const ended = new AbortController()
  const { promise: listens, resolve } = Promise.withResolvers<unknown>()
  try {
    await house.rulebook.refresh()
    const serving = serve(house, ended.signal, resolve)
    await Promise.race([listens, serving])
    const text = await house.watch.watched.metrics.text()
    ended.abort()
    await serving
    return new Set(Array.from(text.matchAll(KIND), ([, name, kind]) => namesOf(name!, kind!)).flat())
  } finally {
    ended.abort()
    await house.close()
    await rm(folder, { recursive: true })
  }
}

const namesOf = (name: string, kind: string) =>
  kind === 'histogram' ? ['bucket', 'sum', 'count'].map(part => `${name}_${part}`) : [name]
