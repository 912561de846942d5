import type { Signs } from './signs.ts'

/** What is told of a call: seconds, and the code of its failure. */
export type Heard = { done: (seconds: number) => void; failed: (code: string) => void }

const CODE = /^[A-Z][A-Z0-9_]{2,40}$/

/** The code of an error, of few values. */
export const codeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  if (typeof code === 'string' && CODE.test(code)) return code
  return name === 'AbortError' ? 'ABORTED' : 'UNEXPECTED'
}

/** Does it, and tells how long it took and how it failed. */
export async function called<T>(signs: Pick<Signs, 'called'>, { done, failed }: Heard, work: () => Promise<T>) {
  const began = performance.now()
  try {
    return await work()
  } catch (error) {
    failed(codeOf(error))
    throw error
  } finally {
    done((performance.now() - began) / 1_000)
    signs.called()
  }
}
