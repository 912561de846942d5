import type { BoardMood, BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { serverNow } from '../../data/server-time.ts'
import { askMood, askOverview } from '../ask.ts'
import type { Wanted } from '../place.ts'

const TODAY: Wanted = { board: 'overview', span: 'today' }
const SECOND = 1_000
const EVERY = 60 // seconds between two looks

type Shown = { overview: BoardOverview; mood: BoardMood }

/**
 * The numbers of today, looked at anew every minute, and the time. One timer drives both; one answer is kept, and it takes
 * the place of the one before: it may run for weeks.
 */
export function useWall() {
  const [now, setNow] = useState(serverNow)
  const { data, error, refetch } = useQuery({
    queryKey: ['wall'],
    queryFn: async (): Promise<Shown> => {
      const [overview, mood] = await Promise.all([askOverview(TODAY), askMood(TODAY)])
      return { overview, mood }
    },
    retry: false,
    structuralSharing: false,
    gcTime: 0
  })
  useEffect(() => {
    let ticks = 0
    const timer = setInterval(() => {
      setNow(serverNow())
      ticks = (ticks + 1) % EVERY
      if (ticks === 0) refetch()
    }, SECOND)
    return () => clearInterval(timer)
  }, [refetch])
  return { data, error, now }
}
