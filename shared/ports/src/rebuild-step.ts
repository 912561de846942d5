import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Checked, Copying } from './rebuild.ts'
import type { PartRow, RebuildRow } from './rebuild-row.ts'
import type { RebuildPorts } from './rebuilds.ts'
import { subjectOf } from './tell.ts'

/** A comparison on its way; it does not outlive the process, and begins again in the next. */
export interface Check {
  of?: { into: string; steps: AsyncGenerator<{ checked: number; total: number }, Checked> }
}

type Ports = Pick<RebuildPorts, 'rebuilder' | 'clock' | 'tell'>
type Change = (part: PartRow) => PartRow

/** A comparison reads so long at once, in ms. */
const STEP = 700

/** The next step of the first part that is not done: what has to be changed in the row. */
export function stepOf(ports: Ports, check: Check): (row: RebuildRow) => Promise<(row: RebuildRow) => RebuildRow> {
  const { rebuilder, clock } = ports
  return async row => {
    const part = row.parts.find(({ state }) => state !== 'swapped')
    if (!part) return row => ({ ...row, endedAt: clock.now() })
    try {
      return changing(part.part, await stepOfPart(ports, check, row, part))
    } catch (error) {
      if (!(error instanceof HuiyinError) || error.code !== 'REBUILD_FAILED') throw error
      await check.of?.steps.return({ documents: 0, checksum: '' })
      delete check.of
      if (part.copying) await rebuilder.abandon(part.copying)
      const failed = changing(part.part, of => ({ ...of, state: 'failed' }))
      return row => ({ ...failed(row), failed: `${part.part}: ${error.message}`, endedAt: clock.now() })
    }
  }
}

const changing =
  (name: string, change: Change) =>
  (row: RebuildRow): RebuildRow => ({ ...row, parts: row.parts.map(one => (one.part === name ? change(one) : one)) })

async function stepOfPart(ports: Ports, check: Check, row: RebuildRow, part: PartRow): Promise<Change> {
  const { rebuilder, clock } = ports
  const { copying } = part
  if (!copying) {
    const begun = await rebuilder.begin(part.part, row.back)
    const startedAt = clock.now()
    return part => ({ ...part, state: 'copying', startedAt, copying: begun, documents: begun.total })
  }
  if (part.state === 'verifying') return verify(ports, check, copying)
  const { copying: further, ready } = await rebuilder.copy(copying)
  if (further.into !== copying.into) return part => ({ ...part, state: 'copying', copying: further })
  if (!ready) return part => ({ ...part, copying: further })
  if (part.state === 'copying') return part => ({ ...part, state: 'verifying', copying: further })
  return swap(ports, row, { ...part, copying: further })
}

async function verify({ rebuilder }: Ports, check: Check, copying: Copying): Promise<Change> {
  const { into } = copying
  if (check.of?.into !== into) check.of = { into, steps: rebuilder.verify(copying) }
  const until = performance.now() + STEP
  while (true) {
    const { done, value } = await check.of.steps.next()
    if (done) {
      delete check.of
      const { differs } = value
      if (differs !== undefined)
        throw new HuiyinError('REBUILD_FAILED', `The copy is not what it was made of: ${differs}`)
      return ({ checking: _, ...part }) => ({ ...part, state: 'swapping', checked: value })
    }
    if (performance.now() > until) return part => ({ ...part, checking: value })
  }
}

async function swap({ rebuilder, clock, tell }: Ports, { by, back }: RebuildRow, part: PartRow): Promise<Change> {
  const { copying, checked } = part
  const { from, into } = copying!
  await tell(subjectOf('rebuild', part.part), {
    type: 'index.rebuilt',
    by: { id: by, name: by, role: 'system' },
    data: { part: part.part, from, into, back, ...(checked && { documents: checked.documents }) }
  })
  const swapped = await rebuilder.swap(copying!)
  if (!swapped) return part => ({ ...part, copying: copying! })
  return part => ({ ...part, state: 'swapped', waited: Math.round(swapped.waited), swappedAt: clock.now() })
}
