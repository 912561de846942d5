import { anchorAfter, anchorHash, newSigningKey, publicKeyOf } from '@huiyin/domain/trail/anchor.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Anchor } from '@huiyin/schemas/trail.ts'
import type { Clock } from './clock.ts'
import { lastNumber } from './last-number.ts'
import type { Records } from './records.ts'
import { openRecord, type Sealed, sealRecord } from './sealed.ts'
import { subjectOf, type Tell } from './tell.ts'
import type { Trail } from './trail.ts'
import type { Vault } from './vault.ts'

/** Kind of the records, by their numbers. */
const ANCHORS = 'anchor'
/** Kind of the record that holds the private key, sealed. */
const KEYS = 'trail-key'
const KEY = 'signing'

export interface AnchorPorts {
  trail: Trail
  records: Records
  vault: Vault
  clock: Clock
  tell: Tell
}

/**
 * The signed heads of the trail: whoever rewrites it cannot sign what they made of it, for the private key is sealed by
 * the vault.
 */
export interface Anchors {
  /**
   * Signs how far the trail has come, unless the last anchor is younger than `unlessWithin` (ms): of several processes
   * that do so at once one is enough. Answers the newest; undefined while there is nothing to anchor. Throws KEY_MISSING
   * without a key to seal with, SECRET_UNREADABLE when the sealed key was changed.
   */
  anchor: (options?: { unlessWithin?: number }) => Promise<Anchor | undefined>
  last: () => Promise<Anchor | undefined>
  /** By number, from `after` (exclusive, default 0) on; a number that is not there is left out. */
  list: (options: { after?: number; atMost: number }) => Promise<Anchor[]>
  /** The public key, SPKI in base64url, made when there is none yet. It is that of the sealed key. Throws as `anchor`. */
  key: () => Promise<string>
}

export function openAnchors({ trail, records, vault, clock, tell }: AnchorPorts): Anchors {
  async function privateKey(): Promise<string> {
    const found = await records.get<Sealed>(KEYS, KEY)
    if (found) return String(openRecord(vault, KEYS, KEY, found.document.value))
    const sealed = sealRecord(vault, KEYS, KEY, newSigningKey())
    await records.create<Sealed>(KEYS, { id: KEY, value: { sealed } })
    return privateKey() // another process may have been faster
  }

  const getMany = async (numbers: readonly number[]) => {
    const found = await records.getMany<Anchor>(ANCHORS, numbers.map(idOf))
    return found.map(one => one?.document.value)
  }

  async function last(): Promise<Anchor | undefined> {
    const n = await lastNumber(async numbers => (await getMany(numbers)).map(anchor => anchor !== undefined))
    return n === 0 ? undefined : (await getMany([n]))[0]
  }

  const told = (anchor: Anchor) =>
    tell(subjectOf('trail', 'anchors'), {
      type: 'trail.anchored',
      by: system('scribe'),
      data: { anchor: anchor.n, partitions: anchor.heads.length, hash: anchorHash(anchor) }
    })

  return {
    async anchor({ unlessWithin = 0 } = {}) {
      await trail.refresh()
      const heads = (await trail.heads()).map(({ partition, n, hash }) => ({ partition, n, hash }))
      if (heads.length === 0) return
      const key = await privateKey()
      while (true) {
        const before = await last()
        const at = Math.max(clock.now(), (before?.at ?? -1) + 1)
        if (before && at - before.at < unlessWithin) return before
        const anchor = anchorAfter(before, { at, heads, privateKey: key })
        if (!(await records.create(ANCHORS, { id: idOf(anchor.n), value: anchor }))) continue
        await told(anchor)
        return anchor
      }
    },
    last,
    list: async ({ after = 0, atMost }) => {
      await records.refresh()
      const entries = await records.list<Anchor>(ANCHORS, { after: idOf(after), atMost })
      return entries.map(({ value }) => value)
    },
    key: async () => publicKeyOf(await privateKey())
  }
}

const DIGITS = 12
const idOf = (n: number) => String(n).padStart(DIGITS, '0')
