import { createHash, randomBytes } from 'node:crypto'
import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { base32, fromBase32, matchingStep, otpauthUri } from '@huiyin/domain/sign-in/totp.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { openRecord, sealRecord } from '@huiyin/ports/sealed.ts'
import type { Vault } from '@huiyin/ports/vault.ts'
import type { SecondFactorSecret } from '@huiyin/schemas/sign-in.ts'
import { randomPassword } from './password.ts'

/**
 * An authenticator beside the password. `pending` until its first code was read back; then sign-in asks for a code, each
 * of which counts once. Recovery codes stand for a lost authenticator; of them only hashes are kept.
 */
type Kept = { sealed: string; state: 'pending' | 'on'; step?: number; recovery: string[] }

const KIND = 'totp'
const ISSUER = 'Huiyin 回音'
const SECRET_BYTES = 20
const RECOVERY_CODES = 10

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex')
/** As it may be typed. */
const plain = (code: string) =>
  code
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

export interface SecondFactors {
  /** A new secret, until it is confirmed without effect. Throws SECOND_FACTOR_STANDS where one is on; KEY_MISSING. */
  enrol: (person: string) => Promise<SecondFactorSecret>
  /** Turns it on by its first code; answers the recovery codes. Throws SECOND_FACTOR_WRONG, SECOND_FACTOR_MISSING. */
  confirm: (person: string, code: string) => Promise<string[]>
  /** Whether the code lets them in; it does so once. */
  accepts: (person: string, code: string) => Promise<boolean>
  remove: (person: string) => Promise<void>
}

export function openSecondFactors(records: Records, vault: Vault, clock: Clock): SecondFactors {
  const read = (person: string) => records.get<Kept>(KIND, idOf(person))

  const put = async (id: string, value: Kept, version?: string) => {
    const [result] = await records.putEach<Kept>(KIND, [{ entry: { id, value }, version }])
    if (result?.outcome === 'refused') throw storeRefused(result.reason)
    return result?.outcome === 'put'
  }

  const stepOf = (id: string, value: Kept, code: string) => {
    const secret = openRecord(vault, KIND, id, value) as string
    return matchingStep(fromBase32(secret), code, clock.now(), value.step)
  }

  return {
    async enrol(person) {
      const id = idOf(person)
      const found = await read(person)
      if (found?.document.value.state === 'on') throw stands()
      const secret = base32(randomBytes(SECRET_BYTES))
      const value: Kept = { sealed: sealRecord(vault, KIND, id, secret), state: 'pending', recovery: [] }
      if (!(await put(id, value, found?.version))) throw stands()
      return { secret, uri: otpauthUri({ issuer: ISSUER, account: person, secret }) }
    },
    async confirm(person, code) {
      const found = await read(person)
      if (!found) throw missing()
      const { id, value } = found.document
      if (value.state === 'on') throw stands()
      const step = stepOf(id, value, code)
      if (step === undefined) throw wrongCode()
      const recovery = Array.from({ length: RECOVERY_CODES }, randomPassword)
      const on: Kept = { ...value, state: 'on', step, recovery: recovery.map(plain).map(hashOf) }
      if (!(await put(id, on, found.version))) throw stands()
      return recovery
    },
    async accepts(person, code) {
      const found = await read(person)
      if (found?.document.value.state !== 'on') return false
      const { id, value } = found.document
      const step = stepOf(id, value, code)
      if (step !== undefined) return put(id, { ...value, step }, found.version)
      const hash = hashOf(plain(code))
      if (!value.recovery.includes(hash)) return false
      return put(id, { ...value, recovery: value.recovery.filter(one => one !== hash) }, found.version)
    },
    remove: person => records.remove(KIND, idOf(person))
  }
}

export const wrongCode = () =>
  new HuiyinError('SECOND_FACTOR_WRONG', 'The code is wrong, or was used already; wait for the next one')

const missing = () => new HuiyinError('SECOND_FACTOR_MISSING', 'No second factor is being set up; begin it again')

const stands = () =>
  new HuiyinError('SECOND_FACTOR_STANDS', 'A second factor is set up already; remove it before you set up another')
