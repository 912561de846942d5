import { readSettings } from '@huiyin/adapters/settings.ts'
import type { NotOpened, SealedPlace } from '@huiyin/ports/reseal.ts'
import type { KeyDesk, KeysShown } from './accounts/key-desk.ts'
import { keysText } from './accounts/text.ts'
import { spinner, terminalLogger } from './terminal.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

export const keysListCommand = (signal: AbortSignal): Promise<string> =>
  withKeys(signal, async desk => keysText(await desk.show()))

/**
 * A new key seals from now on, and everything that the others seal is sealed anew. One that was broken off goes on
 * with the key that it made.
 */
export const keysRotateCommand = (signal: AbortSignal): Promise<string> =>
  withKeys(signal, async (desk, signal) => {
    const made = isUnfinished(await desk.show()) ? false : await desk.add()
    const result = await resealAll(desk, signal)
    return rotatedText(await desk.show(), made, result)
  })

/** Removes the keys that seal nothing any more. Throws KEY_IN_USE. */
export const keysPruneCommand = (signal: AbortSignal): Promise<string> =>
  withKeys(signal, async desk => {
    const { keys, removed } = await desk.prune()
    if (keys.length === 0) return 'There is one key only; nothing was removed.\n'
    const named = keys.join(', ')
    return removed
      ? `Removed: ${named}. Backups from before the rotation can be opened with that key only; keep it with them.\n`
      : `Nothing is sealed by ${named} any more; take it out of HUIYIN_KEY.\n`
  })

const isUnfinished = ({ keys, used }: KeysShown) => keys.slice(1).some(id => (used[id] ?? 0) > 0)

type Result = { seen: number; resealed: number; failed: NotOpened[] }

async function resealAll(desk: KeyDesk, signal: AbortSignal): Promise<Result> {
  const shown = spinner('sealing anew')
  const result: Result = { seen: 0, resealed: 0, failed: [] }
  try {
    for (let place: SealedPlace | undefined; ; ) {
      signal.throwIfAborted()
      const lot = await desk.reseal(place)
      result.seen += lot.seen
      result.resealed += lot.resealed
      result.failed.push(...lot.failed)
      shown.say(`${result.resealed} of ${result.seen} sealed anew`)
      place = lot.next
      if (!place) return result
    }
  } finally {
    shown.end()
  }
}

function rotatedText({ source, keys }: KeysShown, made: boolean, { seen, resealed, failed }: Result): string {
  const [first = 'none', ...old] = keys
  const how = made ? `The new key ${first} seals` : `The first key ${first} seals`
  const byHand =
    source === 'environment'
      ? 'HUIYIN_KEY gives the keys: a new one is put first there, every process started again, and this command run again.\n'
      : ''
  const stays = old.length > 0 ? `The old ones (${old.join(', ')}) still open; huiyin keys prune removes them.\n` : ''
  const lost = failed.map(
    ({ kind, id, key }) => `Not opened, its key ${key} is missing: ${kind} ${id}; enter it again.\n`
  )
  return [`${how}: ${resealed} of ${seen} secrets were sealed anew.\n`, byHand, stays, ...lost].join('')
}

async function withKeys<T>(signal: AbortSignal, work: (desk: KeyDesk, signal: AbortSignal) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const options = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(options, ({ keys }, signal) => work(keys, signal))
}
