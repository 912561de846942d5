import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type House, openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { launchEngines } from '@huiyin/engines/launch.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { silent } from '@huiyin/ports/logger.ts'

/** Works in a house of its own, of either world, whose data are gone afterwards. */
export async function inHouse(
  { engines, clock, more = {} }: { engines: boolean; clock: Clock; more?: NodeJS.ProcessEnv },
  work: (house: House) => Promise<void>
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
  const launched = engines ? await launchEngines({ long: true }) : undefined
  try {
    const { brokers, elasticsearch } = launched ?? {}
    const environment = launched && { HUIYIN_LOG: `kafka://${brokers}`, HUIYIN_STORE: elasticsearch }
    const settings = await readSettings({ ...environment, HUIYIN_PREFIX: 'bench', ...more })
    const house = await openHouse({ settings, folder, logger: silent, clock })
    try {
      await work(house)
    } finally {
      await house.close()
    }
  } finally {
    await launched?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
