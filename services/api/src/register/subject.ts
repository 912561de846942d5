import { accountId, idOf } from '@huiyin/domain/ids.ts'
import type { Subject } from '@huiyin/schemas/register.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import { invalidRequest } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'

type Of = Pick<ApiPorts, 'book' | 'map' | 'records'>

/** Whom an id names, as they are called now. Throws INVALID_REQUEST for one that nobody has. */
export async function subjectNamed(ports: Of, { kind, id }: Pick<Subject, 'kind' | 'id'>): Promise<Subject> {
  const name = await nameOf(ports, kind, id)
  if (name === undefined)
    throw invalidRequest('body/subject/id', `body/subject/id must be the id of one of the ${kind}s; "${id}" is none`)
  return { kind, id, name }
}

async function nameOf({ book, map, records }: Of, kind: Subject['kind'], id: string): Promise<string | undefined> {
  if (kind === 'account') return book.rows().find(({ account }) => accountId(account) === id)?.account.name
  if (kind === 'department') return map.departments().list.find(({ name }) => name === id)?.name
  return (await records.get<StoredUser>('person', idOf(id)))?.document.value.actor.name
}
