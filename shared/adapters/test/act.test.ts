import { actContract } from '@huiyin/ports/contracts/act.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { memoryEventLog } from '../src/memory/event-log.ts'
import { memoryStore } from '../src/memory/store.ts'
import { direct, skip, through } from './elasticsearch-opened.ts'
import { freshSqlite } from './sqlite-folder.ts'

const events = () => memoryEventLog({ parse: parser(HouseEvent, 'event') })

actContract(
  'memory',
  async () => {
    const { tickets: port, close } = memoryStore({ searchLags: true })
    return { port, close }
  },
  { events }
)

actContract(
  'sqlite',
  async () => {
    const { store, close } = await freshSqlite()
    return { port: store.tickets, close }
  },
  { events }
)

actContract(
  'elasticsearch',
  direct(({ tickets }) => tickets),
  { events, skip }
)

actContract(
  'elasticsearch, every third answer lost',
  through(({ tickets }) => tickets, { every: 3 }),
  { events, skip }
)
