import t from 'tap'
import type { Records } from '../src/records.ts'
import { type ContractOptions, type Opened, opener } from './fixtures.ts'
import { changes } from './records-changes.ts'
import { claims } from './records-claims.ts'
import { lists } from './records-lists.ts'
import { lostAnswers } from './records-lost-answers.ts'

/** What every store of small documents promises. `open` gives a fresh, empty one for each test. */
export function recordsContract(
  name: string,
  open: () => Promise<Opened<Records>>,
  { skip = false }: ContractOptions = {}
) {
  const on = opener(open)
  t.test(`${name} records`, { skip }, async t => {
    await t.test('claimed', t => claims(t, on))
    await t.test('changed', t => changes(t, on))
    await t.test('listed', t => lists(t, on))
    await t.test('when answers are lost', t => lostAnswers(t, on))
  })
}
