import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'

export type ErrorCode =
  | 'TICKET_NOT_FOUND'
  | 'TICKET_CLOSED'
  | 'SOMEBODY_WAS_FASTER'
  | 'KEY_REUSED'
  | 'NOTHING_OWED'
  | 'REPLY_UNDER_WAY'
  | 'REPLY_NOT_APPROVED'
  | 'TOO_MUCH_UNPUBLISHED'
  | 'STORE_UNAVAILABLE'
  | 'STORE_REFUSED'
  | 'LOG_UNAVAILABLE'
  | 'EVENT_TOO_LARGE'
  | 'SETTINGS_INVALID'
  | 'FOLDER_IN_USE'
  | 'NOT_SIGNED_IN'
  | 'WRONG_PASSWORD'
  | 'INVALID_REQUEST'
  | 'ROUTE_NOT_FOUND'
  | 'CROSS_SITE'
  | 'TOO_MANY_TRIES'
  | 'SEEN_MISSING'
  | 'PARKED_NOT_FOUND'
  | 'PARKED_IS_CUT'
  | 'LOG_OFFSET_LOST'
  | 'EVENT_UNKNOWN'
  | 'STORE_DAMAGED'
  | 'COMMENT_NOT_ON_TICKET'
  | 'CALENDAR_INVALID'
  | 'PAUSE_NOT_ALLOWED'
  | 'RULES_INVALID'
  | 'VERSION_EXISTS'
  | 'NOT_ALLOWED'
  | 'DISPATCH_NOT_FOUND'
  | 'DISPATCH_ACTIVE'
  | 'DISPATCH_OVER'
  | 'BOUNCE_TOO_LATE'
  | 'BOUNCE_FINAL'
  | 'GROUNDS_NEEDED'
  | 'NOTHING_TO_RULE'
  | 'SAME_DEPARTMENT'
  | 'ASK_NOT_FOUND'
  | 'ASK_OPEN'
  | 'ASK_DECIDED'
  | 'SECOND_PERSON_NEEDED'
  | 'OUTSIDER_NEEDED'
  | 'TOO_LATE'
  | 'UNTIL_NOT_ALLOWED'
  | 'INTERIM_REPLY_NEEDED'
  | 'NOT_URGENT'
  | 'CLOCK_NOT_RUNNING'
  | 'ANSWER_OWED'
  | 'EXCEPTION_NEEDED'
  | 'NOT_CLOSED_YET'
  | 'SUPERVISION_NOT_FOUND'
  | 'TOO_MANY'
  | 'REPLY_NOT_FOUND'
  | 'REPLY_CHANGED'
  | 'REPLY_LOCKED'
  | 'REPLY_INVALID'
  | 'TEMPLATE_INVALID'
  | 'ALREADY_MERGED'
  | 'NOT_THE_YOUNGER'
  | 'INTO_MERGED'
  | 'NOT_MERGED'
  | 'STILL_SUPERVISED'
  | 'LINK_INVALID'
  | 'LINK_EXPIRED'
  | 'REPLY_REFUSED'
  | 'TEMPLATE_NOT_FOUND'
  | 'ACCOUNT_NOT_FOUND'
  | 'ACCOUNT_EXISTS'
  | 'ACCOUNT_INVALID'
  | 'ITEM_NOT_FOUND'
  | 'BACKFILL_NOT_FOUND'
  | 'KEY_MISSING'
  | 'KEY_IN_USE'
  | 'SECRET_UNREADABLE'
  | 'PLATFORM_CANNOT'
  | 'MODERATION_NOT_FOUND'
  | 'MODERATION_OPEN'
  | 'MODERATION_DECIDED'
  | 'SIGNATURE_INVALID'
  | 'INTAKE_INVALID'
  | 'SCREENSHOT_INVALID'
  | 'SCREENSHOT_NOT_FOUND'
  | 'COMMENT_NOT_FOUND'
  | 'PASSWORD_REFUSED'
  | 'PASSWORD_CHANGE_NEEDED'
  | 'SECOND_FACTOR_NEEDED'
  | 'SECOND_FACTOR_WRONG'
  | 'SECOND_FACTOR_STANDS'
  | 'SECOND_FACTOR_MISSING'
  | 'USER_NOT_FOUND'
  | 'USER_EXISTS'
  | 'USER_STATE'
  | 'USER_INVALID'
  | 'LAST_ADMINISTRATOR'
  | 'TOKEN_NOT_FOUND'
  | 'TOKEN_INVALID'
  | 'SESSION_NOT_FOUND'
  | 'SINGLE_SIGN_ON_OFF'
  | 'SINGLE_SIGN_ON_FAILED'
  | 'UNDO_TOO_LATE'
  | 'UNDO_OVERTAKEN'
  | 'JOB_NOT_FOUND'
  | 'JOB_STATE'
  | 'VIEW_NOT_FOUND'
  | 'MACRO_NOT_FOUND'
  | 'SETTING_NOT_FOUND'
  | 'SETTING_INVALID'
  | 'ATTACHMENT_NOT_FOUND'
  | 'ATTACHMENT_REFUSED'
  | 'WEBHOOK_NOT_FOUND'
  | 'ADDRESS_FORBIDDEN'
  | 'TOO_MANY_REQUESTS'
  | 'ATTACHMENT_DAMAGED'
  | 'QUERY_INVALID'
  | 'SEARCH_NOT_FOUND'
  | 'SUBSCRIPTION_NOT_FOUND'
  | 'REBUILD_RUNNING'
  | 'REBUILD_FAILED'
  | 'INCIDENT_NOT_FOUND'
  | 'INCIDENT_CLOSED'
  | 'INCIDENT_STATE'
  | 'STEP_NOT_FOUND'
  | 'LETTER_NOT_FOUND'
  | 'INSTRUCTION_NOT_FOUND'
  | 'REPORT_NOT_FOUND'
  | 'REPORT_INVALID'
  | 'ENTRY_NOT_FOUND'
  | 'ENTRY_STATE'
  | 'APPRAISAL_NOT_FOUND'
  | 'ARCHIVE_NOT_FOUND'
  | 'ARCHIVE_SEALED'
  | 'ARCHIVE_DAMAGED'
  | 'PRINTER_MISSING'
  | 'ASSISTANT_OFF'
  | 'ASSISTANT_FAILED'
  | 'PROPOSAL_NOT_FOUND'
  | 'ANOTHER_PERSON'
  | 'ERASURE_NOT_FOUND'
  | 'ERASURE_STATE'

/** What people and programs can act on: the code is the API, the message says what to do. */
export class HuiyinError extends Error {
  override readonly name = 'HuiyinError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export const ticketNotFound = (id: string) =>
  new HuiyinError('TICKET_NOT_FOUND', `There is no ticket "${id}"; it may have been opened in another installation`)

export const ticketClosed = (number: string) =>
  new HuiyinError('TICKET_CLOSED', `Ticket ${number} is dismissed; reopen it before you act on it`)

export const somebodyWasFaster = (who: string) =>
  new HuiyinError('SOMEBODY_WAS_FASTER', `${who} was faster; read the ticket again before you decide`)

export const keyReused = () =>
  new HuiyinError('KEY_REUSED', 'This Idempotency-Key was used for another request; make a new key for a new act')

export const commentNotOnTicket = (comment: string, number: string) =>
  new HuiyinError('COMMENT_NOT_ON_TICKET', `"${comment}" is none of the citizen's turns that ticket ${number} keeps`)

export const nothingOwed = (number: string) =>
  new HuiyinError('NOTHING_OWED', `Nobody waits for an answer on ticket ${number}`)

export const replyUnderWay = (number: string) =>
  new HuiyinError(
    'REPLY_UNDER_WAY',
    `A reply on ticket ${number} is on its way; wait until it is confirmed or has failed`
  )

export const replyNotApproved = (reply: string) =>
  new HuiyinError('REPLY_NOT_APPROVED', `Reply "${reply}" is not approved as it stands; nothing is sent`)

/** `until` is UTC in ms. */
export const replyStillWaits = (reply: string, until: number) =>
  new HuiyinError(
    'REPLY_NOT_APPROVED',
    `Reply "${reply}" can still be withdrawn until ${new Date(until).toISOString()}; nothing is sent before`
  )

export const replyNotFound = (reply: string, number: string) =>
  new HuiyinError('REPLY_NOT_FOUND', `Ticket ${number} keeps no reply "${reply}"`)

/** `stands` says how the reply stands now. */
export const replyChanged = (reply: string, stands: string) =>
  new HuiyinError('REPLY_CHANGED', `Reply "${reply}" is not what you saw, it is ${stands}; read the ticket again`)

export const replyLocked = (number: string) =>
  new HuiyinError(
    'REPLY_LOCKED',
    `Ticket ${number} was reported to the head; only a holding reply leaves until it is released or a spokesperson named`
  )

/** `what` the platform would have to do, such as "remove a citizen's comment". */
export const platformCannot = (platform: string, what: string) =>
  new HuiyinError('PLATFORM_CANNOT', `The account on ${platform} cannot ${what} from outside; do it on the platform`)

export const moderationNotFound = (id: string, number: string) =>
  new HuiyinError('MODERATION_NOT_FOUND', `Nobody asked "${id}" of a comment on ticket ${number}`)

export const moderationOpen = (who: string) =>
  new HuiyinError('MODERATION_OPEN', `${who} has asked for that already; it is not done yet`)

/** `stands` says how it stands now. */
export const moderationDecided = (who: string, stands: string) =>
  new HuiyinError('MODERATION_DECIDED', `There is nothing to decide any more: it is ${stands} by ${who}`)

/** `message` says what was expected and what came. */
export const replyInvalid = (message: string) => new HuiyinError('REPLY_INVALID', message)

export const tooMuchUnpublished = (number: string) =>
  new HuiyinError(
    'TOO_MUCH_UNPUBLISHED',
    `The log has been away for long; ticket ${number} takes no more acts until it is back`
  )

export const storeUnavailable = (cause: unknown) =>
  new HuiyinError('STORE_UNAVAILABLE', 'The store did not answer; ask again with the same Idempotency-Key', { cause })

export const storeRefused = (reason: string) =>
  new HuiyinError('STORE_REFUSED', `The store refused the document: ${reason}`)

export const logUnavailable = (cause: unknown) =>
  new HuiyinError('LOG_UNAVAILABLE', 'The log did not answer; what was sent may or may not stand in it', { cause })

/** A group's place that the log no longer holds, or does not hold yet; offsets as Kafka writes them. */
export interface LostPlace {
  topic: string
  partition: number
  committed: string
  low: string
  high: string
}

export const logOffsetLost = (group: string, { topic, partition, committed, low, high }: LostPlace) =>
  new HuiyinError(
    'LOG_OFFSET_LOST',
    `Group ${group} stopped at ${committed} in partition ${partition} of ${topic}, where the log holds ${low} to ${high}; ` +
      `events between may be lost to it. Set its offsets by hand before it goes on`
  )

/** A reader of a release before the one that wrote it. */
export const eventUnknown = (type: string) =>
  new HuiyinError(
    'EVENT_UNKNOWN',
    `The log holds an event of the type "${type}", which this release does not know: a later one wrote it. ` +
      'Run that release here too; nothing is lost, and reading goes on from this event'
  )

/** `message` says what was expected and what came. */
export const settingsInvalid = (message: string, cause?: unknown) =>
  new HuiyinError('SETTINGS_INVALID', message, cause === undefined ? undefined : { cause })

export const eventTooLarge = (bytes: number) =>
  new HuiyinError('EVENT_TOO_LARGE', `An event may have 256 KB; this one has ${Math.ceil(bytes / 1024)} KB`)

export const folderInUse = (folder: string) =>
  new HuiyinError(
    'FOLDER_IN_USE',
    `Another process of Huiyin uses the folder ${folder}; end it first, or choose another HUIYIN_DATA`
  )

/** `message` says what was expected and what came. */
export const calendarInvalid = (message: string) => new HuiyinError('CALENDAR_INVALID', message)

export const pauseNotAllowed = (message: string) => new HuiyinError('PAUSE_NOT_ALLOWED', message)

/** Carries every problem, also those that alone would not refuse. */
export const rulesInvalid = (what: string, problems: readonly RuleProblem[]) => {
  const [first] = problems.filter(({ refuses }) => refuses)
  return Object.assign(new HuiyinError('RULES_INVALID', `${what}: ${first?.en ?? 'it cannot be saved like that'}`), {
    problems
  })
}

export const versionExists = (what: string) =>
  new HuiyinError(
    'VERSION_EXISTS',
    `${what} is there with another content, and a version never changes; name a new one`
  )

export const clockNotRunning = (clock: string, number: string) =>
  new HuiyinError('CLOCK_NOT_RUNNING', `Ticket ${number} has no running clock "${clock}"; read it again`)

/** `message` says what was expected and what came. */
export const templateInvalid = (message: string) => new HuiyinError('TEMPLATE_INVALID', message)

/** `why` is for the log and for programs; the page says it in the office's language. */
export const linkInvalid = (why: string) =>
  new HuiyinError('LINK_INVALID', `This link is not valid: ${why}. Open it again from the alert, or sign in`)

export const linkExpired = () =>
  new HuiyinError('LINK_EXPIRED', 'This link has expired. Use the one in the newest alert, or sign in')

export const accountNotFound = (platform: string, id: string) =>
  new HuiyinError(
    'ACCOUNT_NOT_FOUND',
    `There is no account "${id}" on ${platform}; huiyin account list names those there are`
  )

export const accountExists = (platform: string, id: string) =>
  new HuiyinError('ACCOUNT_EXISTS', `The account "${id}" on ${platform} is there already; change it instead`)

/** Carries every problem, also those that alone would not refuse; none of them names a secret. */
export const accountInvalid = (what: string, problems: readonly RuleProblem[]) => {
  const [first] = problems.filter(({ refuses }) => refuses)
  return Object.assign(new HuiyinError('ACCOUNT_INVALID', `${what}: ${first?.en ?? 'it cannot be saved like that'}`), {
    problems
  })
}

/** `message` says which key is missing and where it belongs. */
export const keyMissing = (message: string, cause?: unknown) =>
  new HuiyinError('KEY_MISSING', message, cause === undefined ? undefined : { cause })

export const keyInUse = (message: string) => new HuiyinError('KEY_IN_USE', message)

/** `message` says what was asked for and why it cannot be read; never a part of the secret. */
export const secretUnreadable = (message: string) => new HuiyinError('SECRET_UNREADABLE', message)

/** `message` says what was expected and what came; never a whole address, which may hold a secret. */
export const addressForbidden = (message: string) =>
  new HuiyinError('ADDRESS_FORBIDDEN', `This address may not be asked: ${message}`)

/** `en` says what was expected and what came, `zh` the same to who opened a link. */
export const attachmentRefused = (en: string, zh: string) =>
  Object.assign(new HuiyinError('ATTACHMENT_REFUSED', en), { zh })

export const attachmentDamaged = (sha256: string) =>
  new HuiyinError(
    'ATTACHMENT_DAMAGED',
    `The file ${sha256.slice(0, 16)} is missing or is not what was kept; restore it from a backup`
  )

/** `message` says what was expected and what came. */
export const settingInvalid = (message: string) => new HuiyinError('SETTING_INVALID', message)

export const settingNotFound = (what: string) =>
  new HuiyinError('SETTING_NOT_FOUND', `There is no ${what}; GET /api/settings names what there is`)

export const letterNotFound = (id: string) =>
  new HuiyinError('LETTER_NOT_FOUND', `There is no letter "${id}", or it did not go to you`)

/** `of`: the incident or report that it would stand with. */
export const instructionNotFound = (id: string, of: string) =>
  new HuiyinError('INSTRUCTION_NOT_FOUND', `There is no instruction "${id}" on "${of}"; read it again`)

export const archiveNotFound = (id: string) =>
  new HuiyinError('ARCHIVE_NOT_FOUND', `There is no archive "${id}"; GET /api/archives names what there is`)

export const archiveSealed = (id: string) =>
  new HuiyinError('ARCHIVE_SEALED', `The archive "${id}" is sealed; what is sealed never changes`)

/** `message` says which file or sum is wrong. */
export const archiveDamaged = (message: string) => new HuiyinError('ARCHIVE_DAMAGED', message)
