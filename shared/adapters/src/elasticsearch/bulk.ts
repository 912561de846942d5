import type { estypes } from '@elastic/elasticsearch'
import { type Attempt, actionOf, refused, type Verdict } from './attempt.ts'
import type { Cluster } from './cluster.ts'
import { isPassing, statusOf } from './errors.ts'
import { toVersion } from './held.ts'

const LIMIT = 5_000_000
const LARGEST = 10_000_000 // far above what the schemas allow; at 60 MB the engine says "later" for ever
const ANSWER = [
  'items.*.status',
  'items.*._seq_no',
  'items.*._primary_term',
  'items.*.error.type',
  'items.*.error.reason'
]

/** Sends all in requests of 5 MB at most, and judges each on its own. */
export async function sendAll(cluster: Cluster, attempts: Attempt[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const request of cut(attempts)) {
    const [first] = request
    verdicts.push(...(first!.source.length > LARGEST ? [tooLarge(first!)] : await send(cluster, request)))
  }
  return verdicts
}

const tooLarge = ({ source }: Attempt): Verdict => ({
  is: 'done',
  result: { outcome: 'refused', reason: `A document may have ${LARGEST} bytes; this one has ${source.length}` }
})

function cut(attempts: Attempt[]): Attempt[][] {
  const requests: Attempt[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const attempt of attempts) {
    bytes += attempt.source.length
    if (bytes > LIMIT || attempt.alone) {
      requests.push([])
      bytes = attempt.alone ? Number.POSITIVE_INFINITY : attempt.source.length
    }
    requests.at(-1)!.push(attempt)
  }
  return requests
}

async function send({ client }: Cluster, attempts: Attempt[]): Promise<Verdict[]> {
  try {
    const { items } = await client.bulk({ operations: linesOf(attempts) as never, filter_path: ANSWER })
    return attempts.map((attempt, i) => judge(attempt, Object.values(items[i]!)[0]!))
  } catch (error) {
    return attempts.map(attempt => judgeFailure(attempt, attempts.length, error))
  }
}

const LINE_END = Buffer.from('\n')

/** As bytes the client passes it on as it is: lines of text it would join, count and encode, each over all of it again. */
const linesOf = (attempts: Attempt[]): Buffer =>
  Buffer.concat(attempts.flatMap(attempt => [Buffer.from(actionOf(attempt)), LINE_END, attempt.source, LINE_END]))

/** What the answer to one item says. */
function judge(attempt: Attempt, { status, error, _seq_no, _primary_term }: estypes.BulkResponseItem): Verdict {
  if (status < 300) {
    const { index, puts } = attempt
    const version = toVersion({ index, seqNo: _seq_no!, term: _primary_term!, puts })
    return { is: 'done', result: { outcome: 'put', version } }
  }
  const cause = reasonOf(error)
  if (status === 400) return refused(attempt, cause)
  if (status === 403 || status === 404) return { is: 'elsewhere', cause }
  if (status === 429) return { is: 'again', cause }
  return { is: 'doubtful', cause } // 409 too: an engine that moves a shard may meet its own write
}

/** What it says of one item when the whole request failed; throws when it will always fail. */
function judgeFailure(attempt: Attempt, company: number, error: unknown): Verdict {
  const status = statusOf(error)
  if (status === 429) return { is: 'again', cause: error }
  if (status === 400 || status === 413) {
    if (company === 1) return refused(attempt, `The engine answered ${status} to ${attempt.source.length} bytes`)
    attempt.alone = true
    return { is: 'again', cause: error }
  }
  if (!isPassing(error)) throw error
  return { is: 'doubtful', cause: error }
}

// The engine quotes the value that it does not like: a person's words must not get into a log.
const reasonOf = (error?: estypes.ErrorCause) =>
  `${error?.type}: ${error?.reason?.split(/ in document with id| Preview of| The prefix of/)[0]}`
