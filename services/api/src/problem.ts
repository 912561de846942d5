import { STATUS_CODES } from 'node:http'
import { type ErrorCode, HuiyinError } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { Problem } from '@huiyin/schemas/api.ts'
import type { Finding } from '@huiyin/schemas/reply-check.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { errorFacts } from './log.ts'

/** A new code does not compile until it has a status. */
const STATUS = {
  TICKET_NOT_FOUND: 404,
  TICKET_CLOSED: 409,
  SOMEBODY_WAS_FASTER: 409,
  KEY_REUSED: 422,
  NOTHING_OWED: 409,
  REPLY_UNDER_WAY: 409,
  REPLY_NOT_APPROVED: 409,
  TOO_MUCH_UNPUBLISHED: 503,
  STORE_UNAVAILABLE: 503,
  STORE_REFUSED: 500,
  STORE_DAMAGED: 500,
  LOG_UNAVAILABLE: 503,
  EVENT_TOO_LARGE: 413,
  SETTINGS_INVALID: 500,
  FOLDER_IN_USE: 500,
  NOT_SIGNED_IN: 401,
  WRONG_PASSWORD: 401,
  INVALID_REQUEST: 400,
  ROUTE_NOT_FOUND: 404,
  CROSS_SITE: 403,
  TOO_MANY_TRIES: 429,
  SEEN_MISSING: 428,
  PARKED_NOT_FOUND: 404,
  PARKED_IS_CUT: 409,
  LOG_OFFSET_LOST: 500,
  EVENT_UNKNOWN: 500,
  COMMENT_NOT_ON_TICKET: 404,
  CALENDAR_INVALID: 422,
  PAUSE_NOT_ALLOWED: 409,
  RULES_INVALID: 422,
  VERSION_EXISTS: 409,
  NOT_ALLOWED: 403,
  DISPATCH_NOT_FOUND: 404,
  DISPATCH_ACTIVE: 409,
  DISPATCH_OVER: 409,
  BOUNCE_TOO_LATE: 409,
  BOUNCE_FINAL: 409,
  GROUNDS_NEEDED: 422,
  NOTHING_TO_RULE: 409,
  SAME_DEPARTMENT: 409,
  ASK_NOT_FOUND: 404,
  ASK_OPEN: 409,
  ASK_DECIDED: 409,
  SECOND_PERSON_NEEDED: 403,
  OUTSIDER_NEEDED: 403,
  TOO_LATE: 409,
  UNTIL_NOT_ALLOWED: 422,
  INTERIM_REPLY_NEEDED: 409,
  NOT_URGENT: 409,
  CLOCK_NOT_RUNNING: 409,
  ANSWER_OWED: 409,
  EXCEPTION_NEEDED: 409,
  NOT_CLOSED_YET: 409,
  SUPERVISION_NOT_FOUND: 404,
  TOO_MANY: 409,
  REPLY_NOT_FOUND: 404,
  REPLY_CHANGED: 409,
  REPLY_LOCKED: 409,
  REPLY_INVALID: 422,
  TEMPLATE_INVALID: 422,
  ALREADY_MERGED: 409,
  NOT_THE_YOUNGER: 409,
  INTO_MERGED: 409,
  NOT_MERGED: 409,
  STILL_SUPERVISED: 409,
  LINK_INVALID: 400,
  LINK_EXPIRED: 410,
  REPLY_REFUSED: 422,
  TEMPLATE_NOT_FOUND: 404,
  ACCOUNT_NOT_FOUND: 404,
  ACCOUNT_EXISTS: 409,
  ACCOUNT_INVALID: 422,
  ITEM_NOT_FOUND: 404,
  BACKFILL_NOT_FOUND: 404,
  KEY_MISSING: 500,
  KEY_IN_USE: 409,
  SECRET_UNREADABLE: 500,
  SIGNATURE_INVALID: 401,
  INTAKE_INVALID: 422,
  SCREENSHOT_INVALID: 422,
  SCREENSHOT_NOT_FOUND: 404,
  PLATFORM_CANNOT: 409,
  MODERATION_NOT_FOUND: 404,
  MODERATION_OPEN: 409,
  MODERATION_DECIDED: 409,
  COMMENT_NOT_FOUND: 404,
  PASSWORD_REFUSED: 422,
  PASSWORD_CHANGE_NEEDED: 403,
  SECOND_FACTOR_NEEDED: 401,
  SECOND_FACTOR_WRONG: 401,
  SECOND_FACTOR_STANDS: 409,
  SECOND_FACTOR_MISSING: 409,
  USER_NOT_FOUND: 404,
  USER_EXISTS: 409,
  USER_STATE: 409,
  USER_INVALID: 422,
  LAST_ADMINISTRATOR: 409,
  TOKEN_NOT_FOUND: 404,
  TOKEN_INVALID: 422,
  SESSION_NOT_FOUND: 404,
  SINGLE_SIGN_ON_OFF: 404,
  SINGLE_SIGN_ON_FAILED: 503,
  UNDO_TOO_LATE: 409,
  UNDO_OVERTAKEN: 409,
  JOB_NOT_FOUND: 404,
  JOB_STATE: 409,
  VIEW_NOT_FOUND: 404,
  MACRO_NOT_FOUND: 404,
  SETTING_NOT_FOUND: 404,
  SETTING_INVALID: 422,
  ATTACHMENT_NOT_FOUND: 404,
  ATTACHMENT_REFUSED: 422,
  WEBHOOK_NOT_FOUND: 404,
  ADDRESS_FORBIDDEN: 422,
  TOO_MANY_REQUESTS: 429,
  ATTACHMENT_DAMAGED: 500,
  QUERY_INVALID: 400,
  SEARCH_NOT_FOUND: 404,
  SUBSCRIPTION_NOT_FOUND: 404,
  REBUILD_RUNNING: 409,
  REBUILD_FAILED: 500,
  INCIDENT_NOT_FOUND: 404,
  INCIDENT_CLOSED: 409,
  INCIDENT_STATE: 409,
  STEP_NOT_FOUND: 404,
  LETTER_NOT_FOUND: 404,
  INSTRUCTION_NOT_FOUND: 404,
  REPORT_NOT_FOUND: 404,
  REPORT_INVALID: 422,
  ENTRY_NOT_FOUND: 404,
  ENTRY_STATE: 409,
  APPRAISAL_NOT_FOUND: 404,
  ARCHIVE_NOT_FOUND: 404,
  ARCHIVE_SEALED: 409,
  ARCHIVE_DAMAGED: 500,
  PRINTER_MISSING: 409,
  ASSISTANT_OFF: 404,
  ASSISTANT_FAILED: 503,
  PROPOSAL_NOT_FOUND: 404,
  ERASURE_NOT_FOUND: 404,
  ERASURE_STATE: 409,
  ANOTHER_PERSON: 409
} satisfies Record<ErrorCode, number>

/** What the transport itself refuses, by status. */
const TRANSPORT: Record<number, string> = {
  408: 'REQUEST_TOO_SLOW',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  431: 'HEADERS_TOO_LARGE'
}

/** Whether it is refused for what stands there now. */
export const isConflict = ({ code }: HuiyinError): boolean => STATUS[code] === 409

/** Every code that a problem may have. */
export const CODES: ReadonlySet<string> = new Set([...Object.keys(STATUS), ...Object.values(TRANSPORT), 'INTERNAL'])

const problem = (status: number, code: string, detail: string): Problem => ({
  type: `urn:huiyin:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  code
})

/** Of what was refused before it was a request. */
export const transportProblem = (status: number, detail: string): Problem =>
  problem(status, TRANSPORT[status] ?? 'INVALID_REQUEST', detail)

type Thrown = Partial<FastifyError> & {
  at?: string
  problems?: readonly RuleProblem[]
  findings?: readonly Finding[]
  winner?: NonNullable<Problem['winner']>
  query?: NonNullable<Problem['query']>
  alarming?: boolean
}

/** RFC 9457 for whatever was thrown; what nobody foresaw tells nothing of its inside. */
export function problemOf(error: Thrown, requestId: string): Problem {
  const { at, problems, findings, winner, query } = error
  if (error instanceof HuiyinError) {
    const known = problem(STATUS[error.code], error.code, error.message)
    return {
      ...known,
      ...(at && { at }),
      ...(problems && { problems: [...problems] }),
      ...(findings && { findings: [...findings] }),
      ...(winner && { winner }),
      ...(query && { query })
    }
  }
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500)
    return problem(status, TRANSPORT[status] ?? 'INVALID_REQUEST', error.message ?? 'The request is not valid')
  return problem(500, 'INTERNAL', `Something went wrong inside; the server's log tells more under "${requestId}"`)
}

/** Answers as a problem; the log has what a person on duty has to know. */
export const problemAnswers =
  (logger: Logger) => (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const found = problemOf(error, request.id)
    logProblem(logger, request, error, found)
    return reply.code(found.status).type('application/problem+json').send(found)
  }

/** Refusals that somebody meets who guesses, forges or pries. */
const ALARMS: ReadonlySet<string> = new Set([
  'WRONG_PASSWORD',
  'SECOND_FACTOR_WRONG',
  'TOO_MANY_TRIES',
  'TOO_MANY_REQUESTS',
  'SIGNATURE_INVALID',
  'LINK_INVALID',
  'ADDRESS_FORBIDDEN',
  'ATTACHMENT_REFUSED',
  'BODY_TOO_LARGE'
])

/** Logs, once and here, what failed and what was refused to somebody who may mean harm; the rest is no news. */
export function logProblem(logger: Logger, request: FastifyRequest, error: Thrown, found: Problem): void {
  if (found.status === 403) logger.warn(refusedFacts(request, found), 'not allowed')
  else if (isAlarming(request, error, found)) logger.warn(refusedFacts(request, found), 'refused')
  else if (found.status >= 500) {
    const { id, routeOptions } = request
    logger.error({ request: id, route: routeOptions.url, code: found.code, error: errorFacts(error) }, 'failed')
  }
}

/** A session that has ended is no news; a token that is none is. */
const isAlarming = ({ headers }: FastifyRequest, { alarming }: Thrown, { code }: Problem) =>
  alarming || ALARMS.has(code) || (code === 'NOT_SIGNED_IN' && headers.authorization !== undefined)

/** Who it was is not said, but in what role. */
const refusedFacts = ({ id, routeOptions, signedIn }: FastifyRequest, { code }: Problem) => ({
  request: id,
  route: routeOptions.url,
  code,
  ...(routeOptions.config.action && { action: routeOptions.config.action }),
  ...(signedIn && { roles: signedIn.roles ?? [signedIn.role] })
})

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } }
})

/** The part of every route's answers that is the same. */
export const REFUSALS = { '4xx': refusal('Refused; `code` says why'), '5xx': refusal('Failed; ask again later') }
