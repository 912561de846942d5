/**
 * A person's acts on a ticket. An act is given its Idempotency-Key and the turn that its author saw when it is
 * first tried; both stay until the server has decided, over lost answers and reloads, so that it is done once.
 */
import type { AttestBody, CorrectBody, ReplyBody, TicketView } from '@huiyin/schemas/api.ts'
import type { PauseReason } from '@huiyin/schemas/calendar.ts'
import type { Ask, RemovalGround } from '@huiyin/schemas/ticket.ts'
import { ApiProblem, ask, segment } from './http.ts'
import { stored } from './stored.ts'

/** The server takes no body where there is nothing to say. */
type Nothing = undefined
type Reply<What extends string> = `replies/${string}/${What}`
type Dispatch<What extends string> = `dispatches/${string}/${What}`
type Supervise = { text: string; owner: string; dueAt: number; instruction: boolean }

/** `kind` is where it is posted under the ticket. */
export type Act =
  | { kind: 'correct'; body: CorrectBody }
  | { kind: 'acknowledge'; body?: Nothing }
  | { kind: 'dismiss' | 'waive' | 'reopen' | 'split'; body: { reason: string } }
  | { kind: 'replies'; body: ReplyBody }
  | { kind: Reply<'review'> | Reply<'approve'>; body: { hash: string } }
  | { kind: Reply<'return'>; body: { reason: string } }
  | { kind: Reply<'withdraw'> | Reply<'confirm-attested'>; body?: Nothing }
  | { kind: 'attested'; body: AttestBody }
  | { kind: 'release'; body: { spokesperson?: string } }
  | { kind: 'dispatches'; body: { department: string; assisting?: string[]; request: string } }
  | { kind: Dispatch<'sign'>; body?: Nothing }
  | { kind: Dispatch<'return'>; body: { text: string } }
  | { kind: Dispatch<'bounce'>; body: { grounds: string; proposes: string } }
  | { kind: Dispatch<'withdraw'>; body: { reason: string } }
  | { kind: 'rule'; body: { department: string; grounds: string } }
  | { kind: 'transfer'; body: { department: string; reason: string } }
  | { kind: 'supervisions'; body: Supervise }
  | { kind: `supervisions/${string}/end`; body?: Nothing }
  | { kind: 'asks'; body: { kind: Ask['kind']; reason: string; until?: number } }
  | { kind: `asks/${string}/decide`; body: { granted: boolean } }
  | { kind: 'rating'; body: { score: number } }
  | { kind: `clocks/${string}/pause`; body: { reason: PauseReason } }
  | { kind: `clocks/${string}/resume`; body?: Nothing }
  | { kind: 'removals'; body: { comment: string; ground: RemovalGround; text: string } }
  | { kind: `removals/${string}/grant`; body?: Nothing }
  | { kind: `removals/${string}/refuse`; body: { reason: string } }
  | { kind: 'elected'; body: { comment: string; elected: boolean } }
  | { kind: 'merge'; body: { with: string } }
  | { kind: 'relations'; body: { other: string } }
  | { kind: `relations/${string}`; method: 'DELETE'; body?: Nothing }

type Attempt = { key: string; seen: number; body: string }

function parseAttempt(value: unknown): Attempt | undefined {
  const { key, seen, body } = (value ?? {}) as Partial<Attempt>
  return typeof key === 'string' && typeof seen === 'number' && typeof body === 'string'
    ? { key, seen, body }
    : undefined
}

/** `seen`: number of the last turn that its author saw. Throws ApiProblem. */
export async function perform(ticket: string, act: Act, seen: number): Promise<TicketView> {
  const { kind, body } = act
  const kept = stored(`huiyin.attempt.${kind}.${ticket}`, parseAttempt)
  const before = kept.read()
  const text = JSON.stringify(body ?? null)
  const attempt = before?.body === text ? before : { key: newKey(), seen, body: text }
  kept.write(attempt)
  try {
    const view = await ask<TicketView>(`/tickets/${segment(ticket)}/${kind}`, {
      method: 'method' in act ? act.method : 'POST',
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
