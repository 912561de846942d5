import type { Problem } from '@huiyin/schemas/api.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'

const TIMEOUT = 20_000

/** What the server refused or could not do. `status` 0: no answer came, nobody knows whether it was done. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: string
  readonly status: number
  /** All that is wrong with what was to be saved. */
  readonly problems: readonly RuleProblem[]

  constructor(code: string, status: number, detail: string, problems: readonly RuleProblem[] = []) {
    super(detail)
    this.code = code
    this.status = status
    this.problems = problems
  }

  /** The answer may come another time: the same request may be sent again. */
  get undecided(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429
  }
}

/** What is of the session, not of the request. */
type SessionCode = 'NOT_SIGNED_IN' | 'PASSWORD_CHANGE_NEEDED'

const listeners = new Set<(code: SessionCode) => void>()

/** Calls back when an answer says that the session has ended, or that the password has to be changed first. */
export function onSession(listener: (code: SessionCode) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type Request = { method?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

/** Asks the api; throws ApiProblem. */
export async function ask<T>(path: string, { method = 'GET', body, headers, signal }: Request = {}): Promise<T> {
  const answer = await send(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ?? AbortSignal.timeout(TIMEOUT)
  })
  if (!answer.ok) throw await problemOf(answer)
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api${path}`, init)
  } catch (error) {
    if (init.signal?.aborted && (init.signal.reason as Error)?.name === 'AbortError') throw error
    throw new ApiProblem('NETWORK', 0, error instanceof Error ? error.message : String(error))
  }
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const problem: Partial<Problem> = await answer.json().catch(() => ({})) // a proxy in between answers in its own words
  const code = problem.code ?? `HTTP_${answer.status}`
  if (code === 'NOT_SIGNED_IN' || code === 'PASSWORD_CHANGE_NEEDED') for (const listener of listeners) listener(code)
  return new ApiProblem(code, answer.status, problem.detail ?? problem.title ?? answer.statusText, problem.problems)
}

/** One path segment. */
export const segment = (id: string) => encodeURIComponent(id)
