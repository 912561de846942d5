import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Finding } from '@huiyin/schemas/reply-check.ts'

/** A refused request names the place, such as `query/sort`. */
export const invalidRequest = (at: string, message: string) =>
  Object.assign(new HuiyinError('INVALID_REQUEST', message), { at })

/** Nobody sends such a thing by mistake: the log has that it was refused. */
export const alarming = <E extends Error>(error: E) => Object.assign(error, { alarming: true })

export const notSignedIn = () => new HuiyinError('NOT_SIGNED_IN', 'Sign in first; the session is missing or has ended')

export const anotherPerson = () =>
  new HuiyinError(
    'ANOTHER_PERSON',
    'This browser has been signed in by somebody else since; nothing was done. GET /api/session says who it is'
  )

export const wrongPassword = () => new HuiyinError('WRONG_PASSWORD', 'The name or the password is wrong')

export const tooManyTries = (seconds: number) =>
  new HuiyinError('TOO_MANY_TRIES', `Too many failed tries; try again in ${seconds} s`)

export const tooManyRequests = (seconds: number) =>
  new HuiyinError('TOO_MANY_REQUESTS', `Too many requests; ask again in ${seconds} s, and less often`)

export const crossSite = () =>
  new HuiyinError('CROSS_SITE', 'A change needs a same-origin Sec-Fetch-Site or Origin header; this request has none')

export const seenMissing = () =>
  new HuiyinError('SEEN_MISSING', 'Name the last turn that you saw in If-Match, such as If-Match: "3"')

export const routeNotFound = (method: string) =>
  new HuiyinError('ROUTE_NOT_FOUND', `Nothing answers ${method} here; /api/openapi.json lists what there is`)

export const parkedNotFound = (id: string) => new HuiyinError('PARKED_NOT_FOUND', `There is no parked message "${id}"`)

export const parkedIsCut = (id: string) =>
  new HuiyinError('PARKED_IS_CUT', `The parked message "${id}" was too long to be kept whole; collect it again instead`)

/** Carries all that was found, what is only warned of too. */
export const replyRefused = (findings: readonly Finding[]) => {
  const refusing = findings.filter(({ severity }) => severity === 'refuse')
  const message = `The reply goes to no review as it stands: ${refusing.map(({ en }) => en).join(' ')}`
  return Object.assign(new HuiyinError('REPLY_REFUSED', message), { findings })
}

export const templateNotFound = (id: string, version: number) =>
  new HuiyinError('TEMPLATE_NOT_FOUND', `There is no template "${id}" version ${version}; list the templates again`)

export const signatureInvalid = () =>
  new HuiyinError(
    'SIGNATURE_INVALID',
    'The signature is not good: sign the timestamp, a full stop and the body as it is sent with the secret of the account, within 5 minutes'
  )

/** `message` says what was expected and what came. */
export const intakeInvalid = (message: string) => new HuiyinError('INTAKE_INVALID', message)

/** `message` says what was expected and what came. */
export const screenshotInvalid = (message: string) =>
  Object.assign(new HuiyinError('SCREENSHOT_INVALID', message), { at: 'body/screenshot' })

export const commentNotFound = (id: string) =>
  new HuiyinError('COMMENT_NOT_FOUND', `There is no comment "${id}" of that time; search for it again`)

export const screenshotNotFound = (id: string) =>
  new HuiyinError('SCREENSHOT_NOT_FOUND', `There is no screenshot of comment "${id}"`)
