import t from 'tap'
import type { Tickets } from '../src/tickets.ts'
import { type ContractOptions, type Opened, opener } from './fixtures.ts'
import { changes, lostAnswers } from './tickets-changes.ts'
import { dueTimes, searches, texts } from './tickets-finding.ts'
import { counts, lists } from './tickets-lists.ts'
import { work } from './tickets-work.ts'

/** What every store of tickets promises. `open` gives a fresh, empty one for each test. */
export function ticketsContract(
  name: string,
  open: () => Promise<Opened<Tickets>>,
  { skip = false }: ContractOptions = {}
) {
  t.test(`${name} tickets`, { skip }, async t => {
    const on = opener(open)
    await t.test('one at a time', t => changes(t, on))
    await t.test('found by when they are due', t => dueTimes(t, on))
    await t.test('found by their text', t => texts(t, on))
    await t.test('searched', t => searches(t, on))
    await t.test('listed', t => lists(t, on))
    await t.test('found as work', t => work(t, on))
    await t.test('counted', t => counts(t, on))
    await t.test('when answers are lost', t => lostAnswers(t, on))
  })
}
