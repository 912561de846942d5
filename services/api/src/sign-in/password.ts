import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { PasswordHash } from '@huiyin/schemas/sign-in.ts'

/** Of argon2id; memory in KiB. */
export type Cost = Pick<PasswordHash, 'memory' | 'passes' | 'parallelism'>

const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 } // OWASP's choice for argon2id; 45 ms on 2 cores
const TAG_LENGTH = 32

const derive = promisify(argon2)

const tagOf = (password: string, nonce: Buffer, cost: Cost) =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: TAG_LENGTH, ...cost })

/** A hash keeps what it cost, and costs the same to check. */
export async function hashPassword(password: string, cost = COST): Promise<PasswordHash> {
  const nonce = randomBytes(16)
  const tag = await tagOf(password, nonce, cost)
  return { algorithm: 'argon2id', ...cost, nonce: nonce.toString('base64url'), tag: tag.toString('base64url') }
}

/** Takes as long for a person whom nobody knows (`undefined`) as for a wrong password. */
export async function isPassword(password: string, hash: PasswordHash | undefined): Promise<boolean> {
  const known = hash?.algorithm === 'argon2id' ? hash : undefined
  const { memory, passes, parallelism, nonce, tag } = known ?? NOBODY
  const found = await tagOf(password, Buffer.from(nonce, 'base64url'), { memory, passes, parallelism })
  return timingSafeEqual(found, Buffer.from(tag, 'base64url')) && known !== undefined
}

const NOBODY = {
  ...COST,
  nonce: randomBytes(16).toString('base64url'),
  tag: randomBytes(TAG_LENGTH).toString('base64url')
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789' // read from a terminal and typed once: no l, o, 0, 1

/** 100 random bits as four groups of five. */
export const randomPassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-'
  )
