import { httpClient } from './http.ts'
import { NO_METER, type PlatformDeps } from './platform-deps.ts'
import { memoryTokens } from './token-memory.ts'

/** What a platform's client works with, nothing left out. */
export const furnished = ({
  clock,
  http = httpClient(),
  meter = NO_METER,
  tokens = memoryTokens()
}: PlatformDeps): Required<PlatformDeps> => ({ clock, http, meter, tokens })
