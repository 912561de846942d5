import { REGISTER_LIMITS, type RegisterEntry } from '@huiyin/schemas/register.ts'
import { HuiyinError } from '../errors.ts'
import type { Of } from './commands.ts'
import type { Changed } from './decide.ts'
import { entryState } from './refusals.ts'

/** More evidence, as long as somebody has to decide; each id once. */
export function add(entry: RegisterEntry, { evidence, files }: Of<'add'>): Changed {
  if (entry.state !== 'proposed' && entry.state !== 'appealed') throw entryState(entry, 'given more evidence')
  const all = once([...entry.evidence, ...evidence], ({ kind, id }) => `${kind}/${id}`)
  const kept = once([...entry.files, ...files], ({ id }) => id)
  if (all.length > REGISTER_LIMITS.evidence || kept.length > REGISTER_LIMITS.files)
    throw new HuiyinError(
      'TOO_MANY',
      `An entry takes ${REGISTER_LIMITS.evidence} lines of evidence and ${REGISTER_LIMITS.files} files`
    )
  return {
    entry: { ...entry, evidence: all, files: kept },
    happened: {
      type: 'register.amended',
      data: { kind: entry.kind, evidence: all.length, files: kept.length }
    }
  }
}

const once = <V>(all: readonly V[], idOf: (one: V) => string): V[] =>
  Array.from(new Map(all.map(one => [idOf(one), one])).values())
