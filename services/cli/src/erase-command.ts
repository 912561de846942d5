import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { certificate } from '@huiyin/domain/erasure/certificate.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type Erasure, ErasureBody, type ErasureOf } from '@huiyin/schemas/erasure.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { ErasureDesk } from './erasures/desk.ts'
import { terminalLogger } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

export interface EraseAsked {
  ticket?: string
  turn?: string
  all?: boolean
  platform?: string
  citizen?: string
  why: string
}

/** A house that runs does it itself: it is looked at so often, ms. */
const LOOK_EVERY = 500

const parseBody = parser(ErasureBody, 'erasure')

/** Asks for one; answers what a second person is told. */
export const eraseAskCommand = (asked: EraseAsked, signal: AbortSignal): Promise<string> =>
  withErasures(signal, async desk => {
    const of = await ofAsked(desk, asked)
    const { id, counts } = await desk.ask({ of, why: asked.why, by: who() })
    const many = counts.found === 1 ? '1 comment' : `${counts.found} comments`
    return `Asked for: ${many}. Another person grants it with huiyin erase grant ${id}; nothing brings back what is erased.\n`
  })

async function ofAsked(
  desk: ErasureDesk,
  { ticket, turn, all, platform, citizen, why }: EraseAsked
): Promise<ErasureOf> {
  if (ticket !== undefined && all) return desk.of({ number: ticket })
  if (ticket !== undefined && turn !== undefined && /^\d{1,4}$/.test(turn))
    return desk.of({ number: ticket, turn: Number(turn) })
  if (platform !== undefined && citizen !== undefined)
    return parseBody({ of: { kind: 'citizen', platform, citizen }, why }).of
  throw new HuiyinError('INVALID_REQUEST', 'Expected --ticket with --turn or --all, or --platform with --citizen')
}

/** Grants it and waits until it is done. */
export const eraseGrantCommand = (of: { id: string; alone: boolean }, signal: AbortSignal): Promise<string> =>
  withErasures(signal, async desk => {
    await desk.decide({ ...of, granted: true, by: who() })
    const erasure = await done(desk, of.id, signal)
    return erasure.state === 'done' ? doneText(erasure) : waitsText(erasure)
  })

export const eraseRefuseCommand = (of: { id: string; why: string }, signal: AbortSignal): Promise<string> =>
  withErasures(signal, async desk => {
    await desk.decide({ ...of, granted: false, by: who() })
    return 'It was refused; nothing is erased.\n'
  })

export const eraseListCommand = ({ json = false }: { json?: boolean }, signal: AbortSignal): Promise<string> =>
  withErasures(signal, async desk => {
    const all = await desk.list()
    if (json)
      return all
        .filter(({ state }) => state === 'done')
        .map(({ of, why }) => `${JSON.stringify({ of, why })}\n`)
        .join('')
    return all.length === 0 ? 'Nobody has asked for any.\n' : all.map(lineOf).join('')
  })

const lineOf = ({ id, state, of, askedAt, by, comments = [] }: Erasure) =>
  `${id}  ${state}  ${of.kind === 'comment' ? of.comment : `all of ${of.citizen} on ${of.platform}`}` +
  `  ${comments.length} comments  asked ${new Date(askedAt).toISOString()} by ${by.name}\n`

export const eraseCertificateCommand = (
  { id, issuer }: { id: string; issuer: string },
  signal: AbortSignal
): Promise<string> =>
  withErasures(signal, async desk => {
    const erasure = await desk.get({ id })
    if (erasure.done) return certificate(erasure, issuer)
    throw new HuiyinError('ERASURE_STATE', `The erasure "${id}" is ${erasure.state}; there is no certificate of it yet`)
  })

/** Erases again what a restored backup holds; what is not there any more is passed over. */
export const eraseRepeatCommand = (file: string, signal: AbortSignal): Promise<string> =>
  withErasures(signal, async desk => {
    const lines = (await readFile(file, 'utf8')).split('\n').filter(line => line.trim() !== '')
    let [again, absent] = [0, 0]
    for (const line of lines) {
      const asked = await desk.ask({ ...parseBody(JSON.parse(line)), by: who() }).catch(absentOnly)
      if (asked) {
        await desk.decide({ id: asked.id, granted: true, alone: true, by: who() }) // two persons granted it before
        await done(desk, asked.id, signal)
        again += 1
      } else absent += 1
    }
    return `${again} erased again; of ${absent} nothing is there.\n`
  })

function absentOnly(error: unknown): undefined {
  if (error instanceof HuiyinError && error.code === 'COMMENT_NOT_FOUND') return
  throw error
}

/** Until it is done, or waits for replies that are on their way. */
async function done(desk: ErasureDesk, id: string, signal: AbortSignal): Promise<Erasure> {
  while (true) {
    const erasure = await desk.get({ id })
    if (erasure.state === 'done' || erasure.waits.length > 0) return erasure
    signal.throwIfAborted()
    if ((await desk.round()) === 0) await setTimeout(LOOK_EVERY, undefined, { signal })
  }
}

const waitsText = ({ waits }: Erasure) =>
  `Replies on ${waits.join(', ')} are on their way and quote it; a house that runs goes on when they have arrived.\n`

function doneText({ id, done }: Erasure): string {
  const { erased, expires, look, left } = done!
  const lines = [
    `Erased: ${Object.entries(erased)
      .map(([what, n]) => `${what} ${n}`)
      .join(', ')}.`,
    ...expires.map(
      ({ what, at }) => `What the ${what} still hold expires by ${new Date(at).toISOString().slice(0, 10)}.`
    ),
    ...look.map(({ why, kind, id }) => `Look at ${kind} "${id}" (${why}): that is for a person to change.`),
    ...left.map(
      ({ at, by, what }) => `${new Date(at).toISOString().slice(0, 16)} ${by} took out ${what}: ask for what it holds.`
    ),
    `huiyin erase certificate ${id} prints what the citizen is given.`
  ]
  return `${lines.join('\n')}\n`
}

async function withErasures<T>(signal: AbortSignal, work: (desk: ErasureDesk) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  return inWorld({ settings, folder, logger: terminalLogger, signal, services: false }, world => work(world.erasures))
}
