import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorld } from '@huiyin/adapters/open.ts'
import { settingsOf } from '@huiyin/adapters/settings.ts'
import type { AppOptions } from '@huiyin/api/app.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { pino } from 'pino'
import type { Test } from 'tap'
import { enter } from '../../services/api/test/house.ts'
import { declared } from '../../services/api/test/walk/declared.ts'
import { openTown } from '../../services/api/test/walk/town.ts'
import { type Ask, ask, SAME_ORIGIN } from './client.ts'

/** A house that listens, over SQLite in a folder of its own. Who attacks has nothing but its address. */
export type Siege = Awaited<ReturnType<typeof besiege>>

export async function besiege(t: Test, overrides: Partial<AppOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-siege-'))
  const world = await openWorld(settingsOf({ data: folder }), silent, folder)
  const log = keptLog()
  const { events, told } = keptEvents(world.logs.events)
  const house = await openTown(t, { logger: log.logger, ...overrides }, { store: world.store, events })
  const routes = declared(house)
  const origin = await house.app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(async () => {
    await world.close()
    await rm(folder, { recursive: true })
  })

  const at = (path: string, options?: Ask) => ask(origin, path, options)
  /** As our own page asks. */
  const post = (path: string, body?: object, headers: Ask['headers'] = {}) =>
    at(path, { method: 'POST', ...(body && { body }), headers: { ...SAME_ORIGIN, ...headers } })
  /** Somebody who is signed in; answers what their browser sends. */
  const cookieOf = async (actor: Actor) => (await enter(house, actor)).cookie
  return { house, routes, origin, world, folder, told, at, post, cookieOf, ...log }
}

/** The lines of the log as they would stand in a file. */
function keptLog() {
  const lines: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  /** What was warned of since this was asked last. */
  const warned = (): { msg: string; code?: string; route?: string }[] =>
    lines
      .splice(0)
      .map(line => JSON.parse(line))
      .filter(({ level }) => level >= 40)
  return { lines, logger, warned }
}

/** The log of events, and what it has taken. */
function keptEvents(log: EventLog<HouseEvent>) {
  const told: HouseEvent[] = []
  const append: EventLog<HouseEvent>['append'] = async events => {
    const positions = await log.append(events)
    told.push(...events)
    return positions
  }
  return { events: { ...log, append }, told }
}
