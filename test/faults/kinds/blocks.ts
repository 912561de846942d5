import type { Town } from '../town/open.ts'
import { between, type Kind } from './kind.ts'

const FAMILIES = ['tickets', 'comments', 'records', 'history', 'trail'] as const

const kindOf = (name: string, setting: string, weight: number): Kind => ({
  name,
  weight,
  targets: () => FAMILIES,
  holds: (_, target) => [target],
  make: (town, target, random) => ({
    lasts: between(random, 1_000, 5_000),
    inject: () => set(town, target, { [setting]: true }),
    mend: () => set(town, target, { [setting]: null })
  })
})

/** A person or a copy has closed one index for writing. */
export const readOnly = kindOf('one index read-only', 'index.blocks.write', 3)

/** The disk is full: the store closes an index by itself, and opens it again when there is room. */
export const watermark = kindOf('disk watermark', 'index.blocks.read_only_allow_delete', 3)

async function set({ elasticsearch, prefix }: Town, family: string, settings: object): Promise<void> {
  const some = 'allow_no_indices=true' // of a family that nothing was written into yet there is none
  const answer = await fetch(`${elasticsearch}/${prefix}-${family}*/_settings?${some}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings)
  })
  if (!answer.ok) throw new Error(`The index settings of ${family} were refused: ${await answer.text()}`)
}
