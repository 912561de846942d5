import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { numbersOf } from './numbers.ts'

t.test('every number of the dashboards, on the embedded store,', async t => {
  const sqlite = await openSqlite({ folder: t.testdir() })
  t.teardown(sqlite.close)
  const events = sqlite.log('events', { parse: parser(HouseEvent, 'event') })
  await numbersOf(t, { store: sqlite.store, events })
})
