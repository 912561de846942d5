import type { estypes } from '@elastic/elasticsearch'
import type { Place } from '../places.ts'

type Action = estypes.IndicesUpdateAliasesAction

/** Another index serves from then on: all of it in one step, or nothing when the first does not serve any more. */
export const hands = ({ name, family }: Place, from: string, to: string): Action[] => [
  { remove: { index: from, alias: name, must_exist: true } },
  { add: { index: to, alias: name } },
  ...(family ? [{ remove: { index: from, alias: family } }, { add: { index: to, alias: family } }] : [])
]

/** Only while this one serves. */
export const whileServing = ({ name }: Place, index: string): Action[] => [
  { remove: { index, alias: name, must_exist: true } },
  { add: { index, alias: name } }
]
