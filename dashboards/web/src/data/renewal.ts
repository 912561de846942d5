import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onNews } from './live.ts'
import { throttle } from './throttle.ts'

/** With the quarter of a second in which events are gathered, and the answer's time, what is counted is at most 2 s old. */
const EVERY = 1_500 // ms

/** Asks again for what has these keys whenever something has happened to a ticket. `keys` stay the same. */
export function useRenewal(keys: readonly QueryKey[]): void {
  const client = useQueryClient()
  useEffect(() => {
    const renewed = throttle(
      () => Promise.all(keys.map(queryKey => client.invalidateQueries({ queryKey }, { cancelRefetch: false }))),
      EVERY
    )
    const stop = onNews(renewed.ask)
    return () => {
      stop()
      renewed.end()
    }
  }, [client, keys])
}
