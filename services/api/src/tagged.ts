import { tagOf } from '@huiyin/ports/rule-records.ts'
import { Type } from 'typebox'
import { invalidRequest } from './errors.ts'

/** What is changed in place carries a tag of its content, and who changes it says which tag they saw. */

export const Seen = Type.Object({
  'if-match': Type.Optional(
    Type.String({ pattern: '^"?[\\w-]{1,40}"?$', description: 'The tag that the person saw; absent for a new one' })
  )
})

/** In bytes: of every route by which a roster, a person and the like is put. */
export const PUT_LIMIT = 512 * 1024

/** With the tag of what it says. */
export const tagged = <V extends object>(value: V) => ({ ...value, tag: tagOf(value) })

/** The tag that a person saw, from If-Match; absent where they saw none. */
export const seenOf = ({ 'if-match': match }: { 'if-match'?: string }) => match?.replaceAll('"', '')

/** Throws INVALID_REQUEST when the body speaks of another than the path. */
export function sameAsPath(name: string, path: string, body: string): void {
  if (path !== body) throw invalidRequest(`body/${name}`, `body/${name} must be "${path}", as the path says`)
}
