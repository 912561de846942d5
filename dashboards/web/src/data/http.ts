import type { Problem } from '@huiyin/schemas/api.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import createClient from 'openapi-fetch'
import type { paths } from '../api/types.ts'

const TIMEOUT = 20_000 // ms

/** What the server refused or could not do. `status` 0: no answer came, nobody knows whether it was done. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: string
  readonly status: number
  /** All that is wrong with what was to be saved. */
  readonly problems: readonly RuleProblem[]
  /** Of a conflict: whose act came first. */
  readonly winner: Problem['winner']

  constructor(code: string, status: number, detail: string, { problems = [], winner }: Partial<Problem> = {}) {
    super(detail)
    this.code = code
    this.status = status
    this.problems = problems
    this.winner = winner
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

/** Asks the api; paths, parameters, bodies and answers are those of its OpenAPI document. */
export const api = createClient<paths>({ headers: { accept: 'application/json' }, fetch: request => send(request) })

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** What was answered; throws ApiProblem. */
export async function told<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked
  if (!response.ok) throw problemOf(error, response)
  return data as T
}

/** For a request that takes its time: how long, in ms, before it is given up. */
export const within = (ms: number) => (request: Request) => send(request, ms)

async function send(request: Request, ms = TIMEOUT): Promise<Response> {
  const { signal } = request
  try {
    return await fetch(request, { signal: AbortSignal.any([signal, AbortSignal.timeout(ms)]) })
  } catch (error) {
    if (signal.aborted && (signal.reason as Error)?.name === 'AbortError') throw error
    throw new ApiProblem('NETWORK', 0, error instanceof Error ? error.message : String(error))
  }
}

/** A proxy in between answers in its own words. */
function problemOf(error: unknown, answer: Response): ApiProblem {
  const problem: Partial<Problem> = typeof error === 'object' && error !== null ? error : {}
  const code = problem.code ?? `HTTP_${answer.status}`
  if (code === 'NOT_SIGNED_IN' || code === 'PASSWORD_CHANGE_NEEDED') for (const listener of listeners) listener(code)
  return new ApiProblem(code, answer.status, problem.detail ?? problem.title ?? answer.statusText, problem)
}
