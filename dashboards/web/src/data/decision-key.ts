import { useState } from 'react'
import { newKey } from './acts.ts'
import { ApiProblem } from './http.ts'

/** A key for each decision: kept while nobody knows whether it was done, another for the next. */
export function useDecisionKey() {
  const [key, setKey] = useState(newKey)
  const onSettled = (_: unknown, error: Error | null) => {
    if (!error || (error instanceof ApiProblem && !error.undecided)) setKey(newKey())
  }
  return { key, onSettled }
}
