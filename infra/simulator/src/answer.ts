/** What a simulated platform says to one request. */
export interface Answer {
  status: number
  /** Told as JSON; a string as it is when the headers say that it is text. */
  body: unknown
  headers?: Record<string, string>
}

/** How a list is bent on purpose. */
export interface Bend {
  /** Each page begins so many rows earlier than it should. */
  overlap?: number
  /** Past its end the last page comes again and again; the cursor goes on moving, or stands still. */
  endless?: 'moving' | 'standing'
}

/** One request, already taken apart. */
export interface Question {
  method: string
  path: string
  query: Record<string, string>
  /** What stands behind the `?`, as it came. */
  search?: string
  headers: Record<string, string | undefined>
  /** The body as it came. */
  raw: string
  bend?: Bend
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
