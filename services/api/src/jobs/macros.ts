import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf, putSeen } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Macro } from '@huiyin/schemas/bulk.ts'

/** Named sequences of steps, as the office keeps them. */

export type KeptMacro = { macro: Macro; by: Actor; at: number }

const KIND = 'macro'

/** By id; as fresh as a list. */
export async function allMacros(records: Records): Promise<KeptMacro[]> {
  return (await Array.fromAsync(entriesOf<KeptMacro>(records, KIND))).map(({ value }) => value)
}

/** Throws MACRO_NOT_FOUND. */
export async function macroOf(records: Records, id: string): Promise<KeptMacro> {
  const found = await records.get<KeptMacro>(KIND, id)
  if (!found) throw macroNotFound(id)
  return found.document.value
}

/** `seen`: the tag of what its author saw, absent for a new one. Throws SOMEBODY_WAS_FASTER. */
export async function saveMacro(records: Records, kept: KeptMacro, seen: string | undefined): Promise<void> {
  const { id } = kept.macro
  await putSeen(records, KIND, { id, value: kept }, { seen, what: `Macro "${id}"` })
  await records.refresh()
}

/** Throws MACRO_NOT_FOUND. */
export async function removeMacro(records: Records, id: string): Promise<KeptMacro> {
  const kept = await macroOf(records, id)
  await records.remove(KIND, id)
  await records.refresh()
  return kept
}

const macroNotFound = (id: string) =>
  new HuiyinError('MACRO_NOT_FOUND', `There is no macro "${id}"; list the macros again`)
