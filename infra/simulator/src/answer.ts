/** What a simulated platform says to one request. */
export interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

/** One request, already taken apart. */
export interface Question {
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string | undefined>
  /** The body as it came. */
  raw: string
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
