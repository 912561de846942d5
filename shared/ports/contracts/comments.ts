import t from 'tap'
import type { Comments } from '../src/comments.ts'
import { changes, lostAnswers } from './comments-changes.ts'
import { searches, texts, threads } from './comments-finding.ts'
import { counts, lists } from './comments-lists.ts'
import { type ContractOptions, type Opened, opener } from './fixtures.ts'

/** What every store of comments promises. `open` gives a fresh, empty one for each test. */
export function commentsContract(
  name: string,
  open: () => Promise<Opened<Comments>>,
  { skip = false }: ContractOptions = {}
) {
  t.test(`${name} comments`, { skip }, async t => {
    const on = opener(open)
    await t.test('one at a time', t => changes(t, on))
    await t.test('thread by thread', t => threads(t, on))
    await t.test('found by their text', t => texts(t, on))
    await t.test('searched', t => searches(t, on))
    await t.test('listed', t => lists(t, on))
    await t.test('counted', t => counts(t, on))
    await t.test('when answers are lost', t => lostAnswers(t, on))
  })
}
