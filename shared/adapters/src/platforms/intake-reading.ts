import type { CallbackReading } from '@huiyin/ports/intake.ts'

/** A reading of a callback with nothing but its answer, or with what came too. */
export const reading = (
  answer: CallbackReading['answer'],
  came: Partial<Omit<CallbackReading, 'answer'>> = {}
): CallbackReading => ({ answer, comments: [], posts: [], hints: [], unauthorised: [], ...came })

/** The body as JSON. Throws TypeError when it is none. */
export function jsonOf(raw: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString('utf8'))
  } catch {
    throw new TypeError('The body must be JSON')
  }
}

export const json = (body: object): CallbackReading['answer'] => ({
  type: 'application/json',
  body: JSON.stringify(body)
})
