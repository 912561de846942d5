import type { ReplyKind } from '@huiyin/schemas/ticket.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, told } from '../../data/http.ts'

const PAUSE = 500 // ms without a key before a text is checked

/** What the house finds in a text while it is written. `checked` is about this very text, or absent. */
export function useCheck(ticket: string, text: string, kind: ReplyKind) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const query = useQuery({
    queryKey: ['check', ticket, kind, settled],
    queryFn: ({ signal }) => told(api.POST('/api/replies/check', { body: { ticket, text: settled, kind }, signal })),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false
  })
  const current = text === settled && !query.isPlaceholderData
  return {
    checked: text !== '' && current ? query.data : undefined,
    running: text !== '' && (text !== settled || query.isFetching),
    failed: text !== '' && query.isError
  }
}
