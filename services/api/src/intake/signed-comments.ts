import { toObservation } from '@huiyin/domain/to-observation.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import { INTAKE_LIMIT, IntakeComment, type IntakeTaken } from '@huiyin/schemas/api-intake.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { alarming, intakeInvalid } from '../errors.ts'
import { isTooDeep } from '../json-body.ts'

/** Clocks differ by so much, in ms. */
const AHEAD = 10 * 60_000

const parseComment = parser(IntakeComment, 'The comment')

/** What can be taken of a signed body, and why the rest cannot. Throws INTAKE_INVALID when it is none at all. */
export function readComments(
  raw: Uint8Array,
  account: PublicAccount,
  now: number
): { observations: Observation[]; refused: IntakeTaken['refused'] } {
  const observations: Observation[] = []
  const refused: IntakeTaken['refused'] = []
  for (const [index, item] of listIn(raw).entries()) {
    try {
      observations.push(observationOf(item, account, now))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      refused.push({ index, reason: error.message })
    }
  }
  return { observations, refused }
}

function listIn(raw: Uint8Array): unknown[] {
  const body = jsonIn(raw)
  const comments: unknown = typeof body === 'object' && body !== null && 'comments' in body ? body.comments : undefined
  if (!Array.isArray(comments)) throw intakeInvalid('The body must be JSON like {"comments": […]}')
  if (comments.length <= INTAKE_LIMIT) return comments
  throw intakeInvalid(`One request may hold ${INTAKE_LIMIT} comments; ${comments.length} came`)
}

function jsonIn(raw: Uint8Array): unknown {
  const text = textIn(raw)
  if (isTooDeep(text)) throw alarming(intakeInvalid('The body is nested deeper than comments are'))
  try {
    return JSON.parse(text)
  } catch {
    throw notJson()
  }
}

function textIn(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    throw notJson()
  }
}

const notJson = () => intakeInvalid('The body must be JSON in UTF-8, like {"comments": […]}')

function observationOf(item: unknown, account: PublicAccount, now: number): Observation {
  const { id, root, parent, author = {}, deleted, ...rest } = parseComment(item)
  if (isBroken(item)) throw new TypeError('The comment: its texts must have whole characters and no NUL')
  if (rest.publishedAt > now + AHEAD) throw new TypeError('The comment: at /publishedAt must not be still to come')
  const observation = toObservation(
    {
      ...rest,
      comment: id,
      root: root ?? parent ?? id,
      ...(parent !== undefined && { parent }),
      author,
      ours: author.id === account.id
    },
    { account, observedAt: now, term: 0, source: 'webhook' }
  )
  return deleted ? { ...observation, deleted } : observation
}

const isBroken = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0') || !value.isWellFormed()
    : typeof value === 'object' && value !== null && Object.values(value).some(isBroken)
