import { storeRefused } from '@huiyin/domain/errors.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './logger.ts'
import type { Records } from './records.ts'

/**
 * Which installation alerts (R45). The first start writes its fingerprint into the store; a restored or copied store
 * meets another one and is mute, until a person says that this is now the one that alerts.
 */
const KIND = 'environment'
const ID = 'alerting'
/** Where it stands: a restored copy's is made another's. */
export const ENVIRONMENT_RECORD = { kind: KIND, id: ID }
const SHOWN = 12

export interface Environment {
  fingerprint: string
  /** Since when it is the one that alerts; what was due before an adoption may have been told by another. */
  since: number
  /** A person has made it so. */
  adopted?: boolean
}

/** Why nothing is sent, for the office's people and for the log. */
export interface Mute {
  zh: string
  en: string
}

export interface Guard {
  /** Whether alerts may leave; asked before each round. Says in the log, once, why they may not. */
  mayAlert: () => Promise<boolean>
  /** Why they may not; undefined when they may. */
  mute: () => Promise<Mute | undefined>
  /** When this installation was made the one that alerts in place of another, ms UTC; undefined where it always was. */
  adoptedAt: () => Promise<number | undefined>
  /** The environment that alerts; undefined before the first start. */
  current: () => Promise<Environment | undefined>
  /** Makes this installation the one that alerts. */
  adopt: () => Promise<Adoption>
}

/** `before`: the one that alerted until now, where there was one. Not `changed` when that was this one. */
export interface Adoption {
  changed: boolean
  before?: Environment
}

export interface GuardOptions {
  /** The same at every start of one installation, another in a copy of it. */
  fingerprint: () => Promise<string>
  clock: Clock
  logger: Logger
}

/** All of it rejects with STORE_UNAVAILABLE while the store is away: then nothing is sent either. */
export function openGuard(records: Records, { fingerprint, clock, logger }: GuardOptions): Guard {
  let own: Promise<string> | undefined
  let told: string | undefined

  const ownFingerprint = () => {
    own ??= fingerprint().catch(error => {
      own = undefined // asked again at the next round
      throw error
    })
    return own
  }
  const read = () => records.get<Environment>(KIND, ID)

  async function current(): Promise<Environment> {
    const found = await read()
    if (found) return found.document.value
    const value = { fingerprint: await ownFingerprint(), since: clock.now() }
    if (await records.create<Environment>(KIND, { id: ID, value })) return value
    return (await read())!.document.value
  }

  async function mute(): Promise<Mute | undefined> {
    const came = await ownFingerprint()
    const { fingerprint: expected } = await current()
    return came === expected ? undefined : sentences(expected.slice(0, SHOWN), came.slice(0, SHOWN))
  }

  return {
    mute,
    async adoptedAt() {
      const { adopted, since } = (await read())?.document.value ?? {}
      return adopted ? since : undefined
    },
    current: async () => (await read())?.document.value,
    async mayAlert() {
      const why = await mute()
      if (why && told !== why.en) logger.error({ code: 'ENVIRONMENT_CHANGED' }, `${why.zh} ${why.en}`)
      told = why?.en
      return why === undefined
    },
    async adopt() {
      const value: Environment = { fingerprint: await ownFingerprint(), since: clock.now(), adopted: true }
      while (true) {
        const found = await read()
        const before = found?.document.value
        if (before?.fingerprint === value.fingerprint) return { changed: false, before }
        const [put] = await records.putEach(KIND, [{ entry: { id: ID, value }, version: found?.version }])
        if (put?.outcome === 'put') return { changed: true, ...(before && { before }) }
        if (put?.outcome === 'refused') throw storeRefused(put.reason)
      } // somebody else adopts at the same moment: the last one stands
    }
  }
}

const sentences = (expected: string, came: string): Mute => ({
  zh:
    `本系统暂停发送提醒：登记的发送环境是 ${expected}，当前环境是 ${came}，可能是恢复或复制出来的副本。` +
    '确认由本系统发送提醒后，请运行 huiyin adopt。',
  en:
    `No alerts leave: expected the environment ${expected}, this one is ${came}; it may be a restored or copied ` +
    'installation. huiyin adopt makes this installation the one that alerts.'
})
