import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import type { House } from '@huiyin/adapters/house.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type CalendarStore, calendarStore } from '@huiyin/ports/calendars.ts'
import { corrections, type Learned } from '@huiyin/ports/corrections.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Rebuilds } from '@huiyin/ports/rebuilds.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { type AccountDesk, accountDesk } from './accounts/desk.ts'
import { type KeyDesk, keyDesk } from './accounts/key-desk.ts'
import { adoptHere } from './adopt.ts'
import { type AppraisalDesk, answerAppraisals, appraisalDesk } from './appraisals/desk.ts'
import { type ArchiveDesk, answerArchives, archiveDesk } from './archives/desk.ts'
import { type AuditDesk, auditDesk } from './audit/desk.ts'
import { answerAudit } from './audit/over-control.ts'
import { type BackfillDesk, backfillDesk } from './backfills/desk.ts'
import { tellBackup } from './backup/tell.ts'
import { type Answer, type Failure, line, parseAsk, type Question } from './control/messages.ts'
import { controlPath } from './control/path.ts'
import { lotsOfTaught } from './corrections.ts'
import { answerErasures, type ErasureDesk, erasureDesk } from './erasures/desk.ts'
import { type Door, logDoor } from './import/door.ts'
import { linesOf } from './import/lines.ts'
import { type ParkedDesk, parkedDesk } from './parked.ts'
import { rebuildDesk } from './rebuild/desk.ts'
import { answerRebuild } from './rebuild/over-control.ts'
import { answerReports, type ReportDesk, reportDesk } from './reports/desk.ts'
import { retentionDesk } from './retention/desk.ts'
import { rulesInForce } from './rules-in-force.ts'
import { calendarsBy, type SettingsAtTerminal, settingsAtTerminal } from './settings/at-terminal.ts'
import { inPieces, type Pieces } from './settings/pieces.ts'
import { type UserDesk, userDesk } from './users/desk.ts'

export type ControlPorts = Pick<
  House,
  | 'folder'
  | 'logs'
  | 'clock'
  | 'rulebook'
  | 'fingerprint'
  | 'logger'
  | 'accounts'
  | 'platform'
  | 'vault'
  | 'settings'
  | 'outbound'
  | 'map'
  | 'files'
  | 'printer'
  | 'tidy'
  | 'desk'
  | 'purge'
> & {
  store: Pick<House['store'], 'records' | 'comments' | 'tickets' | 'trail' | 'history' | 'rebuilder'>
}

/**
 * While one process owns a folder, `huiyin` speaks to it through a socket in that folder, open to the owner's user only:
 * imports go in here, parked messages are read and replayed, corrections and rules are read, calendars read and made,
 * an installation adopted, accounts and keys kept,
 * back-fills begun. Resolves after the signal.
 */
export async function listenControl(house: ControlPorts, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const path = controlPath(house.folder)
  const parked = parkedDesk({ records: house.store.records, logs: house.logs, clock: house.clock })
  const rebuilds = rebuildDesk(house)
  const open = new Map<Socket, Promise<void>>()
  const server = createServer(socket => {
    const ends = converse({ ...house, parked, rebuilds }, socket, signal).finally(() => open.delete(socket))
    open.set(socket, ends)
  })
  await listen(server, path)
  if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
  server.close()
  for (const socket of open.keys()) socket.destroy()
  await Promise.allSettled(open.values())
}

async function listen(server: Server, path: string): Promise<void> {
  if (process.platform !== 'win32') await rm(path, { force: true }) // of one that was killed: the folder is ours now
  const before = process.umask(0o177)
  try {
    server.listen(path) // binds before it returns
  } finally {
    process.umask(before)
  }
  await once(server, 'listening')
}

type Conversation = Pick<
  ControlPorts,
  | 'folder'
  | 'logs'
  | 'store'
  | 'clock'
  | 'rulebook'
  | 'fingerprint'
  | 'accounts'
  | 'platform'
  | 'vault'
  | 'settings'
  | 'outbound'
  | 'map'
  | 'files'
  | 'printer'
  | 'tidy'
  | 'desk'
  | 'purge'
> & {
  logger: Logger
  parked: ParkedDesk
  /** One for all conversations: there is one rebuild at a time. */
  rebuilds: Rebuilds
}

async function converse(ports: Conversation, socket: Socket, ending: AbortSignal): Promise<void> {
  const gone = new AbortController()
  socket.on('close', () => gone.abort())
  socket.on('error', () => gone.abort()) // the other side went away; what it sent so far stands in the log
  const signal = AbortSignal.any([ending, gone.signal])
  const texts = socket.setEncoding('utf8').iterator({ destroyOnReturn: false }) // a refusal is still to be said
  const say = (answer: Answer) => void (socket.writable && socket.write(line(answer)))
  try {
    const { records, comments } = ports.store
    const taught = lotsOfTaught(() => corrections(records, comments))
    const door = logDoor({ ...ports, signal })
    const desks = {
      accountDesk: accountDesk({ ...ports, records }),
      keyDesk: keyDesk({ ...ports, records }),
      backfills: backfillDesk({ ...ports, records }),
      users: userDesk({ ...ports, records }),
      audit: auditDesk(ports),
      archives: archiveDesk(ports),
      erasures: erasureDesk(ports),
      reports: reportDesk(ports),
      appraisals: appraisalDesk(ports),
      kept: settingsAtTerminal({ ...ports, records }),
      pieces: inPieces()
    }
    await answerAll({ ...ports, ...desks, door, taught, calendars: calendarStore(records), say }, texts)
  } catch (error) {
    if (!gone.signal.aborted) say({ error: explained(error, ending, ports.logger) })
  } finally {
    socket.end()
  }
}

function explained(error: unknown, ending: AbortSignal, logger: Logger): Failure['error'] {
  if (error instanceof HuiyinError) return { code: error.code, message: error.message }
  if (ending.aborted) return { code: 'LOG_UNAVAILABLE', message: 'Huiyin is ending; run the command again' }
  if (error instanceof TypeError || error instanceof SyntaxError)
    return { code: 'INVALID_REQUEST', message: `A message could not be understood: ${error.message}` }
  logger.error({ error: String(error) }, 'a conversation with the command line failed')
  return { code: 'STORE_UNAVAILABLE', message: 'Huiyin could not do it; its log says why' }
}

type Answering = Conversation & {
  door: Door
  taught: () => Promise<Learned[]>
  calendars: CalendarStore
  accountDesk: AccountDesk
  keyDesk: KeyDesk
  backfills: BackfillDesk
  users: UserDesk
  audit: AuditDesk
  archives: ArchiveDesk
  erasures: ErasureDesk
  reports: ReportDesk
  appraisals: AppraisalDesk
  kept: SettingsAtTerminal
  pieces: Pieces
  say: (answer: Answer) => void
}

async function answerAll(ports: Answering, texts: AsyncIterable<string>): Promise<void> {
  let taken = 0
  for await (const lines of linesOf(texts)) {
    const asked = lines.map(({ text = '' }) => parseAsk(JSON.parse(text)))
    const observations = asked.flatMap(of => ('observation' in of ? [of.observation] : []))
    if (observations.length > 0) taken = await take(ports, observations, taken)
    for (const ask of asked) if ('ask' in ask) await answer(ports, ask)
  }
}

async function take({ door, say }: Answering, observations: Observation[], taken: number): Promise<number> {
  await door.put(observations)
  say({ taken: taken + observations.length })
  return taken + observations.length
}

async function answer(ports: Answering, asked: Question): Promise<void> {
  const { door, parked, taught, calendars, accountDesk: accounts, keyDesk: keys, backfills, users, say } = ports
  const { kept, pieces } = ports
  switch (asked.ask) {
    case 'drain':
      return say({ answer: await door.drain() })
    case 'corrections':
      return say({ answer: await taught() })
    case 'rules':
      return say({ answer: await rulesInForce({ ...ports, records: ports.store.records }) })
    case 'adopt':
      return say({ answer: await adoptHere(ports) })
    case 'calendar.newest':
      return say({ answer: await calendars.newest(asked.id) })
    case 'calendar.next':
      return say({ answer: await calendars.nextVersion(asked.id) })
    case 'calendar.add':
      return say({
        answer: await calendarsBy(ports, asked.by)
          .add(asked.calendar)
          .then(() => true)
      })
    case 'account.list':
      return say({ answer: await accounts.list() })
    case 'account.add':
      return say({ answer: await accounts.add(asked.account, asked.by).then(() => true) })
    case 'account.state':
      return say({ answer: await accounts.setState(asked, asked.state, asked.by).then(() => true) })
    case 'account.check':
      return say({ answer: await accounts.check(asked) })
    case 'keys.show':
      return say({ answer: await keys.show() })
    case 'keys.add':
      return say({ answer: await keys.add() })
    case 'keys.reseal':
      return say({ answer: await keys.reseal(asked.place) })
    case 'keys.prune':
      return say({ answer: await keys.prune() })
    case 'backfill.start':
      return say({ answer: await backfills.start(asked, asked) })
    case 'backfill.status':
      return say({ answer: await backfills.status(asked.of) })
    case 'backfill.state':
      return say({ answer: await backfills.setState(asked, asked.state) })
    case 'audit':
      return say({ answer: await answerAudit(ports.audit, asked.what, asked.of) })
    case 'appraisal':
      return say({ answer: await answerAppraisals(ports.appraisals, asked.what, asked.of) })
    case 'report':
      return say({ answer: await answerReports(ports.reports, asked.what, asked.of) })
    case 'archive':
      return say({ answer: await answerArchives(ports.archives, asked.what, asked.of) })
    case 'erasure':
      return say({ answer: await answerErasures(ports.erasures, asked.what, asked.of) })
    case 'rebuild':
      return say({ answer: await answerRebuild(ports.rebuilds, asked.what, asked.of) })
    case 'retention.status':
      return say({ answer: await retentionDesk(ports).status() })
    case 'retention.apply':
      return say({ answer: await retentionDesk(ports).apply(asked) })
    case 'backup.taken':
      return say({ answer: await tellBackup(ports)(asked.of).then(() => true) })
    case 'user.list':
      return say({ answer: await users.list() })
    case 'user.add':
      return say({ answer: await users.add(asked.user, asked.by) })
    case 'user.reset':
      return say({ answer: await users.reset(asked.id, asked.secondFactor, asked.by) })
    case 'user.suspend':
      return say({ answer: await users.suspend(asked.id, asked.why, asked.by) })
    case 'user.resume':
      return say({ answer: await users.resume(asked.id, asked.by) })
    case 'piece.put':
      return say({ answer: pieces.put(asked.text) })
    case 'piece.get':
      return say({ answer: pieces.get() ?? null })
    case 'settings.departments':
      return say({ answer: pieces.give(await kept.departments()) })
    case 'settings.export':
      return say({ answer: pieces.give(await kept.export(asked.what, asked.by)) })
    case 'settings.import':
      return say({ answer: pieces.give(await kept.import(pieces.taken(), asked.digest, asked.by)) })
    case 'settings.history':
      return say({ answer: pieces.give(await kept.history(asked, asked.by)) })
    case 'parked.list':
      return say({ answer: await parked.list(asked) })
    case 'parked.show':
      return say({ answer: await parked.show(asked.id) })
    case 'parked.replay':
      return say({ answer: await parked.replay(asked.id) })
  }
}
