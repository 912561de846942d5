import { incidentsContract } from '@huiyin/ports/contracts/incidents.ts'
import { direct, skip } from './elasticsearch-opened.ts'

incidentsContract(
  'elasticsearch',
  direct(({ records }) => records),
  { skip }
)
