import { HuiyinError } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf, putSeen, tagOf } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { Value } from 'typebox/value'
import { TicketFilterBody } from '../jobs/job-body.ts'
import { ViewBody, type ViewRow } from './view-body.ts'

/** Lists that people keep: each their own, and those that the office shares. */

const KIND = 'view'
const AT_MOST = 100

type Kept = { id: string; view: Record<string, unknown>; by: Actor; at: number }

/** Whose views: a person's own, or the shared ones. */
export type Owner = { person: string } | 'shared'

const startOf = (owner: Owner) => (owner === 'shared' ? 'shared/' : `own/${idOf(owner.person)}/`)

/** In their order. As fresh as a list. */
export async function viewsOf(records: Records, owner: Owner): Promise<ViewRow[]> {
  const kept = await Array.fromAsync(entriesOf<Kept>(records, KIND, startOf(owner)))
  return kept.map(({ value }) => rowOf(value, owner)).sort(byOrder)
}

const byOrder = (a: ViewRow, b: ViewRow) =>
  (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || (a.name < b.name ? -1 : 1)

type Saving = { id: string; view: ViewBody; by: Actor; at: number }

/** `seen`: the tag of what its author saw, absent for a new one. Throws SOMEBODY_WAS_FASTER, TOO_MANY. */
export async function saveView(
  records: Records,
  owner: Owner,
  kept: Saving,
  seen: string | undefined
): Promise<ViewRow> {
  if (seen === undefined && (await viewsOf(records, owner)).length >= AT_MOST) throw tooMany()
  const entry = { id: startOf(owner) + kept.id, value: kept }
  await putSeen<Kept>(records, KIND, entry, { seen, what: `The view "${kept.id}"` })
  await records.refresh()
  return rowOf(kept, owner)
}

/** Throws VIEW_NOT_FOUND. */
export async function viewOf(records: Records, owner: Owner, id: string): Promise<ViewRow> {
  const found = await records.get<Kept>(KIND, startOf(owner) + id)
  if (!found) throw new HuiyinError('VIEW_NOT_FOUND', `There is no view "${id}"; list the views again`)
  return rowOf(found.document.value, owner)
}

/** Throws VIEW_NOT_FOUND. */
export async function removeView(records: Records, owner: Owner, id: string): Promise<ViewRow> {
  const row = await viewOf(records, owner, id)
  await records.remove(KIND, startOf(owner) + id)
  await records.refresh()
  return row
}

/** What this version does not know of an older view is left out, and named. */
function rowOf(kept: Kept, owner: Owner): ViewRow {
  const { id, view, by, at } = kept
  const shared = owner === 'shared'
  const { query = {}, ...rest } = view
  const asked = known(query as Record<string, unknown>, TicketFilterBody.properties)
  const shown = known(rest, ViewBody.properties)
  return {
    ...(shown.kept as Omit<ViewBody, 'query'>),
    name: typeof view.name === 'string' ? view.name : id,
    query: asked.kept as ViewBody['query'],
    ...{ id, key: `${shared ? 'shared' : 'own'}/${id}`, shared },
    lost: [...asked.lost, ...shown.lost],
    ...{ by: by.name, at, tag: tagOf(kept) }
  }
}

type Properties = Record<string, Parameters<typeof Value.Check>[0]>

function known(given: Record<string, unknown>, properties: object) {
  const schemas = properties as Properties
  const fits = (name: string, value: unknown) => Object.hasOwn(schemas, name) && Value.Check(schemas[name]!, value)
  const entries = Object.entries(given)
  return {
    kept: Object.fromEntries(entries.filter(([name, value]) => fits(name, value))),
    lost: entries.flatMap(([name, value]) => (fits(name, value) ? [] : [name]))
  }
}

const tooMany = () =>
  new HuiyinError('TOO_MANY', `Expected at most ${AT_MOST} views; remove one before you keep another`)
