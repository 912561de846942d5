import { newKey } from './acts.ts'
import { ApiProblem, whoSpeaks } from './http.ts'
import { stored } from './stored.ts'

/**
 * What a person does by an Idempotency-Key of its own: the key, and the turn that they saw, stay until the server has
 * decided, over lost answers and reloads, so that it is done once.
 */

type Attempt = { key: string; seen: number; body: string }

function parseAttempt(value: unknown): Attempt | undefined {
  const { key, seen, body } = (value ?? {}) as Partial<Attempt>
  return typeof key === 'string' && typeof seen === 'number' && typeof body === 'string'
    ? { key, seen, body }
    : undefined
}

/** `name` tells one act from another; `body` what it says. Throws ApiProblem. */
export async function once<T>(
  { name, body, seen = 0 }: { name: string; body: unknown; seen?: number },
  send: (attempt: { key: string; seen: number }) => Promise<T>
): Promise<T> {
  const kept = stored(`huiyin.attempt.${whoSpeaks() ?? ''}.${name}`, parseAttempt)
  const before = kept.read()
  const text = JSON.stringify(body ?? null)
  const attempt = before?.body === text ? before : { key: newKey(), seen, body: text }
  kept.write(attempt)
  try {
    const answer = await send(attempt)
    kept.clear()
    return answer
  } catch (error) {
    if (error instanceof ApiProblem && !error.undecided) kept.clear()
    throw error
  }
}
