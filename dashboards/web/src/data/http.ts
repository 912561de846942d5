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
  /** Where a search is not understood, and why. */
  readonly query: Problem['query']
  /** Where in the request, such as `body/name`. */
  readonly at: Problem['at']

  constructor(
    code: string,
    status: number,
    detail: string,
    { problems = [], winner, query, at }: Partial<Problem> = {}
  ) {
    super(detail)
    this.code = code
    this.status = status
    this.problems = problems
    this.winner = winner
    this.query = query
    this.at = at
  }

  /** The answer may come another time: the same request may be sent again. */
  get undecided(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429
  }
}

/** What is of the session, not of the request. */
const OF_SESSION = ['NOT_SIGNED_IN', 'PASSWORD_CHANGE_NEEDED', 'ANOTHER_PERSON'] as const
export type SessionCode = (typeof OF_SESSION)[number]

const listeners = new Set<(code: SessionCode) => void>()

/** Calls back when an answer says that the session has ended, is somebody else's, or needs a new password first. */
export function onSession(listener: (code: SessionCode) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks the api; paths, parameters, bodies and answers are those of its OpenAPI document. */
export const api = createClient<paths>({
  headers: { accept: 'application/json' },
  fetch: request => send(named(request))
})

let speaker: () => string | undefined = () => undefined

/** Whose page this is: the server refuses what it asks once the browser is signed in as somebody else. */
export function speakFor(who: () => string | undefined): void {
  speaker = who
}

/** In whose name the page asks now. */
export const whoSpeaks = (): string | undefined => speaker()

function named(request: Request): Request {
  const who = speaker()
  if (who !== undefined) request.headers.set('huiyin-person', encodeURIComponent(who))
  return request
}

/** For a request in whoever's name: who it is, and signing in. */
export const unnamed = (request: Request) => send(request)

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** What was answered; throws ApiProblem. */
export async function told<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked
  if (!response.ok) throw problemOf(error, response)
  return data as T
}

/** For a request that takes its time: how long, in ms, before it is given up. */
export const within = (ms: number) => (request: Request) => send(named(request), ms)

async function send(request: Request, ms = TIMEOUT): Promise<Response> {
  const { signal } = request
  try {
    return await fetch(request, { signal: eitherOf(signal, ms) })
  } catch (error) {
    if (signal.aborted && (signal.reason as Error)?.name === 'AbortError') throw error
    throw new ApiProblem('NETWORK', 0, error instanceof Error ? error.message : String(error))
  }
}

/** Aborted by the one or by the time, until the whole answer is read; `AbortSignal.any` came after Chromium 109. */
function eitherOf(signal: AbortSignal, ms: number): AbortSignal {
  const both = new AbortController()
  const follow = () => both.abort(signal.reason)
  if (signal.aborted) follow()
  signal.addEventListener('abort', follow, { once: true })
  const answered = new WeakRef(both) // a timer that outlives the answer must not keep it
  setTimeout(() => answered.deref()?.abort(new DOMException(`No answer within ${ms} ms`, 'TimeoutError')), ms)
  return both.signal
}

/** A proxy in between answers in its own words. */
function problemOf(error: unknown, answer: Response): ApiProblem {
  const problem: Partial<Problem> = typeof error === 'object' && error !== null ? error : {}
  const code = problem.code ?? `HTTP_${answer.status}`
  const ofSession = OF_SESSION.find(one => one === code)
  if (ofSession) for (const listener of listeners) listener(ofSession)
  return new ApiProblem(code, answer.status, problem.detail ?? problem.title ?? answer.statusText, problem)
}
