import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { CalendarStore } from '@huiyin/ports/calendars.ts'
import type { Learned } from '@huiyin/ports/corrections.ts'
import type { Adoption } from '@huiyin/ports/environment.ts'
import type { Rebuilds } from '@huiyin/ports/rebuilds.ts'
import type { AccountDesk } from '../accounts/desk.ts'
import type { KeyDesk } from '../accounts/key-desk.ts'
import { type AppraisalDesk, appraisalsOver } from '../appraisals/desk.ts'
import { type ArchiveDesk, archivesOver } from '../archives/desk.ts'
import type { AuditDesk } from '../audit/desk.ts'
import { auditOver } from '../audit/over-control.ts'
import type { BackfillDesk } from '../backfills/desk.ts'
import type { BackedUp } from '../backup/tell.ts'
import { ofLots, type Taught } from '../corrections.ts'
import { type ErasureDesk, erasuresOver } from '../erasures/desk.ts'
import type { Door } from '../import/door.ts'
import { linesOf } from '../import/lines.ts'
import type { ParkedDesk, ParkedEntry } from '../parked.ts'
import { rebuildOver } from '../rebuild/over-control.ts'
import { type ReportDesk, reportsOver } from '../reports/desk.ts'
import type { RetentionDesk } from '../retention/desk.ts'
import { retentionOver } from '../retention/over-control.ts'
import type { InForce } from '../rules-in-force.ts'
import type { SettingsAtTerminal } from '../settings/at-terminal.ts'
import { settingsOver } from '../settings/over-control.ts'
import type { UserDesk } from '../users/desk.ts'
import { who } from '../who.ts'
import { type Answer, type Ask, line } from './messages.ts'
import { controlPath } from './path.ts'

/** A conversation with the process that owns a folder. */
export interface Control {
  door: Door
  parked: ParkedDesk
  /** Of one conversation, once. */
  corrections: Taught
  calendars: CalendarStore
  rules: () => Promise<InForce>
  adopt: () => Promise<Adoption>
  accounts: AccountDesk
  keys: KeyDesk
  backfills: BackfillDesk
  users: UserDesk
  audit: AuditDesk
  rebuilds: Rebuilds
  /** Says in the trail that a backup was taken. */
  backedUp: (of: BackedUp) => Promise<void>
  retention: RetentionDesk
  archives: ArchiveDesk
  erasures: ErasureDesk
  reports: ReportDesk
  appraisals: AppraisalDesk
  kept: SettingsAtTerminal
  close: () => void
}

const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK'])

/** Undefined when no process listens there. */
export async function connectControl(folder: string): Promise<Control | undefined> {
  const socket = createConnection(controlPath(folder))
  try {
    await once(socket, 'connect')
  } catch (error) {
    if (NOBODY.has((error as NodeJS.ErrnoException).code ?? '')) return
    throw error
  }
  const { send, answered } = speak(socket)
  const ask = async <T>(message: Ask): Promise<T> => {
    const [answer] = await Promise.all([answered(), send(line(message))])
    return answer as T
  }
  return {
    door: {
      put: observations => send(observations.map(observation => line({ observation })).join('')),
      drain: () => ask({ ask: 'drain' })
    },
    parked: {
      list: page => ask<ParkedEntry[]>({ ask: 'parked.list', ...page }),
      show: id => ask<ParkedEntry>({ ask: 'parked.show', id }),
      replay: id => ask<ParkedEntry>({ ask: 'parked.replay', id })
    },
    corrections: () => ofLots(() => ask<Learned[]>({ ask: 'corrections' })),
    calendars: {
      newest: id => ask({ ask: 'calendar.newest', id }),
      nextVersion: id => ask({ ask: 'calendar.next', id }),
      add: calendar => ask({ ask: 'calendar.add', calendar, by: who() })
    },
    rules: () => ask<InForce>({ ask: 'rules' }),
    adopt: () => ask<Adoption>({ ask: 'adopt' }),
    accounts: {
      list: () => ask({ ask: 'account.list' }),
      add: async (account, by) => void (await ask({ ask: 'account.add', account, by })),
      setState: async (key, state, by) => void (await ask({ ask: 'account.state', ...key, state, by })),
      check: ({ platform, id }) => ask({ ask: 'account.check', platform, id })
    },
    keys: {
      show: () => ask({ ask: 'keys.show' }),
      add: () => ask({ ask: 'keys.add' }),
      reseal: place => ask({ ask: 'keys.reseal', ...(place && { place }) }),
      prune: () => ask({ ask: 'keys.prune' })
    },
    backfills: {
      start: ({ platform, id }, asked) => ask({ ask: 'backfill.start', platform, id, ...asked }),
      status: key => ask({ ask: 'backfill.status', ...(key && { of: { platform: key.platform, id: key.id } }) }),
      setState: ({ platform, id }, state) => ask({ ask: 'backfill.state', platform, id, state })
    },
    users: {
      list: () => ask({ ask: 'user.list' }),
      add: (user, by) => ask({ ask: 'user.add', user, by }),
      reset: (id, secondFactor, by) => ask({ ask: 'user.reset', id, secondFactor, by }),
      suspend: (id, why, by) => ask({ ask: 'user.suspend', id, why, by }),
      resume: (id, by) => ask({ ask: 'user.resume', id, by })
    },
    audit: auditOver(ask),
    rebuilds: rebuildOver(ask),
    retention: retentionOver(ask),
    backedUp: async of => void (await ask({ ask: 'backup.taken', of })),
    appraisals: appraisalsOver((what, of) => ask({ ask: 'appraisal', what, of })),
    reports: reportsOver((what, of) => ask({ ask: 'report', what, of })),
    erasures: erasuresOver((what, of) => ask({ ask: 'erasure', what, ...(of !== undefined && { of }) })),
    archives: archivesOver((what, of) => ask({ ask: 'archive', what, ...(of !== undefined && { of }) })),
    kept: settingsOver(ask),
    close: () => socket.destroy()
  }
}

/** One question at a time; the end of the connection before its answer is an error. */
function speak(socket: Socket) {
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  let waiting = Promise.withResolvers<unknown>()

  const listen = async () => {
    for await (const lines of linesOf(socket.setEncoding('utf8')))
      for (const { text = '' } of lines) {
        const answer = JSON.parse(text) as Answer
        if ('error' in answer) throw new HuiyinError(answer.error.code, answer.error.message)
        if ('taken' in answer) continue
        waiting.resolve(answer.answer)
        waiting = Promise.withResolvers()
      }
    throw ended()
  }
  listen().catch(error => lost.reject(error instanceof HuiyinError ? error : ended(error)))

  const failed = <T>(work: Promise<T>): Promise<T> => Promise.race([work, lost.promise])
  return {
    answered: () => failed(waiting.promise),
    send: async (text: string) => {
      if (!socket.write(text)) await failed(once(socket, 'drain'))
    }
  }
}

const ended = (cause?: unknown) =>
  new HuiyinError('LOG_UNAVAILABLE', 'Huiyin ended before it had answered; run the command again', { cause })
