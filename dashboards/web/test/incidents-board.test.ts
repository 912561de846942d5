import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import t from 'tap'
import { changedIncidentPlace, formatIncidentPlace, parseIncidentPlace } from '../src/incidents/place.ts'
import { seated } from '../src/incidents/seats.ts'

const row = (id: string, of: Partial<IncidentRow> = {}) => ({ id, level: 'blue', state: 'open', ...of }) as IncidentRow
const seats = (rows: readonly IncidentRow[]) => rows.map(one => ({ row: one, column: one.level }))

t.test('the board of incidents', async t => {
  t.test('draws each anew where it stood, and tells how many would stand elsewhere', async t => {
    const before = seats([row('a'), row('b')])
    const now = [row('b', { comments: 40 }), row('a')]
    t.match(seated(before, now, 'level'), {
      changes: 0,
      shown: [{ row: { id: 'a' } }, { row: { id: 'b', comments: 40 } }]
    })
    const moved = seated(before, [row('a', { level: 'red' }), row('c')], 'level')
    t.equal(moved.changes, 3, 'one has another level, one is gone, one is new')
    t.same(
      moved.shown.map(({ row: { id }, column }) => [id, column]),
      [
        ['a', 'blue'],
        ['b', 'blue']
      ]
    )
  })

  t.test('is the same at the address that it says', async t => {
    const address = '?view=incidents&show=all&sort=newest&by=state&part=timeline&level=red&nature=safety&open=i1&n=12'
    const place = parseIncidentPlace(address)
    t.match(place, { show: 'all', by: 'state', part: 'timeline', level: 'red', open: 'i1', n: 12 })
    t.same(parseIncidentPlace(formatIncidentPlace(place)), place)
    t.equal(formatIncidentPlace(parseIncidentPlace('?view=incidents&level=pink&n=-1&part=x')), '?view=incidents')
  })

  t.test('opens another incident at its overview, as it is now', async t => {
    const place = parseIncidentPlace('?view=incidents&open=i1&part=timeline&n=3')
    t.same(formatIncidentPlace(changedIncidentPlace(place, { open: 'i2' })), '?view=incidents&open=i2')
    t.same(formatIncidentPlace(changedIncidentPlace(place, { part: 'plan' })), '?view=incidents&part=plan&open=i1')
  })
})
