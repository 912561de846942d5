import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type House, openHouse, type Start, together } from '@huiyin/adapters/house.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Test } from 'tap'
import { controlPath } from '../src/control/path.ts'
import { listenControl } from '../src/control-server.ts'
import { officeFolder } from '../src/world.ts'
import type { Office } from './house.ts'

/** A server that owns the office's folder until the test ends, with services at work if they are wanted. */
export async function serve(
  t: Test,
  { settings }: Pick<Office, 'settings'>,
  services: readonly Start[] = []
): Promise<House> {
  const folder = officeFolder(settings)
  const house = await openHouse({ settings, folder, logger: silent })
  const ended = new AbortController()
  const serving = together(
    ended.signal,
    [listenControl, ...services].map(part => (signal: AbortSignal) => part(house, signal))
  )
  t.teardown(async () => {
    ended.abort()
    await serving
    await house.close()
  })
  while (!existsSync(controlPath(folder))) await sleep(10)
  return house
}
