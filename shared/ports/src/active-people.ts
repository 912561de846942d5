import { idOf } from '@huiyin/domain/ids.ts'
import { isActive } from '@huiyin/domain/sign-in/user.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { Records } from './records.ts'

/** Those of some people who can sign in now, as they may act, by their ids. */
export async function activePeople(
  records: Pick<Records, 'getMany'>,
  ids: readonly string[]
): Promise<Map<string, Actor>> {
  const found =
    ids.length > 0
      ? await records.getMany<StoredUser>(
          'person',
          ids.map(one => idOf(one))
        )
      : []
  const active = found.flatMap(one => (one && isActive(one.document.value) ? [one.document.value.actor] : []))
  return new Map(active.map(actor => [actor.id, actor]))
}
