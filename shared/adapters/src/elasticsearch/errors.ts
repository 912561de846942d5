import { errors } from '@elastic/elasticsearch'

/** The engine could not say yes or no; thrown where its answer hides that in a part of the whole. */
export class NotNow extends Error {}

const PASSING = [
  NotNow,
  errors.ConnectionError,
  errors.TimeoutError,
  errors.NoLivingConnectionsError,
  errors.DeserializationError // an answer that was cut
]

/** The HTTP status of an error, when the engine answered at all. */
export const statusOf = (error: unknown) => (error instanceof errors.ResponseError ? error.statusCode : undefined)

/** Whether asking again may help. After a write the outcome is then unknown, except for 429. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error)
  if (status !== undefined) return status === 408 || status === 429 || status >= 500
  return PASSING.some(kind => error instanceof kind)
}

/** The engine's name of an error, such as `resource_already_exists_exception`. */
export function typeOf(error: unknown): string | undefined {
  return error instanceof errors.ResponseError ? error.body?.error?.type : undefined
}

/** Whether it does not know us, or does not let us: a block, which is a 403 too, is none. */
export function isRefusal(error: unknown): boolean {
  const status = statusOf(error)
  return status === 401 || (status === 403 && typeOf(error) === 'security_exception')
}
