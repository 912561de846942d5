import { type Platform, PlatformError } from '@huiyin/ports/platform.ts'

/** What stands in a secret's place. */
const HIDDEN = '***'
/** Anything shorter is found in common words. */
const SHORTEST = 6

type Method = (...args: unknown[]) => Promise<unknown>

/**
 * The same platform, in whose messages no secret stands: a server may repeat in its own words what it was sent, and
 * messages go into the log, to the page and into tickets.
 */
export function redacted(platform: Platform, secrets: readonly string[]): Platform {
  const known = secrets.filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length)
  const hide = (text: string) => known.reduce((said, secret) => said.replaceAll(secret, HIDDEN), text)
  const guarded =
    (ask: Method): Method =>
    (...args) =>
      ask(...args).then(
        answer => withoutSecrets(answer, hide),
        error => {
          throw errorWithout(error, hide)
        }
      )
  const properties = Object.getOwnPropertyDescriptors(platform)
  for (const [name, property] of Object.entries(properties))
    if (typeof property.value === 'function' && name !== 'replyLength') property.value = guarded(property.value)
  return Object.defineProperties({} as Platform, properties)
}

/** Findings and outcomes carry messages; all else is the citizens' and ours. */
function withoutSecrets(answer: unknown, hide: (text: string) => string): unknown {
  if (Array.isArray(answer)) return answer.map(one => withoutSecrets(one, hide))
  if (!answer || typeof answer !== 'object' || !('message' in answer) || typeof answer.message !== 'string')
    return answer
  return { ...answer, message: hide(answer.message) }
}

/** The same error: whoever catches it asks what it is an instance of. */
function errorWithout(error: unknown, hide: (text: string) => string): unknown {
  if (!(error instanceof PlatformError) || hide(error.message) === error.message) return error
  const { message, stack } = error
  error.message = hide(message)
  error.stack = stack?.replace(message, error.message)
  return error
}
