/**
 * A person's acts on a ticket. An act is given its Idempotency-Key and the turn that its author saw when it is
 * first tried; both stay until the server has decided, over lost answers and reloads, so that it is done once.
 */
import type { CorrectBody, TicketView } from '@huiyin/schemas/api.ts'
import { ApiProblem, ask, segment } from './http.ts'
import { stored } from './stored.ts'

export type Act =
  | { kind: 'replies'; body: { text: string } }
  | { kind: 'dismiss' | 'reopen'; body: { reason: string } }
  | { kind: 'correct'; body: CorrectBody }
  | { kind: 'acknowledge'; body: Record<string, never> }

type Attempt = { key: string; seen: number; body: string }

function parseAttempt(value: unknown): Attempt | undefined {
  const { key, seen, body } = (value ?? {}) as Partial<Attempt>
  return typeof key === 'string' && typeof seen === 'number' && typeof body === 'string'
    ? { key, seen, body }
    : undefined
}

/** `seen`: number of the last turn that its author saw. Throws ApiProblem. */
export async function perform(ticket: string, { kind, body }: Act, seen: number): Promise<TicketView> {
  const kept = stored(`huiyin.attempt.${kind}.${ticket}`, parseAttempt)
  const before = kept.read()
  const text = JSON.stringify(body)
  const attempt = before?.body === text ? before : { key: newKey(), seen, body: text }
  kept.write(attempt)
  try {
    const view = await ask<TicketView>(`/tickets/${segment(ticket)}/${kind}`, {
      method: 'POST',
      body,
      headers: { 'if-match': String(attempt.seen), 'idempotency-key': attempt.key }
    })
    kept.clear()
    return view
  } catch (error) {
    if (error instanceof ApiProblem && !error.undecided) kept.clear()
    throw error
  }
}

/** A random UUID; `crypto.randomUUID` is missing on plain-http addresses. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
