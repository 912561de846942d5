import type { LetterView } from '@huiyin/schemas/api-letters.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDecisionKey } from './decision-key.ts'
import { api, told } from './http.ts'

/** A test message by a channel, and whether it arrived. */

type Tried = { channel: string; person?: string }

const SOON = 1_000 // ms between looks
const PATIENCE = 90_000 // ms: what has not ended by then is told as waiting

const stateOf = (letter: LetterView | undefined) => letter?.to[0]?.sent.at(-1)

export function useChannelTest() {
  const [sent, setSent] = useState<{ letter: string; at: number }>()
  const { key, onSettled } = useDecisionKey()
  const test = useMutation({
    mutationFn: async ({ channel, person }: Tried) => {
      const { letter } = await told(
        api.POST('/api/channels/{channel}/test', {
          params: { path: { channel }, header: { 'idempotency-key': key } },
          body: person === undefined ? {} : { person }
        })
      )
      setSent({ letter, at: Date.now() })
    },
    onSettled
  })
  const letter = useQuery({
    queryKey: ['channel-test', sent?.letter],
    queryFn: async () =>
      (await told(api.GET('/api/letters/{id}', { params: { path: { id: sent!.letter } } }))) as LetterView,
    enabled: sent !== undefined,
    refetchInterval: ({ state }) => {
      const now = stateOf(state.data)?.state
      const isOver = now === 'sent' || now === 'failed' || now === 'unknown'
      return isOver || Date.now() - (sent?.at ?? 0) > PATIENCE ? false : SOON
    }
  })
  return { test, outcome: stateOf(letter.data), error: test.error ?? letter.error, isUnderWay: sent !== undefined }
}
