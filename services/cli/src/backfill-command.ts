import { userInfo } from 'node:os'
import { readSettings } from '@huiyin/adapters/settings.ts'
import type { BackfillDesk, BackfillSeen } from './backfills/desk.ts'
import { backfillsText, backfillText, barText } from './backfills/text.ts'
import { type Shown, watchBackfill } from './backfills/watch.ts'
import { isShown, spinner, terminalLogger } from './terminal.ts'
import { inWorld, isOwned, type Place, standingFolder } from './world.ts'

export type Key = { platform: string; id: string }

/** What the person reads; `left`: they went away before it was done. */
export interface Told {
  text: string
  left?: boolean
}

export interface BackfillOptions {
  days: number
  history: boolean
}

/** Begins it; on a terminal, beside those who work on it, it is shown until it is done or the signal comes. */
export function backfillStartCommand(key: Key, { days, history }: BackfillOptions, of: Watching): Promise<Told> {
  return withBackfills(async (desk, place) => {
    const begun = await desk.start(key, { days, history, by: userInfo().username })
    if (place === 'here')
      return { text: `It is asked for; it begins as soon as Huiyin is started.\n${backfillText(begun)}` }
    if (of.shown) return watched(desk, key, of)
    return { text: `It has begun; see how far it is: huiyin backfill status ${key.platform} ${key.id}\n` }
  })
}

/** How far one is, or all are; with `watch` one is awaited until it is done or the signal comes. */
export function backfillStatusCommand(key: Key | undefined, of: Watching & { watch: boolean }): Promise<Told> {
  return withBackfills(async (desk, place) => {
    const jobs = await desk.status(key)
    const [job] = jobs
    if (!key || !of.watch || !job || job.state === 'done') return { text: backfillsText(jobs) }
    if (place === 'here') return { text: `Huiyin does not run, so it rests.\n${backfillsText(jobs)}` }
    return watched(desk, key, of)
  })
}

export function backfillStateCommand(key: Key, state: 'running' | 'paused'): Promise<Told> {
  return withBackfills(async desk => ({ text: backfillText(await desk.setState(key, state)) }))
}

export interface Watching {
  /** Ends the watching; the back-fill goes on. */
  signal: AbortSignal
  /** Absent: nobody looks on. */
  shown?: Shown
}

const UNSEEN: Shown = { say: () => {}, end: () => {} }

async function watched(desk: BackfillDesk, key: Key, { signal, shown = UNSEEN }: Watching): Promise<Told> {
  const job = await watchBackfill(desk, { key, shown, signal })
  if (!job) return { text: backfillsText([]) }
  if (job.state === 'done') return { text: backfillText(job) }
  return { text: `${backfillText(job)}${goesOn(job, key)}`, left: true }
}

const goesOn = ({ state }: BackfillSeen, { platform, id }: Key) =>
  state === 'paused'
    ? `It stays paused until huiyin backfill resume ${platform} ${id}.\n`
    : `It goes on without you: huiyin backfill status ${platform} ${id} [--watch]\n`

/** A bar on a terminal; undefined where there is none. */
export function terminalBar(): Shown | undefined {
  if (!isShown()) return undefined
  const { say, end } = spinner('reading')
  return { say: job => say(barText(job)), end }
}

/** A signal does not end the work in here: what is watched is left in good order. */
async function withBackfills(work: (desk: BackfillDesk, place: Place) => Promise<Told>): Promise<Told> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const { signal } = new AbortController()
  const options = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(options, ({ backfills, place }) => work(backfills, place))
}
