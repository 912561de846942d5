import { keyInUse, keyMissing, storeRefused } from '@huiyin/domain/errors.ts'
import type { Records } from './records.ts'
import { entriesOf } from './rule-records.ts'
import { aboutRecord, SEALED_KINDS, type Sealed, type SealedKind } from './sealed.ts'
import { keyOf, type Vault } from './vault.ts'

type Ports = { records: Pick<Records, 'list' | 'get' | 'putIfUnchanged' | 'refresh'>; vault: Vault }

/** A record that no key opens; it stays as it is. */
export type NotOpened = { kind: SealedKind; id: string; key: string }

/** Where a walk over the sealed records goes on. */
export type SealedPlace = { kind: SealedKind; after?: string }

export interface ResealedLot {
  seen: number
  resealed: number
  failed: NotOpened[]
  /** Absent at the end. */
  next?: SealedPlace
}

const LOT = 100

/**
 * Seals with the first key those of the next hundred records that are sealed with another. Stopped halfway nothing is
 * half done: run again it finds what is left. Throws KEY_MISSING; rejects with STORE_UNAVAILABLE while the store is away.
 */
export async function resealLot(ports: Ports, place?: SealedPlace): Promise<ResealedLot> {
  const { records, vault } = ports
  const [first] = vault.keys()
  if (first === undefined) throw keyMissing('There is no key to seal with; huiyin keys rotate makes one')
  if (!place) await records.refresh()
  const { kind, after } = place ?? { kind: SEALED_KINDS[0] }
  const entries = await records.list<Sealed>(kind, { atMost: LOT, ...(after !== undefined && { after }) })
  const lot: ResealedLot = { seen: entries.length, resealed: 0, failed: [] }
  for (const { id } of entries) {
    const failed = await resealOne(ports, kind, id, first)
    if (failed === true) lot.resealed += 1
    else if (failed) lot.failed.push(failed)
  }
  const next = entries.length < LOT ? kindAfter(kind) : { kind, after: entries.at(-1)!.id }
  return next ? { ...lot, next } : lot
}

function kindAfter(kind: SealedKind): SealedPlace | undefined {
  const next = SEALED_KINDS[SEALED_KINDS.indexOf(kind) + 1]
  return next && { kind: next }
}

/** True when it was sealed anew, false when it needed not, or why it could not. */
async function resealOne({ records, vault }: Ports, kind: SealedKind, id: string, first: string) {
  while (true) {
    const found = await records.get<Sealed>(kind, id)
    const key = keyOf(found?.document.value.sealed ?? '')
    if (!found || key === first) return false
    const { value } = found.document
    const about = aboutRecord(kind, id)
    const text = openedOrNone(() => vault.open(value.sealed, about))
    if (text === undefined) return { kind, id, key: key ?? NO_KEY }
    const entry = { ...found.document, value: { ...value, sealed: vault.seal(text, about) } }
    const put = await records.putIfUnchanged(kind, entry, found.version)
    if (put.outcome === 'put') return true
    if (put.outcome === 'refused') throw storeRefused(put.reason)
  } // changed meanwhile: look again
}

function openedOrNone(open: () => string): string | undefined {
  try {
    return open()
  } catch {
    return undefined // its kind, id and key are reported
  }
}

const NO_KEY = 'none'

/** How many records each key seals; `none` stands for what is no sealed text. */
export async function keysInUse(records: Pick<Records, 'list' | 'refresh'>): Promise<Record<string, number>> {
  await records.refresh()
  const found: Record<string, number> = {}
  for (const kind of SEALED_KINDS) {
    for await (const { value } of entriesOf<Sealed>(records, kind)) {
      const key = keyOf(value.sealed) ?? NO_KEY
      found[key] = (found[key] ?? 0) + 1
    }
  }
  return found
}

/** The keys that may go: all but the first. Throws KEY_IN_USE while anything is still sealed by one of them. */
export async function keysToPrune(records: Pick<Records, 'list' | 'refresh'>, vault: Vault): Promise<string[]> {
  const used = await keysInUse(records)
  const [, ...old] = vault.keys()
  const still = old.filter(id => id in used)
  if (still.length === 0) return old
  const counted = still.map(id => `${id} (${used[id]})`).join(', ')
  throw keyInUse(`Nothing was removed: the key ${counted} still seals something; run huiyin keys rotate first`)
}
