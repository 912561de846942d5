type Facts = { name: string; code?: unknown; message: string; stack?: string | undefined; cause?: Facts }

/** What of an error goes into the log: clients of engines hang whole requests, with search words, on theirs. */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: typeof error, message: 'something was thrown that is no error' }
  const { name, message, stack, cause } = error
  const code = (error as { code?: unknown }).code
  return {
    name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(cause !== undefined && { cause: errorFacts(cause) })
  }
}
