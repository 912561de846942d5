/**
 * A person's acts on a ticket. An act is given its Idempotency-Key and the turn that its author saw when it is
 * first tried; both stay until the server has decided, over lost answers and reloads, so that it is done once.
 */
import type { TicketView } from '@huiyin/schemas/api.ts'
import type { paths } from '../api/types.ts'
import { ApiProblem, api, told, whoSpeaks } from './http.ts'
import { stored } from './stored.ts'

/** `replies/{reply}/review` with any id in it. */
type Filled<P extends string> = P extends `${infer A}{${string}}${infer B}` ? `${A}${string}${Filled<B>}` : P

type Json<B> = { content: { 'application/json': B } }
type Form = { requestBody: { content: { 'multipart/form-data': unknown } } }
type Keyed = { parameters: { header: { 'idempotency-key': string } }; responses: { 200: Json<TicketView> } }
type BodyOf<R> = R extends { requestBody: Json<infer B> } ? { body: B } : { body?: undefined }
type Does<What extends string, R, M> = R extends Form
  ? never
  : R extends Keyed
    ? { kind: Filled<What> } & BodyOf<R> & M
    : never
type Post = { method?: undefined }
type Delete = { method: 'delete' }

type Acts = {
  [P in keyof paths]: P extends `/api/tickets/{id}/${infer What}`
    ? Does<What, paths[P]['post'], Post> | Does<What, paths[P]['delete'], Delete>
    : never
}

/** Whatever is done by a key of its own and answers with the ticket. `kind` is where it is posted under the ticket. */
export type Act = Acts[keyof Acts]

/** One part of a `kind`. */
export const segment = (id: string) => encodeURIComponent(id)

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
  const kept = stored(`huiyin.attempt.${whoSpeaks() ?? ''}.${kind}.${ticket}`, parseAttempt)
  const before = kept.read()
  const text = JSON.stringify(body ?? null)
  const attempt = before?.body === text ? before : { key: newKey(), seen, body: text }
  kept.write(attempt)
  try {
    const header = { 'if-match': String(attempt.seen), 'idempotency-key': attempt.key }
    const path = `/api/tickets/{id}/${kind}` as '/api/tickets/{id}/dismiss' // an `Act` fits its own; all answer alike
    const init = { params: { path: { id: ticket }, header }, body: body as { reason: string } }
    const view = await told(api.request((act.method ?? 'post') as 'post', path, init))
    kept.clear()
    return view
  } catch (error) {
    if (error instanceof ApiProblem && !error.undecided) kept.clear()
    throw error
  }
}

/** A random UUID; `crypto.randomUUID` is missing on plain-http addresses. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
