import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientTypes } from '@huiyin/client-generator/client-types.ts'
import t from 'tap'
import { openHouse } from './house.ts'

const FILE = join(import.meta.dirname, '../../../dashboards/web/src/api/types.ts')

t.test('the types by which the pages ask are those of the OpenAPI document; `npm run client` makes them', async t => {
  const { app } = await openHouse(t)
  const types = await clientTypes((await app.inject('/api/openapi.json')).json())
  if (process.env.HUIYIN_WRITE_CLIENT) writeFileSync(FILE, types)
  t.equal(readFileSync(FILE, 'utf8'), types)
})
