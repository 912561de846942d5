import { commentsContract } from '@huiyin/ports/contracts/comments.ts'
import { historyContract } from '@huiyin/ports/contracts/history.ts'
import { recordsContract } from '@huiyin/ports/contracts/records.ts'
import { ticketsContract } from '@huiyin/ports/contracts/tickets.ts'
import { trailContract } from '@huiyin/ports/contracts/trail.ts'
import { direct, skip } from './elasticsearch-opened.ts'

ticketsContract(
  'elasticsearch',
  direct(({ tickets }) => tickets),
  { skip }
)
commentsContract(
  'elasticsearch',
  direct(({ comments }) => comments),
  { skip }
)
historyContract(
  'elasticsearch',
  direct(({ history }) => history),
  { skip }
)
recordsContract(
  'elasticsearch',
  direct(({ records }) => records),
  { skip }
)
trailContract(
  'elasticsearch',
  direct(({ trail }) => trail),
  { skip }
)
