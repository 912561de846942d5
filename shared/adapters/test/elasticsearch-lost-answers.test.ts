import { commentsContract } from '@huiyin/ports/contracts/comments.ts'
import { historyContract } from '@huiyin/ports/contracts/history.ts'
import { recordsContract } from '@huiyin/ports/contracts/records.ts'
import { ticketsContract } from '@huiyin/ports/contracts/tickets.ts'
import { trailContract } from '@huiyin/ports/contracts/trail.ts'
import { skip, through } from './elasticsearch-opened.ts'

const lossy = { every: 3 }

ticketsContract(
  'elasticsearch, every third write unanswered,',
  through(({ tickets }) => tickets, lossy),
  { skip }
)
commentsContract(
  'elasticsearch, every third write unanswered,',
  through(({ comments }) => comments, lossy),
  { skip }
)
recordsContract(
  'elasticsearch, every third write unanswered,',
  through(({ records }) => records, lossy),
  { skip }
)

// `npm run faults:suites` takes all of it: what is only written once is of the same kind as records.
if (process.env.FAULTS === 'long') {
  historyContract(
    'elasticsearch, every third write unanswered,',
    through(({ history }) => history, lossy),
    { skip }
  )
  trailContract(
    'elasticsearch, every third write unanswered,',
    through(({ trail }) => trail, lossy),
    { skip }
  )
}
